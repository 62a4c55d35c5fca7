// Time limits of sessions are in milliseconds. A limit below one minute is almost always a number of seconds or minutes: the shortest
// one the policy editor offers is 60000. Zero means never. Source: TerminalServer.admx, "Session Time Limits"; Win32_TSSessionSetting.

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const NEVER = 0;
const MINUTE = 60_000;
const SECOND = 1000;

export const rdp309LimitUnit = numberRule({
  code: 'RDP309',
  title: message('RDP309.title'),
  severity: 'warning',
  symptom: 3,
  settings: ['listener.maxIdleTime', 'listener.maxDisconnectionTime', 'listener.maxConnectionTime'],
  say: (limit, seen) =>
    limit === NEVER || limit >= MINUTE
      ? undefined
      : {
          message: message('RDP309.message', seen.observation.place.name, limit),
          remedies: [
            // Whole minutes in seconds: 900. Shorter than a minute in seconds: 30 minutes rather than 30 seconds.
            changeTo(seen, limit * SECOND, message('RDP309.fixSeconds', limit, limit * SECOND)),
            changeTo(seen, limit * MINUTE, message('RDP309.fixMinutes', limit, limit * MINUTE)),
          ].slice(limit < 60 ? 1 : 0),
        },
});
