// CrashOnAuditFail = 2 is not a setting somebody makes: Windows writes it when it stopped because the security log was full, and until
// it is set back only administrators can log on. Known from Microsoft's own collection script, hence assumed.

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const STOPPED = 2;
const STOP_AGAIN = 1;
const OFF = 0;

export const rdp113OnlyAdministrators = numberRule({
  code: 'RDP113',
  title: message('RDP113.title'),
  severity: 'warning',
  symptom: 1,
  settings: ['lsa.crashOnAuditFail'],
  say: (number, seen) =>
    number === STOPPED
      ? {
          message: message('RDP113.message'),
          why: message('RDP113.why'),
          certainty: 'assumed',
          remedies: [changeTo(seen, STOP_AGAIN, message('RDP113.fixStop')), changeTo(seen, OFF, message('RDP113.fixOff'))],
        }
      : undefined,
});
