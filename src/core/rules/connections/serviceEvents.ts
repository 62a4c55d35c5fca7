// What the Service Control Manager logged about TermService: it names a service by a translated word, so the name is looked for in the
// binary part and among the parameters. Where only the translated word is there, the event is left out, as it may be another service's.

import { message, type Message } from '../../messages/message';
import type { Evidence } from '../../registry/observation';
import type { EventGroup } from '../../snapshot/eventsSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import { eventFact, timesOf } from '../snapshotFacts';

const MANAGER = 'Service Control Manager';
/** Did not start, hangs, ended with an error, ended by itself, could not log on, was disabled. */
const TROUBLE: ReadonlySet<number> = new Set([7000, 7001, 7009, 7011, 7022, 7023, 7024, 7031, 7034, 7038, 7041]);
/** Ended by itself. */
export const CRASHED: ReadonlySet<number> = new Set([7031, 7034]);
// TermService as UTF-16 in hexadecimal.
const NAME_IN_BINARY = '5400650072006d005300650072007600690063006500';

export interface ServiceEvent {
  readonly group: EventGroup;
  readonly told: Message;
  readonly evidence: Evidence;
}

export function serviceEvents(server: ServerSeen): readonly ServiceEvent[] {
  const groups = dataOf(server.snapshot.sections.events)?.groups ?? [];
  return groups.filter(isAboutTermService).map((group) => ({
    group,
    told: message('events.related', group.id, timesOf(group), group.first, group.last),
    evidence: server.evidence(eventFact(group)),
  }));
}

function isAboutTermService({ provider, id, samples }: EventGroup): boolean {
  if (provider !== MANAGER || !TROUBLE.has(id)) return false;
  return samples.some(({ fields }) =>
    Object.entries(fields).some(([name, value]) => (name === 'binary' ? value.toLowerCase().includes(NAME_IN_BINARY) : value.toLowerCase() === 'termservice')),
  );
}
