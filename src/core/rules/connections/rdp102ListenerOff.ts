// fEnableWinStation = 0: the listener exists and is not started. Only listeners of Windows' own kind: the key WinStations also holds
// Console, which is none. Sources: Microsoft, Troubleshoot an RDP general error; Win32_Terminal.

import { message } from '../../messages/message';
import { changeTo, numberRule, weight } from '../settingRule';

const OFF = 0;
const ON = 1;

export const rdp102ListenerOff = numberRule({
  code: 'RDP102',
  title: message('RDP102.title'),
  severity: 'error',
  symptom: 1,
  settings: ['listener.enabled'],
  say: (number, seen) =>
    number === OFF && /^rdp-tcp/i.test(seen.listener ?? '')
      ? { message: message('RDP102.message', seen.listener ?? ''), severity: weight(seen), remedies: [changeTo(seen, ON, message('RDP102.fix'))] }
      : undefined,
});
