// What a rule is: a code, a symptom, a default severity, and a pure function from observations and syntax faults to findings.
// A rule does not know which spelling the observations came from, keeps no state and does no I/O.

import type { Message } from '../messages/message';
import type { Symptom } from '../rdp/symptom';
import type { Certainty } from '../registry/certainty';
import type { Evidence } from '../registry/observation';
import type { Place } from '../registry/place';
import type { Remedy } from '../remedies/remedy';
import type { Statements } from './statements';

export type RuleCode = `RDP${number}`;
export type Severity = 'error' | 'warning' | 'information' | 'hint';

// Both are part of what a rule says, and both are known to files that rules stand on: they live there, so that no circle closes.
export type { Certainty, Symptom };

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
  /** Why it matters. */
  readonly why?: Message;
  /** What this finding could not see. */
  readonly unseen?: readonly Message[];
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
  readonly why: Message | undefined;
  readonly unseen: readonly Message[];
}
