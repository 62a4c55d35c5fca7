// What a rule is: a code, a symptom, a default severity, and a pure function from observations and syntax faults to findings.
// A rule does not know which spelling the observations came from, keeps no state and does no I/O.

import type { Message } from '../messages/message';
import type { Evidence } from '../registry/observation';
import type { Place } from '../registry/place';
import type { Remedy } from '../remedies/remedy';
import type { Statements } from './statements';

export type RuleCode = `RDP${number}`;
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The article's four symptoms: 1 connections, 2 port and listener, 3 security and keep-alive, 4 licensing. */
export type Symptom = 1 | 2 | 3 | 4;

/** Whether what Windows does here was confirmed on Windows, or is assumed from other sources. */
export type Certainty = 'confirmed' | 'assumed';

export interface Related {
  readonly message: Message;
  readonly evidence: Evidence;
}

export interface Found {
  readonly message: Message;
  readonly evidence: Evidence;
  readonly places?: readonly Place[];
  readonly related?: readonly Related[];
  /** `unnecessary`: the line does nothing. `deprecated`: Windows no longer reads it. */
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  readonly remedies?: readonly Remedy[];
  /** Where it is absent, `confirmed`. */
  readonly certainty?: Certainty;
  /** Overrides the rule's default, never above it: the same fact can weigh less in one place than in another. */
  readonly severity?: Severity;
}

export interface Rule {
  readonly code: RuleCode;
  /** One line for indexes and the severity setting. */
  readonly title: Message;
  readonly severity: Severity;
  readonly symptom: Symptom | null;
  check(statements: Statements): Iterable<Found>;
}

export interface Finding {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly symptom: Symptom | null;
  readonly message: Message;
  readonly evidence: Evidence;
  readonly places: readonly Place[];
  readonly related: readonly Related[];
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
  readonly remedies: readonly Remedy[];
  readonly certainty: Certainty;
}
