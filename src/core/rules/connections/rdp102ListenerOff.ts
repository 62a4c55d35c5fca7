// fEnableWinStation = 0: the listener exists and is not started. Only listeners of Windows' own kind: the key WinStations also holds
// Console, which is none. Sources: Microsoft, Troubleshoot an RDP general error; Win32_Terminal.

import { message } from '../../messages/message';
import { dwordOf } from '../../registry/valueData';
import { changeTo, numberRule, weight } from '../settingRule';

const OFF = 0;
const ON = 1;
const OWN_KIND = /^rdp-tcp/i;

export const rdp102ListenerOff = numberRule({
  code: 'RDP102',
  title: message('RDP102.title'),
  severity: 'error',
  symptom: 1,
  settings: ['listener.enabled'],
  say: (number, seen, statements) => {
    if (number !== OFF || !OWN_KIND.test(seen.listener ?? '')) return undefined;
    // Where another one is on, clients get in over that.
    const others = statements.final('listener.enabled').some((other) => OWN_KIND.test(other.listener ?? '') && dwordOf(other.observation.data) === ON);
    return {
      message: message('RDP102.message', seen.listener ?? ''),
      why: message('RDP102.why'),
      severity: others ? 'warning' : weight(seen),
      remedies: [changeTo(seen, ON, message('RDP102.fix'))],
    };
  },
});
