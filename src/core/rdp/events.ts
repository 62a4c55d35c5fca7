// Every event that says something about Remote Desktop, found by number in any build: licensing events moved by 49152 with Windows 10
// 1803 and Server 2019, and until then two families of one provider shared numbers, told apart by their log.

import { classicEvents } from './events/classicEvents';
import { connectionManagerEvents } from './events/connectionManagerEvents';
import type { EventFact, EventGroup } from './events/event';
import { otherEvents } from './events/otherEvents';
import { rdpCoreEvents } from './events/rdpCoreEvents';
import { securityEvents } from './events/securityEvents';
import { sessionManagerEvents } from './events/sessionManagerEvents';
import { once } from './once';

export interface EventQuery {
  readonly id: number;
  /** The provider, under its name or its EventSourceName, with or without `Microsoft-Windows-`, or its GUID in braces. */
  readonly provider?: string;
  /** `System` or another; the logs of one provider are not told apart. */
  readonly log?: string;
  /** Build of Windows, 17763 for Server 2019. */
  readonly build?: number;
}

// The last build with the old numbers is Windows 10 1709.
const LAST_OLD_BUILD = 16_299;

/** Every event, by provider. */
export const events = /* @__PURE__ */ once((): readonly EventFact[] => {
  const groups: readonly EventGroup[] = [
    ...connectionManagerEvents,
    ...classicEvents,
    ...sessionManagerEvents,
    ...rdpCoreEvents,
    ...securityEvents,
    ...otherEvents,
  ];
  return groups.flatMap(({ provider, otherNames = [], guid, log, source, rows }) => rows.map((row) => ({ log, source, ...row, provider, otherNames, guid })));
});

const byNumber = /* @__PURE__ */ once(() => {
  const found = new Map<number, EventFact[]>();
  for (const event of events()) {
    for (const number of eventNumbers(event)) found.set(number, [...(found.get(number) ?? []), event]);
  }
  return found;
});

/** The numbers of an event, the current one first. */
export function eventNumbers({ id, was }: EventFact): readonly number[] {
  return was === undefined || was.id === id ? [id] : [id, was.id];
}

/** The events an entry of a log may be; the more of it is told, the fewer. */
export function findEvents(query: EventQuery): readonly EventFact[] {
  return (byNumber().get(query.id) ?? []).filter((event) => isOf(event, query.provider) && fitsBuild(event, query) && fitsLog(event, query));
}

function isOf({ provider, otherNames, guid }: EventFact, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  const short = (name: string): string => name.toLowerCase().replace(/^microsoft-windows-/, '');
  return [provider, ...otherNames, guid ?? provider].some((name) => short(name) === short(wanted));
}

function fitsBuild({ id, was, from, until }: EventFact, { id: number, build }: EventQuery): boolean {
  if (build === undefined) return true;
  if (build < (from ?? 0) || build > (until ?? Infinity)) return false;
  if (was === undefined || was.id === id) return true;
  return build <= LAST_OLD_BUILD ? number === was.id : number === id;
}

function fitsLog(event: EventFact, query: EventQuery): boolean {
  const { log } = query;
  return log === undefined || possibleLogs(event, query).some((possible) => logFamily(possible) === logFamily(log));
}

function possibleLogs({ id, was, log }: EventFact, query: EventQuery): readonly string[] {
  if (was === undefined) return [log];
  const before = was.log ?? log;
  if (was.id !== id) return [query.id === was.id ? before : log];
  if (query.build === undefined) return [log, before];
  return [query.build <= LAST_OLD_BUILD ? before : log];
}

/** A provider's own logs are one family: which of them an event goes to differs between builds. */
function logFamily(log: string): string {
  const lower = log.toLowerCase();
  return lower.includes('/') ? lower.slice(0, lower.indexOf('/')) : lower;
}
