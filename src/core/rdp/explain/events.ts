// Events found by number, and by provider where the text names one. A number that has moved is found under both.

import { message, type Message } from '../../messages/message';
import { eventNumbers, events, findEvents } from '../events';
import type { EventFact } from '../events/event';
import { articleErrors } from '../facts/articleErrors';
import { eventsRule, rulesOfEvents } from '../facts/relatedRules';
import { settingById } from '../lookup';
import { articleDetails, candidate, weights, type Candidate, type Pasted } from './candidate';

const short = (provider: string): string => provider.replace(/^Microsoft-Windows-/, '');

export function eventCandidates({ lower }: Pasted): readonly Candidate[] {
  // A description can hold the words of another provider's name.
  const [, source] = /\bsource\s*[:=]\s*([\w-]+)/.exec(lower) ?? [];
  const providers = namedProviders(source ?? lower);
  const [, marked] = /\bevent(?:\s*id)?\s*[:#=]?\s*(\d{1,5})\b/.exec(lower) ?? [];
  const numbers = marked !== undefined ? [marked] : providers.length > 0 ? (lower.match(/\b\d{1,5}\b/g) ?? []) : (/^\d{2,5}$/.exec(lower) ?? []);
  return numbers.flatMap((number): readonly Candidate[] => {
    const id = Number(number);
    const ofProviders = providers.flatMap((provider) => findEvents({ id, provider }));
    const found = ofProviders.length > 0 ? ofProviders : findEvents({ id });
    const base = ofProviders.length > 0 ? weights.named : marked !== undefined ? weights.withKind : weights.alone;
    return [...new Set(found)].map((fact) => explained(fact, id, base + ranking(fact))).concat(mistakes(id, base));
  });
}

/** Those whose name, or the last part of it, stands in the text. */
function namedProviders(lower: string): readonly string[] {
  const names = new Set(events().flatMap(({ provider, otherNames }) => [provider, ...otherNames]));
  return [...names].filter((name) => {
    const whole = short(name).toLowerCase();
    const last = whole.slice(whole.lastIndexOf('-') + 1);
    return has(lower, whole) || (last.length > 8 && has(lower, last));
  });
}

// `TerminalServices-SessionBroker` is not meant by `TerminalServices-SessionBroker-Client`.
function has(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w])${name.replace(/[^\w\s-]/g, '\\$&')}(?![\\w-])`).test(text);
}

/** What speaks of a symptom first, the chatter of the client and of CAPI2 last. */
function ranking({ symptom, level, confidence }: EventFact): number {
  return (symptom === undefined ? 0 : 2) + (level === 'information' ? 0 : 1) + (confidence === 'H' ? 0.5 : 0);
}

function explained(fact: EventFact, asked: number, weight: number): Candidate {
  const { id, provider, log, level, meaning, symptom, settings = [], source, confidence } = fact;
  const key = `${provider}/${id}`;
  const names = settings.flatMap((setting) => settingById(setting)?.place.name ?? []);
  const details: readonly Message[] = [
    message('explain.log', log, level),
    ...eventNumbers(fact).slice(1).map((was) => (asked === was ? message('explain.now', String(id)) : message('explain.was', String(was)))),
    ...(names.length === 0 ? [] : [message('explain.settings', [...new Set(names)].join(', '))]),
    ...articleDetails(mistakeNumbers(id)),
  ];
  const own = rulesOfEvents[key] ?? [];
  const rules = symptom === undefined || level === 'information' ? own : [...own, eventsRule[symptom]];
  return candidate(weight, { kind: 'event', name: `${short(provider)} ${asked}`, means: meaning, ...(symptom === undefined ? {} : { symptom }), source, confidence, rules, details });
}

/** Statements of the article about an event with this number. */
function mistakeNumbers(id: number): readonly number[] {
  return articleErrors.filter(({ says }) => new RegExp(`\\bEvent ${id}\\b`).test(says)).map(({ number }) => number);
}

/** A number that only the article knows. */
function mistakes(id: number, base: number): readonly Candidate[] {
  if (findEvents({ id }).some(({ symptom }) => symptom === 4)) return [];
  return articleErrors
    .filter(({ number }) => mistakeNumbers(id).includes(number))
    .map(({ fact, source, confidence }) => candidate(base + weights.possible, { kind: 'articleError', name: `Event ${id}`, means: fact.replace(/\.$/, ''), symptom: 4, source, confidence, rules: ['RDP407'] }));
}
