// LmCompatibilityLevel below 3: this computer answers with LM or NTLM of the first version, whose answers can be broken. Windows has 3
// since 7 and Server 2008 R2. Source: Microsoft, Network security: LAN Manager authentication level.

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const NTLM2_ONLY = 3;

export const rdp505LanManagerLevel = numberRule({
  code: 'RDP505',
  title: message('RDP505.title'),
  severity: 'warning',
  symptom: 3,
  settings: ['lsa.lmCompatibilityLevel'],
  say: (level, seen) =>
    level < NTLM2_ONLY
      ? { message: message('RDP505.message', level), remedies: [changeTo(seen, NTLM2_ONLY, message('RDP505.fix'))] }
      : undefined,
});
