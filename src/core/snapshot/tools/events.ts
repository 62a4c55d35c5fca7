// The events section, from `wevtutil`: groups of the answers by provider, id and qualifiers, counted up to the limit of an answer. An
// answer without an event is believed only where the System log showed that it holds something; wevtutil ends with Windows' error code.

import type { EventChannel, EventGroup, EventsSeen } from '../eventsSeen';
import type { SectionGap } from '../snapshot';
import { hexText, utf16Bytes } from '../../registry/valueData';
import type { ToolAnswer, ToolAnswers } from './answers';
import { channels, eventQuestions, type EventQuestion } from './eventQuestions';
import { readEvents, type EventRead } from './eventXml';
import { gap, notAvailable, type Denied, type Reading } from './reading';

const SAMPLES = 5;
const DENIED = 5;
const NO_SUCH_CHANNEL = 15_007;
const OURS = ['TermService', 'UmRdpService', 'SessionEnv'] as const;
const OURS_IN_BINARY = OURS.map((name) => hexText(utf16Bytes(name)));

/** @param most of one answer, as it was asked for */
export function eventsByTools(answers: ToolAnswers, days: number, most: number, denied: Denied): Reading<EventsSeen> {
  const unseen: SectionGap[] = [];
  const seen = channels.map((channel): EventChannel => channelOf(channel, answers));
  const system = seen[0];
  if (system === undefined || system.state !== 'read') {
    if (system?.state === 'denied') return { failure: { reason: denied, detail: `wevtutil ended with ${DENIED}` } };
    return notAvailable('wevtutil did not read the System log');
  }
  // Every System log that works holds something.
  if (system.oldest === null) return notAvailable('wevtutil printed no event of the System log');
  const failed = new Set<string>();
  const groups = eventQuestions.flatMap((question, at): readonly EventGroup[] => {
    if (seen.find(({ channel }) => channel === question.channel)?.state !== 'read') return [];
    const answer = answers.get(`events.${at}`);
    if (answer?.code !== 0) {
      failed.add(question.channel);
      unseen.push(gap(`groups.${question.channel}/${question.provider}`, answer?.code === DENIED ? denied : 'failed', saidBy(answer)));
      return [];
    }
    const events = readEvents(ascii(answer.text));
    return groupsOf(question, events.filter((event) => counts(question, event)), events.length >= most);
  });
  const states = seen.map((channel): EventChannel => (failed.has(channel.channel) ? { ...channel, state: 'failed' } : channel));
  return { data: { days, channels: states, groups }, unseen };
}

function channelOf(channel: string, answers: ToolAnswers): EventChannel {
  const at = channels.indexOf(channel);
  const settings = answers.get(`channel.${at}`);
  const state = stateOf(settings);
  if (state !== 'read') return { channel, state, oldest: null };
  const oldest = answers.get(`oldest.${at}`);
  const reached = stateOf(oldest);
  if (reached !== 'read' || oldest === undefined) return { channel, state: reached, oldest: null };
  const first = readEvents(ascii(oldest.text))[0]?.at ?? null;
  // The words of the settings are not translated; where they say nothing, the events do.
  if (/^enabled:\s*false/m.test(settings?.text ?? '')) return { channel, state: 'disabled', oldest: first };
  return { channel, state: 'read', oldest: first };
}

function stateOf(answer: ToolAnswer | undefined): EventChannel['state'] {
  if (answer === undefined) return 'failed';
  if (answer.code === 0) return 'read';
  return answer.code === DENIED ? 'denied' : answer.code === NO_SUCH_CHANNEL ? 'missing' : 'failed';
}

function saidBy(answer: ToolAnswer | undefined): string {
  return answer === undefined ? 'wevtutil was not heard of' : `wevtutil ended with ${answer.code}`;
}

/** What is in a language stays unread: codes, addresses and names of the system are ASCII. */
function ascii(text: string): string {
  return text.replace(/[\u0080-\u00ff]+/g, '\ufffd');
}

function counts({ services, faults }: EventQuestion, { fields, values }: EventRead): boolean {
  if (services === true) {
    const binary = fields['binary'] ?? '';
    if (OURS_IN_BINARY.some((name) => binary.includes(name))) return true;
    return ['param1', 'param2', 'param3', 'param4'].some((name) => OURS.some((service) => service === fields[name]));
  }
  if (faults !== true) return true;
  return ['Result value', 'ErrorStatus value'].some((name) => values.get(name)?.some((value) => value !== '0') === true);
}

function groupsOf(question: EventQuestion, events: readonly EventRead[], capped: boolean): readonly EventGroup[] {
  const kinds = new Map<string, EventRead[]>();
  for (const event of events) {
    const kind = `${event.id}/${event.qualifiers ?? ''}`;
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [event]);
    else known.push(event);
  }
  return Array.from(kinds.values(), (ofKind): EventGroup => {
    const newest = ofKind.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    const [last] = newest;
    const { channel, provider } = question;
    return {
      channel, provider, id: last?.id ?? 0, level: last?.level ?? 0, qualifiers: last?.qualifiers ?? null, count: ofKind.length, capped,
      first: newest.at(-1)?.at ?? '', last: last?.at ?? '', samples: newest.slice(0, SAMPLES).map((event) => ({ at: event.at, fields: fieldsIn(question, event) })),
    };
  });
}

function fieldsIn({ faults }: EventQuestion, { fields, values }: EventRead): Readonly<Record<string, string>> {
  if (faults !== true) return fields;
  const failing = (name: string): string | undefined => values.get(name)?.find((value) => value !== '0') ?? values.get(name)?.[0];
  const found = { result: failing('Result value'), errorStatus: failing('ErrorStatus value'), process: values.get('EventAuxInfo ProcessName')?.[0] };
  return Object.fromEntries(Object.entries(found).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}
