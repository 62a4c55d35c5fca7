// What rules over a snapshot share: a section's data or nothing, the events of one meaning under either of their numbers, and what could
// not be seen, told with its reason. A section that is missing is never read as empty.

import { message, type Message } from '../messages/message';
import { findEvents } from '../rdp/events';
import type { EventFact } from '../rdp/events/event';
import type { EventGroup } from '../snapshot/eventsSeen';
import { dataOf } from '../snapshot/sectionData';
import type { ServerSeen } from '../snapshot/serverSeen';
import type { ServiceSeen } from '../snapshot/servicesSeen';
import type { Section, SectionFailure, SectionName } from '../snapshot/snapshot';
import type { Related } from './rule';

/** A section's data only where no part of it is missing. */
export function wholeOf<T>(section: Section<T>): T | undefined {
  return 'data' in section && section.unseen.length === 0 ? section.data : undefined;
}

/** A service by its name; undefined where the services were not seen. */
export function serviceOf({ snapshot }: ServerSeen, name: string): ServiceSeen | undefined {
  return dataOf(snapshot.sections.services)?.services.find((service) => service.name.toLowerCase() === name.toLowerCase());
}

const unseenText = ({ reason, detail }: SectionFailure, what: string): Message => message(`snapshot.unseen.${reason}`, what, detail);

/** One message for each of these sections that is not there. */
export function unseenOf({ snapshot }: ServerSeen, ...names: readonly SectionName[]): readonly Message[] {
  return names.flatMap((name) => {
    const section = snapshot.sections[name];
    if ('failure' in section) return [unseenText(section.failure, name)];
    return section.unseen.map((gap) => unseenText(gap, `${name}.${gap.what}`));
  });
}

/** What the event logs did not tell: the whole section, or the channels that could not be read. */
export function eventsUnseen(server: ServerSeen): readonly Message[] {
  const channels = dataOf(server.snapshot.sections.events)?.channels ?? [];
  // CAPI2 is off by default, and no rule reads it.
  const closed = channels.filter(({ channel, state }) => state !== 'read' && state !== 'missing' && !channel.includes('CAPI2'));
  return [...unseenOf(server, 'events'), ...closed.map(({ channel, state }) => message('snapshot.channelUnseen', channel, state))];
}

export const CONNECTION_MANAGER = 'Microsoft-Windows-TerminalServices-RemoteConnectionManager';

/** The groups of events with this current number, on a build with the old numbers under the old one. */
export function eventGroups({ snapshot }: ServerSeen, provider: string, id: number): readonly EventGroup[] {
  const build = dataOf(snapshot.sections.host)?.build;
  const groups = dataOf(snapshot.sections.events)?.groups ?? [];
  return groups.filter((group) => factsOf(group, build).some((fact) => fact.id === id && fact.provider === provider));
}

export function factsOf({ id, provider, channel }: EventGroup, build: number | undefined): ReturnType<typeof findEvents> {
  return findEvents({ id, provider, log: channel, ...(build === undefined ? {} : { build }) });
}

// RCM 1063 says that all went well. RdpCoreTS 105: the setting has a rule. 140: a wrong password. LSM 55 and RCM 20499 say slow, RCM 1136 and 1155 come with every start.
const ordinary: ReadonlySet<number> = new Set([98, 102, 103, 105, 129, 131, 140, 142, 143, 144, 153, 226, 227, 228, 1063, 1136, 1152, 1153, 1155, 1156, 36_880]);

/** What healthy servers log, at whatever level. */
export function isOrdinary({ id, level }: Pick<EventFact, 'id' | 'level'>): boolean {
  return level === 'information' || ordinary.has(id);
}

/** The events with these current numbers, for a finding that explains them. */
export function relatedEvents(server: ServerSeen, provider: string, ids: readonly number[]): readonly Related[] {
  return ids.flatMap((id) => eventGroups(server, provider, id)).map((group) => ({
    message: message('events.related', group.id, timesOf(group), group.first, group.last),
    evidence: server.evidence(eventFact(group)),
  }));
}

/** The fact id of a group's line in a report. */
export function eventFact({ provider, id }: EventGroup): string {
  return `event:${provider}/${String(id)}`;
}

/** How often, with a plus where counting stopped early. */
export function timesOf({ count, capped }: EventGroup): string {
  return capped ? `${String(count)}+` : String(count);
}
