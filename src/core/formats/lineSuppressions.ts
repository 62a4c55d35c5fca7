// Comments that ask for silence (suppression.ts) in formats whose comments are lines that begin with a semicolon: security templates, where
// a statement is a line, and LGPO text, where an entry is several.

import type { TextRange } from '../text/range';
import { lgpoEntryStarts } from './lgpoText/reading';
import { lineBelowComments, lineEnd, nextLine, SEMICOLON, skipBlanks } from './reg/characters';
import { readSuppressionWords, SUPPRESS_FILE, type Suppression } from './suppression';

interface Comment extends TextRange {
  readonly text: number;
}

/** Lines that begin with a semicolon, in front of which a template may have blanks. */
function* commentLines(text: string, blanksBefore: boolean): Generator<Comment> {
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const at = blanksBefore ? skipBlanks(text, start) : start;
    if (text.charCodeAt(at) === SEMICOLON) yield { start: at, end, text: at + 1 };
    start = nextLine(text, end);
  }
}

function read(text: string, blanksBefore: boolean, scope: 'nextLine' | 'nextEntry', belowOf: (end: number) => TextRange): readonly Suppression[] {
  if (!text.includes(SUPPRESS_FILE)) return [];
  const found: Suppression[] = [];
  for (const { start, end, text: from } of commentLines(text, blanksBefore)) {
    const words = readSuppressionWords(text, from);
    // What stands on a line of its own below an empty comment is none.
    if (words === undefined || words.codesAt > end) continue;
    const told = { range: { start, end }, codesAt: words.codesAt, codes: words.codes };
    found.push(words.scope === 'file' ? { ...told, scope: 'file', covers: { start: 0, end: text.length } } : { ...told, scope, covers: belowOf(end) });
  }
  return found;
}

/** Several comments may stand above one line. */
export function readTemplateSuppressions(text: string): readonly Suppression[] {
  // Comments come in order: what was found below one of them is looked at once.
  let below: TextRange | undefined;
  return read(text, true, 'nextLine', (end) => {
    if (below !== undefined && below.start > end) return below;
    const start = lineBelowComments(text, end);
    below = { start, end: lineEnd(text, start) };
    return below;
  });
}

/** Blank lines and comments may stand between such a comment and its entry. */
export function readLgpoSuppressions(text: string): readonly Suppression[] {
  let starts: readonly number[] | undefined;
  let next = 0;
  return read(text, false, 'nextEntry', (end) => {
    starts ??= lgpoEntryStarts(text);
    while ((starts[next] ?? Infinity) < end) next++;
    const start = starts[next] ?? text.length;
    return { start, end: (starts[next + 1] ?? text.length + 1) - 1 };
  });
}
