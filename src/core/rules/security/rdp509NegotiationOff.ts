// fAllowSecProtocolNegotiation = 0: the listener answers every client with native RDP security, whatever SecurityLayer says: no TLS, no
// NLA. Not to be mixed up with fDisableEncryption, which is 1 on every healthy system and turns nothing off. Sources: exports; scripts
// that force RDP security this way; what such a listener answers ([MS-RDPBCGR] 2.2.1.2). Assumed.

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const OFF = 0;
const ON = 1;

export const rdp509NegotiationOff = numberRule({
  code: 'RDP509',
  title: message('RDP509.title'),
  severity: 'warning',
  symptom: 3,
  settings: ['listener.allowSecProtocolNegotiation'],
  say: (number, seen) =>
    number === OFF
      ? { message: message('RDP509.message', seen.listener ?? ''), why: message('RDP509.why'), certainty: 'assumed', remedies: [changeTo(seen, ON, message('RDP509.fix'))] }
      : undefined,
});
