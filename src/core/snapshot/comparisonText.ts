// A comparison as text: by symptom, one difference a block, what was and what is below each other, so that long data stays readable and
// two texts can be compared line by line. What was not seen on both sides stands at the end: it is no change.

import { message, type Message } from '../messages/message';
import { oneLine } from '../text/oneLine';
import type { SnapshotDifference } from './difference';

type Say = (text: Message) => string;

export interface ComparedNames {
  readonly before: string;
  readonly after: string;
}

/** Lines end with LF. */
export function comparisonText(differences: readonly SnapshotDifference[], names: ComparedNames, say: Say): string {
  const changed = differences.filter(({ change }) => change !== 'unseen');
  const unseen = differences.filter(({ change }) => change === 'unseen');
  const groups: readonly (readonly [Message, readonly SnapshotDifference[]])[] = [
    [message('comparison.symptom1'), changed.filter(({ symptom }) => symptom === 1)],
    [message('comparison.symptom2'), changed.filter(({ symptom }) => symptom === 2)],
    [message('comparison.symptom3'), changed.filter(({ symptom }) => symptom === 3)],
    [message('comparison.symptom4'), changed.filter(({ symptom }) => symptom === 4)],
    [message('comparison.general'), changed.filter(({ symptom }) => symptom === null)],
    [message('comparison.unseenHead'), unseen],
  ];
  const blocks = groups.filter(([, rows]) => rows.length > 0).map(([title, rows]) => `\n${say(title)}\n${rows.map((row) => block(row, say)).join('')}`);
  return `${oneLine(say(message('comparison.head', names.before, names.after)))}\n${say(count(changed.length, unseen.length))}\n${blocks.join('')}`;
}

function count(changed: number, unseen: number): Message {
  if (changed === 0) return unseen === 0 ? message('comparison.same') : message('comparison.sameSeen');
  return changed === 1 ? message('comparison.one') : message('comparison.count', changed);
}

// Data can hold line ends; a difference is three lines.
function block({ label, before, after }: SnapshotDifference, say: Say): string {
  const told = (side: Message | undefined): string => oneLine(say(side ?? message('comparison.absent'))).trimEnd();
  return `   ${oneLine(say(label)).trimEnd()}\n     - ${told(before)}\n     + ${told(after)}\n`;
}
