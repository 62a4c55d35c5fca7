// The sessions section, from `qwinsta`. Columns differ in width and are cut, words for states are translated: what tells is the column
// under ID (its header is ID in every language seen), a listener's id above 65535, and whether there is a station and a user. Names of
// users are dropped.

import type { SessionSeen, SessionsSeen } from '../sessionsSeen';
import { linesOf, type ToolAnswer } from './answers';
import { gap, notAvailable, type Reading } from './reading';

const LISTENING = 6;
const DISCONNECTED = 4;
const CONNECTED = 1;
const ACTIVE = 0;
const FIRST_LISTENER = 65_536;

/** @param said one letter a byte, so that a double-byte code page keeps its columns */
export function readQwinsta(said: string): readonly SessionSeen[] {
  const [header = '', ...rows] = linesOf(said).filter((line) => line.trim() !== '');
  const title = /(?:^|\s)ID(?=\s)/.exec(header);
  const end = title === null ? undefined : title.index + title[0].length;
  return rows.flatMap((row): readonly SessionSeen[] => {
    // The first column of a row marks one's own session.
    const line = ` ${row.slice(1)}`;
    const id = idIn(line, end);
    if (id === undefined) return [];
    const named = line[1] !== ' ';
    const before = line.slice(0, id.start).trim().split(/\s+/).filter((word) => word !== '');
    const station = named ? (before[0] ?? '') : '';
    const hasUser = before.length > (named ? 1 : 0);
    return [{ id: id.value, station, state: stateOf(id.value, station, hasUser), hasUser }];
  });
}

function idIn(line: string, end: number | undefined): { readonly value: number; readonly start: number } | undefined {
  const numbers = Array.from(line.matchAll(/(?<=\s)\d{1,10}(?=\s|$)/g), (found) => ({ value: Number(found[0]), start: found.index, end: found.index + found[0].length }));
  // Behind a name that was not cut the columns are off: then the first number that is no first word.
  return numbers.find((number) => number.end === end) ?? numbers.find(({ start }) => start > 1);
}

function stateOf(id: number, station: string, hasUser: boolean): number {
  if (id >= FIRST_LISTENER) return LISTENING;
  if (station === '' || (id === 0 && !hasUser)) return DISCONNECTED;
  return hasUser ? ACTIVE : CONNECTED;
}

export function sessionsByTools(answer: ToolAnswer | undefined): Reading<SessionsSeen> {
  if (answer === undefined) return notAvailable('qwinsta was not heard of');
  const sessions = readQwinsta(answer.text);
  // Stations have the same names in every language, and one of these always exists; numbers in a complaint do not make a list.
  if (!sessions.some(({ station }) => /^(?:services|console|rdp-)/i.test(station))) return notAvailable(answer.code === 0 ? 'qwinsta listed no session at all' : `qwinsta ended with ${answer.code}`);
  return { data: { sessions, by: 'qwinsta' }, unseen: [gap('sessions.state', 'notAvailable', 'qwinsta has states in its own language: they are inferred')] };
}
