// A possible meaning with its weight. Weights are ranks, no probabilities: what was named with its kind stands before what only has the
// same number, and more words before fewer.

import { message, type Message } from '../../messages/message';
import type { Explanation } from '../explanation';
import { articleErrors } from '../facts/articleErrors';
import type { Confidence } from '../setting';
import type { Symptom } from '../symptom';

export interface Candidate {
  readonly explanation: Explanation;
  readonly weight: number;
}

/** As the person gave it, and as it is searched: one line, lower case, straight quotes, without the marks of a quotation. */
export interface Pasted {
  readonly text: string;
  readonly lower: string;
}

export const weights = { named: 100, withKind: 90, alone: 60, possible: 40 } as const;

const LONGEST = 4000;

export function pasted(text: string): Pasted {
  const plain = text
    .slice(0, LONGEST)
    .replace(/[\u2018\u2019\u00b4`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/^(?:[\s>*]|-(?!\d))+/gm, '')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return { text: plain, lower: plain.toLowerCase() };
}

/** A meaning of a table: a clause without its full stop. */
export function meaning(text: string): Message {
  return message('explain.meaning', `${text.charAt(0).toUpperCase()}${text.slice(1)}`);
}

interface Simple {
  readonly kind: Explanation['kind'];
  readonly name: string;
  readonly means: string;
  readonly symptom?: Symptom;
  readonly source: string;
  readonly confidence: Confidence;
  readonly rules?: Explanation['rules'];
  readonly details?: readonly Message[];
}

export function candidate(weight: number, row: Simple): Candidate {
  const { kind, name, means, symptom, source, confidence, rules = [], details = [] } = row;
  return { weight, explanation: { kind, name, meaning: meaning(means), details, symptom: symptom ?? null, certainty: confidence, source, rules } };
}

export function articleDetails(numbers: readonly number[]): readonly Message[] {
  return articleErrors.filter(({ number }) => numbers.includes(number)).map(({ says, fact }) => message('explain.article', says, fact));
}
