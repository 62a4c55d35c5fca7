// TSServerDrainMode: 1 ends with the next restart and is how maintenance is done, hence information in a file; 2 stays until somebody takes
// it back. On a server that is up, both turn users away now.
// Sources: Microsoft, Troubleshoot an RDP general error; Win32_TerminalServiceSetting.SessionBrokerDrainMode.

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const UNTIL_RESTART = 1;
const UNTIL_CHANGED = 2;
const TAKES_LOGONS = 0;

export const rdp106DrainMode = numberRule({
  code: 'RDP106',
  title: message('RDP106.title'),
  severity: 'warning',
  symptom: 1,
  settings: ['drainMode'],
  say: (number, seen) => {
    const why = message('RDP106.why');
    const remedies = [changeTo(seen, TAKES_LOGONS, message('RDP106.fix'))];
    if (number === UNTIL_RESTART) return { message: message('RDP106.untilRestart'), why, severity: seen.observation.origin === 'live' ? 'warning' : 'information', remedies };
    return number === UNTIL_CHANGED ? { message: message('RDP106.message'), why, remedies } : undefined;
  },
});
