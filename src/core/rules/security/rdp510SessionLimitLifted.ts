// EnableConcurrentSessions is no setting of Windows' own: patched copies of termsrv.dll read it to lift the limit of sessions, and
// malware sets it for the same reason. Known from detection rules, hence assumed; it belongs to licensing, which it goes around.

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const OFF = 0;

export const rdp510SessionLimitLifted = numberRule({
  code: 'RDP510',
  title: message('RDP510.title'),
  severity: 'warning',
  symptom: 4,
  settings: ['licensing.enableConcurrentSessions'],
  say: (number, seen) =>
    number === OFF ? undefined : { message: message('RDP510.message'), certainty: 'assumed', remedies: [changeTo(seen, OFF, message('RDP510.fix'))] },
});
