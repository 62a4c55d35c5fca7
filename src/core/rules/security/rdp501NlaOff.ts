// UserAuthentication = 0: a client reaches a session, with its logon screen and the memory that takes, before it has shown who it is.
// Source: TerminalServer.admx, "Require user authentication for remote connections by using Network Level Authentication".

import { refusesEverything } from '../../listener/verdict';
import { message } from '../../messages/message';
import { loweredSetting } from './loweredSetting';

export const rdp501NlaOff = loweredSetting({
  code: 'RDP501',
  title: message('RDP501.title'),
  setting: 'listener.userAuthentication',
  lowered: 0,
  local: (listener) => message('RDP501.local', listener),
  policy: message('RDP501.policy'),
  why: message('RDP501.why'),
  wire: ({ verdict, evidence }) => {
    // A server without a certificate refuses CredSSP for that reason; one that refuses everything has RDP215.
    if (verdict.state !== 'rdp' || verdict.certificateMissing || refusesEverything(verdict.protocols)) return undefined;
    if (verdict.nla === 'offered') return { message: message('RDP501.wireOffered'), evidence: evidence.nla };
    return verdict.nla === 'notOffered' ? { message: message('RDP501.wireNotOffered'), evidence: evidence.nla } : undefined;
  },
  repairs: [{ title: message('RDP501.fix'), value: 1 }],
});
