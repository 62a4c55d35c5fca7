// Explains the events a server logged about one symptom, each kind once, as information. Left out: what ordinary traffic logs at any
// level, what other rules judge, and providers that speak of the whole machine. Meanings come from the table of events, by number.

import { message } from '../messages/message';
import type { EventFact } from '../rdp/events/event';
import type { Symptom } from '../rdp/symptom';
import type { EventGroup } from '../snapshot/eventsSeen';
import { dataOf } from '../snapshot/sectionData';
import type { ServerSeen } from '../snapshot/serverSeen';
import type { Rule } from './rule';
import { eventFact, factsOf, isOrdinary, timesOf } from './snapshotFacts';
import type { Statements } from './statements';

const ownProviders = /(?:TerminalServices|RdpCoreTS|TermDD|TermService)/;

interface EventRule extends Pick<Rule, 'code' | 'title'> {
  readonly symptom: Symptom;
  /** Current numbers that rules of their own judge. */
  readonly judged: readonly number[];
  /** Current numbers that another finding about this server tells already. */
  readonly told?: (server: ServerSeen, statements: Statements) => readonly number[];
}

export function eventRule({ code, title, symptom, judged, told }: EventRule): Rule {
  return {
    code,
    title,
    severity: 'information',
    symptom,
    *check(statements) {
      const { server } = statements;
      if (server === undefined) return;
      const left = new Set([...judged, ...(told?.(server, statements) ?? [])]);
      for (const group of dataOf(server.snapshot.sections.events)?.groups ?? []) {
        const fact = explained(server, group, symptom);
        if (fact === undefined || left.has(fact.id)) continue;
        yield {
          message: message('events.explained', fact.meaning, String(group.id), timesOf(group), group.first, group.last),
          evidence: server.evidence(eventFact(group)),
        };
      }
    },
  };
}

// What the licence server means by its other numbers is not known.
const LICENCE_SERVER = 'Microsoft-Windows-TerminalServices-Licensing';
const knownOfLicenceServer: ReadonlySet<number> = new Set([17, 18, 20, 21]);

// Without the role a session host's complaints about its licensing mode mean nothing.
const ofSessionHosts: ReadonlySet<number> = new Set([1068, 1069]);

function explained({ snapshot }: ServerSeen, group: EventGroup, symptom: Symptom): EventFact | undefined {
  const host = dataOf(snapshot.sections.host);
  const facts = factsOf(group, host?.build).filter(({ provider }) => ownProviders.test(provider));
  const [fact] = facts;
  // Two meanings under one number and log would be a guess.
  if (facts.length !== 1 || fact?.symptom !== symptom) return undefined;
  if (isOrdinary(fact)) return undefined;
  if (fact.provider === LICENCE_SERVER && !knownOfLicenceServer.has(fact.id)) return undefined;
  return ofSessionHosts.has(fact.id) && host?.sessionHost !== true ? undefined : fact;
}
