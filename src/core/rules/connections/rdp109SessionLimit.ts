// MaxInstanceCount has two words for "unlimited": 0xffffffff as the listener's own value, 999999 in the policy, which takes 1 to 999999.
// People carry the one over to the other. What Windows does with a number outside is not documented, so assumed.
// Sources: TerminalServer.admx, "Limit number of connections"; registry export.

import { message } from '../../messages/message';
import { changeTo, numberRule, type Said } from '../settingRule';
import type { SettingSeen } from '../statements';

const POLICY_UNLIMITED = 999_999;
const LOCAL_UNLIMITED = 0xffff_ffff;

export const rdp109SessionLimit = numberRule({
  code: 'RDP109',
  title: message('RDP109.title'),
  severity: 'warning',
  symptom: 1,
  settings: ['listener.maxInstanceCount'],
  say: (number, seen) => (seen.side === 'policy' ? policySays(number, seen) : localSays(number, seen)),
});

function policySays(number: number, seen: SettingSeen): Said | undefined {
  if (number >= 1 && number <= POLICY_UNLIMITED) return undefined;
  const remedies = [changeTo(seen, POLICY_UNLIMITED, message('RDP109.fixPolicy'), number !== 0)];
  return { message: message('RDP109.policy', number), certainty: 'assumed', remedies };
}

function localSays(number: number, seen: SettingSeen): Said | undefined {
  const remedies = [changeTo(seen, LOCAL_UNLIMITED, message('RDP109.fixLocal'))];
  const listener = seen.listener ?? '';
  if (number === 0) return { message: message('RDP109.none', listener), certainty: 'assumed', remedies };
  // As likely typed as hexadecimal digits.
  if (number !== POLICY_UNLIMITED && number !== 0x99_9999) return undefined;
  return { message: message('RDP109.local', listener, number), severity: 'information', remedies };
}
