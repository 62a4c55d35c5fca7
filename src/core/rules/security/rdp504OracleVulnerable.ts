// AllowEncryptionOracle = 2, "Vulnerable": the advice of 2018 against "CredSSP encryption oracle remediation", which opens the hole the
// update closed. Sources: CredSsp.admx; Microsoft, CredSSP encryption oracle remediation.

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const VULNERABLE = 2;
const MITIGATED = 1;

export const rdp504OracleVulnerable = numberRule({
  code: 'RDP504',
  title: message('RDP504.title'),
  severity: 'warning',
  symptom: 3,
  settings: ['credssp.encryptionOracle'],
  say: (number, seen) =>
    number === VULNERABLE ? { message: message('RDP504.message'), why: message('RDP504.why'), remedies: [changeTo(seen, MITIGATED, message('RDP504.fix'))] } : undefined,
});
