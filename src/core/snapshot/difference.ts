// One fact in which two snapshots differ. Facts are told by what they are about (a value, a service, a rule), never by their place in a
// list. What one of the two did not see is a difference of its own kind, never a removal.

import type { Message } from '../messages/message';
import type { Symptom } from '../rdp/symptom';
import type { SectionName } from './snapshot';

export interface SnapshotDifference {
  /** The fact as evidence calls it: `value:<KEY>\<name>`, `service:<name>`, `unseen:<section>` … */
  readonly fact: string;
  readonly section: SectionName;
  /** `unseen`: one of the two did not see it, so that nothing can be said about it. */
  readonly change: 'changed' | 'added' | 'removed' | 'unseen';
  readonly label: Message;
  /** Undefined where it was not there. */
  readonly before: Message | undefined;
  readonly after: Message | undefined;
  readonly symptom: Symptom | null;
}
