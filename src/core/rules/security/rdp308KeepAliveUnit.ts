// KeepAliveInterval is in minutes, 1 to 999999. Whole minutes written as milliseconds are the usual slip, because TCP's own KeepAliveTime
// is in milliseconds: 60000 would be 41 days. What Windows does with a number outside is not documented, so assumed.
// Source: TerminalServer.admx, "Configure keep-alive connection interval".

import { message } from '../../messages/message';
import { dwordOf } from '../../registry/valueData';
import { changeTo, numberRule } from '../settingRule';
import type { SettingSeen, Statements } from '../statements';

const LONGEST = 999_999;
const MINUTE = 60_000;
const OFF = 0;

export const rdp308KeepAliveUnit = numberRule({
  code: 'RDP308',
  title: message('RDP308.title'),
  severity: 'warning',
  symptom: 3,
  settings: ['keepAliveInterval'],
  say: (interval, seen, statements) => {
    // A 0 beside a switch that is off asks for nothing.
    if (interval === 0 && switchBeside(seen, statements) === OFF) return undefined;
    const inMilliseconds = interval >= MINUTE && interval % MINUTE === 0;
    const remedies = inMilliseconds ? [changeTo(seen, interval / MINUTE, message('RDP308.fix', interval / MINUTE), true)] : [];
    if (interval === 0 || interval > LONGEST) return { message: message('RDP308.outside', interval), certainty: 'assumed', remedies };
    return inMilliseconds ? { message: message('RDP308.milliseconds', interval, Math.floor(interval / 1440), interval / MINUTE), remedies } : undefined;
  },
});

function switchBeside({ side }: SettingSeen, statements: Statements): number | undefined {
  const found = statements.final('keepAliveEnable').find((other) => other.side === side);
  return found === undefined ? undefined : dwordOf(found.observation.data);
}
