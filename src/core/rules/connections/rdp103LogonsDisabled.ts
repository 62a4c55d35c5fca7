// fLogonDisabled = 1: the listener answers and refuses whoever logs on. Only listeners of Windows' own kind, as in RDP102: the key
// WinStations also holds Console, which is none. Source: Microsoft, Troubleshoot an RDP general error.

import { message } from '../../messages/message';
import { changeTo, numberRule, weight } from '../settingRule';

const REFUSED = 1;
const ACCEPTED = 0;

export const rdp103LogonsDisabled = numberRule({
  code: 'RDP103',
  title: message('RDP103.title'),
  severity: 'error',
  symptom: 1,
  settings: ['listener.logonDisabled'],
  say: (number, seen) =>
    number === REFUSED && /^rdp-tcp/i.test(seen.listener ?? '')
      ? { message: message('RDP103.message', seen.listener ?? ''), why: message('RDP103.why'), severity: weight(seen), remedies: [changeTo(seen, ACCEPTED, message('RDP103.fix'))] }
      : undefined,
});
