// LmCompatibilityLevel below 3: this computer answers with LM or NTLM of the first version, whose answers can be broken. Windows has 3
// since Vista. Source: Microsoft, Network security: LAN Manager authentication level.

import { message } from '../../messages/message';
import { loweredLsa } from './loweredLsa';

const NTLM2_ONLY = 3;

export const rdp505LanManagerLevel = loweredLsa({
  code: 'RDP505',
  title: message('RDP505.title'),
  name: 'LmCompatibilityLevel',
  isLowered: (level) => level < NTLM2_ONLY,
  fact: (level) => message('RDP505.message', level),
  standard: NTLM2_ONLY,
});
