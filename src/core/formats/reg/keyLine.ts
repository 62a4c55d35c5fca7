// Key lines: `[root\path]` and `[-root\path]`. Only the first `[` and the last `]` of the line count, what follows the last `]` is
// ignored (assumed), and there is no continuation. A blank after `[` or `[-` makes the line do nothing.

import { findHive, hiveAbbreviations, type Hive } from '../../registry/hives';
import { isBlank, lineEnd, MINUS } from './characters';
import type { KeyNode, KeyProblem } from './nodes';

interface Root {
  readonly hive: Hive | undefined;
  readonly problem: KeyProblem | undefined;
}

function readRoot(name: string): Root {
  if (name === '') return { hive: undefined, problem: 'missingRoot' };
  const hive = findHive(name);
  if (hive !== undefined) return { hive, problem: undefined };
  const meant = hiveAbbreviations[name.toUpperCase()];
  return meant === undefined ? { hive: undefined, problem: 'unknownRoot' } : { hive: meant, problem: 'abbreviatedRoot' };
}

function blankProblem(text: string, open: number, deletes: boolean): KeyProblem | undefined {
  if (isBlank(text.charCodeAt(open + 1))) return 'blankAfterBracket';
  return deletes && isBlank(text.charCodeAt(open + 2)) ? 'blankAfterMinus' : undefined;
}

/** Reads the key line whose `[` is at `open`. */
export function readKeyLine(text: string, open: number): KeyNode {
  const end = lineEnd(text, open);
  const close = text.lastIndexOf(']', end - 1);
  const closed = close > open;
  const deletes = text.charCodeAt(open + 1) === MINUS;
  const name = { start: open + (deletes ? 2 : 1), end: closed ? close : end };
  const whole = text.slice(name.start, name.end);
  const separator = whole.indexOf('\\');
  const rootName = separator < 0 ? whole : whole.slice(0, separator);
  const path = separator < 0 ? '' : whole.slice(separator + 1);
  const blanks = blankProblem(text, open, deletes);
  const root = readRoot(rootName.trim());
  const problem = closed ? (blanks ?? root.problem) : 'missingClose';
  return { kind: 'key', start: open, end, deletes, name, hive: root.hive, path, problem };
}
