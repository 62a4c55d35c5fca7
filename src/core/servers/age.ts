// How long ago, in the words of the list of servers. Whole minutes, hours and days: enough to know whether to check again.

import { message, type Message } from '../messages/message';

const MINUTE = 60_000;

export function ageText(at: number, now: number): Message {
  // A clock that was set back must not make a check come from the future.
  const minutes = Math.max(0, Math.floor((now - at) / MINUTE));
  if (minutes < 1) return message('server.age.now');
  if (minutes < 60) return message('server.age.minutes', minutes);
  if (minutes < 48 * 60) return message('server.age.hours', Math.floor(minutes / 60));
  return message('server.age.days', Math.floor(minutes / (24 * 60)));
}
