// LimitBlankPasswordUse = 0: local accounts without a password may log on over the network, Remote Desktop included. Source: Microsoft,
// Accounts: Limit local account use of blank passwords to console logon only.

import { message } from '../../messages/message';
import { loweredLsa } from './loweredLsa';

export const rdp506BlankPasswords = loweredLsa({
  code: 'RDP506',
  title: message('RDP506.title'),
  name: 'LimitBlankPasswordUse',
  isLowered: (value) => value === 0,
  fact: () => message('RDP506.message'),
  standard: 1,
});
