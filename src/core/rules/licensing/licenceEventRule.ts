// Rules that tell one event of licensing with the server or client it names, each name once from the samples, the count from the whole.

import type { Message } from '../../messages/message';
import type { EventGroup } from '../../snapshot/eventsSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { Rule } from '../rule';
import { CONNECTION_MANAGER, eventFact, eventGroups, eventsUnseen } from '../snapshotFacts';
import { serversWith } from './licenceServers';

interface LicenceEventRule extends Pick<Rule, 'code' | 'title'> {
  /** Current numbers. */
  readonly ids: readonly number[];
  readonly why: Message;
  /** `names` is empty where the samples hold none. */
  readonly say: (names: string, group: EventGroup) => Message;
  /** Whether another finding about this server tells the same as the event with this number. */
  readonly isTold?: (server: ServerSeen, id: number) => boolean;
  /** It is about licence servers: where all of them answer as they should now, the event is past and information. */
  readonly ofServers?: true;
}

export function licenceEventRule({ code, title, ids, why, say, isTold, ofServers }: LicenceEventRule): Rule {
  return {
    code,
    title,
    severity: 'warning',
    symptom: 4,
    *check({ server }) {
      if (server === undefined) return;
      const past = ofServers === true && allAnswer(server) ? ({ severity: 'information', certainty: 'assumed' } as const) : {};
      const left = ids.filter((id) => isTold?.(server, id) !== true);
      for (const group of left.flatMap((id) => eventGroups(server, CONNECTION_MANAGER, id))) {
        yield { message: say(namesIn(group), group), why, evidence: server.evidence(eventFact(group)), unseen: eventsUnseen(server), ...past };
      }
    },
  };
}

function allAnswer({ snapshot }: ServerSeen): boolean {
  const licensing = dataOf(snapshot.sections.licensing);
  return licensing !== undefined && licensing.servers.length > 0 && serversWith(licensing, 'good').length === licensing.servers.length;
}

function namesIn({ samples }: EventGroup): string {
  const names = samples.flatMap(({ fields }) => fields['Param1'] ?? fields['0'] ?? fields['1'] ?? []);
  return [...new Set(names)].join(', ');
}
