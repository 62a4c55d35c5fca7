// LicensingMode outside what Windows knows: 1, 2, 4, 5 as the server's own value, 2, 4, 6 by policy. 5 means "not configured", and a
// session host has it when nobody chose a mode: then it refuses users after the grace period, which is worth a word and may be known.
// Sources: Microsoft, Remote Desktop licensing mode is not configured; TerminalServer.admx; Win32_TerminalServiceSetting.LicensingType.

import { message } from '../../messages/message';
import { numberRule } from '../settingRule';

const NOT_CONFIGURED = 5;
const known = { local: [1, 2, 4, 5, 6], policy: [2, 4, 6] } as const;

export const rdp402UnknownMode = numberRule({
  code: 'RDP402',
  title: message('RDP402.title'),
  severity: 'warning',
  symptom: 4,
  settings: ['licensing.mode'],
  say: (mode, { side }) => {
    if (mode === NOT_CONFIGURED && side === 'local') return { message: message('RDP402.notConfigured'), severity: 'information' };
    return known[side].some((value) => value === mode) ? undefined : { message: message('RDP402.message', mode), certainty: 'assumed' };
  },
});
