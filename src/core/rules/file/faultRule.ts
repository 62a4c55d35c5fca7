// What the RDP0xx rules over faults share: one kind of fault becomes one code, and the fault's arguments become its message.
// The arguments of each kind are listed in formats/reg/faults.ts; a rule reads them through FaultWords, which never fails.

import type { Fault, FaultKind } from '../../formats/fault';
import type { Message } from '../../messages/message';
import type { Found, Rule, RuleCode, Severity } from '../rule';

export interface FaultWords {
  /** An argument that tells variants of the kind apart. */
  variant(index: number): string;
  count(index: number): number;
  /** A piece of the file, on one line and shortened for a message. */
  excerpt(index: number): string;
  /** A key, by its last two parts. */
  keyEnd(index: number): string;
  /** A value name, where the empty one is the default value. */
  valueName(index: number): string;
}

type Said = Pick<Found, 'message' | 'severity' | 'tags'>;

interface FaultRule {
  readonly code: RuleCode;
  readonly title: Message;
  readonly severity: Severity;
  readonly kind: FaultKind;
  readonly say: (words: FaultWords) => Said;
  /** How the fault's other statement is introduced. */
  readonly related?: Message;
}

const EXCERPT_LENGTH = 60;
// As placeText (registry/place.ts) and the registry editor's English window write it.
const DEFAULT_VALUE = '(Default)';

export function faultRule({ code, title, severity, kind, say, related }: FaultRule): Rule {
  return {
    code,
    title,
    severity,
    symptom: null,
    *check(statements) {
      for (const fault of statements.ofKind(kind)) {
        const introduced = related !== undefined && fault.related !== undefined ? [{ message: related, evidence: fault.related }] : [];
        yield {
          ...say(wordsOf(fault)),
          evidence: fault.evidence,
          places: fault.places,
          related: introduced,
          remedies: fault.remedies,
          certainty: fault.certainty,
        };
      }
    },
  };
}

function wordsOf({ args }: Fault): FaultWords {
  const textAt = (index: number): string => String(args[index] ?? '');
  return {
    variant: textAt,
    count: (index) => Number(args[index] ?? 0),
    excerpt: (index) => shorten(textAt(index)),
    keyEnd: (index) => textAt(index).replace(/^.+(?=(?:\\[^\\]+){2}$)/, '…'),
    valueName: (index) => (textAt(index) === '' ? DEFAULT_VALUE : shorten(textAt(index))),
  };
}

function shorten(text: string): string {
  // Controls and marks of text direction could make a message read as something else.
  const line = text.replace(/[\r\n\t\0]+/g, ' ').replace(/[\x01-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
  return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH - 1)}…` : line;
}
