// AllowEncryptionOracle = 0, "Force Updated Clients": a patched server refuses clients without the CredSSP update of 2018, and a patched
// client does not connect to servers without it. Right where all are patched, hence information. Source: CredSsp.admx; Microsoft, CredSSP
// encryption oracle remediation.

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const FORCE_UPDATED = 0;
const MITIGATED = 1;

export const rdp306OldClientsRefused = numberRule({
  code: 'RDP306',
  title: message('RDP306.title'),
  severity: 'information',
  symptom: 3,
  settings: ['credssp.encryptionOracle'],
  say: (number, seen) =>
    number === FORCE_UPDATED ? { message: message('RDP306.message'), remedies: [changeTo(seen, MITIGATED, message('RDP306.fix'))] } : undefined,
});
