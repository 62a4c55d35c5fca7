// The events of a server by kind: how often, first and last, and what Windows means by it. Those of one symptom stand with it.

import { message, type Say } from '../../messages/message';
import type { Symptom } from '../../rdp/symptom';
import { eventFact, factsOf, isOrdinary, timesOf } from '../../rules/snapshotFacts';
import type { EventGroup } from '../../snapshot/eventsSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { Snapshot } from '../../snapshot/snapshot';
import type { ReportLine } from '../reportText';
import { timeText } from './hostLines';

/** Undefined: the events that belong to no symptom, and those of ordinary traffic. */
export function eventLines({ sections }: Snapshot, symptom: Symptom | undefined, say: Say): readonly ReportLine[] {
  const build = dataOf(sections.host)?.build;
  return (dataOf(sections.events)?.groups ?? []).flatMap((group) => {
    const facts = factsOf(group, build);
    const [fact] = facts;
    const known = facts.length === 1 ? fact : undefined;
    const told = known === undefined || isOrdinary(known) ? undefined : known.symptom;
    return told === symptom ? [eventLine(group, known?.meaning, say)] : [];
  });
}

function eventLine(group: EventGroup, meaning: string | undefined, say: Say): ReportLine {
  const { id, provider, count, first, last } = group;
  const times = count === 1 && !group.capped ? message('report.once') : message('report.times', timesOf(group));
  const when = first === last ? message('report.eventAt', timeText(last)) : message('report.eventBetween', timeText(first), timeText(last));
  const short = provider.replace(/^Microsoft-Windows-(?:TerminalServices-)?/u, '');
  return {
    id: eventFact(group),
    label: say(message('report.event', id)),
    value: say(times),
    source: [say(when), short, ...(meaning === undefined ? [] : [meaning])].join(', '),
  };
}

/** Which logs were read, and which were not. */
export function channelLines({ sections }: Snapshot, say: Say): readonly ReportLine[] {
  const events = dataOf(sections.events);
  if (events === undefined) return [];
  return events.channels.map(({ channel, state, oldest }) => ({
    id: `channel:${channel}`,
    label: say(message('report.channel')),
    value: say(channelStates[state]),
    source: [channel, ...(oldest === null ? [] : [say(message('report.channelFrom', timeText(oldest)))])].join(', '),
  }));
}

const channelStates = {
  read: message('report.channel.read'),
  missing: message('report.channel.missing'),
  denied: message('report.channel.denied'),
  disabled: message('report.channel.disabled'),
  failed: message('report.channel.failed'),
} as const;
