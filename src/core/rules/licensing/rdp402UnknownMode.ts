// LicensingMode outside what Windows knows, as the server's own value or by policy (the table has both). 5 means "not configured", and a
// session host has it when nobody chose a mode: then it refuses users after the grace period, which is worth a word and may be known.
// Sources: Microsoft, Remote Desktop licensing mode is not configured; TerminalServer.admx; Win32_TerminalServiceSetting.LicensingType.

import { message } from '../../messages/message';
import { numberRule } from '../settingRule';
import { licensingSeen } from './licenceServers';

const NOT_CONFIGURED = 5;

export const rdp402UnknownMode = numberRule({
  code: 'RDP402',
  title: message('RDP402.title'),
  severity: 'warning',
  symptom: 4,
  settings: ['licensing.mode'],
  say: (mode, { side, domain }, statements) => {
    // Windows has it on every server without the role; where licensing was seen, RDP407 tells whether it matters.
    if (mode === NOT_CONFIGURED && side === 'local') return licensingSeen(statements) ? undefined : { message: message('RDP402.notConfigured'), severity: 'information' };
    const known = domain.kind === 'choices' && domain.choices.some(({ value }) => value === mode);
    return known ? undefined : { message: message('RDP402.message', mode), certainty: 'assumed' };
  },
});
