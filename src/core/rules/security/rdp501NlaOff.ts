// UserAuthentication = 0: a client reaches a session, with its logon screen and the memory that takes, before it has shown who it is.
// Source: TerminalServer.admx, "Require user authentication for remote connections by using Network Level Authentication".

import { message } from '../../messages/message';
import { loweredSetting } from './loweredSetting';

export const rdp501NlaOff = loweredSetting({
  code: 'RDP501',
  title: message('RDP501.title'),
  setting: 'listener.userAuthentication',
  lowered: 0,
  local: (listener) => message('RDP501.local', listener),
  policy: message('RDP501.policy'),
  repairs: [{ title: message('RDP501.fix'), value: 1 }],
});
