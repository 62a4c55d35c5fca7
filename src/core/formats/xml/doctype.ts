// Where a document declares a document type, told before it is parsed: a parser keeps the whole declaration, which can be all of the file.

import type { TextRange } from '../../text/range';

const DECLARATION = '<!DOCTYPE';

/** Where what may stand before it ends. */
function prologEnd(text: string): number {
  const blanks = /\s*/y;
  let at = 0;
  for (;;) {
    blanks.lastIndex = at;
    blanks.exec(text);
    at = blanks.lastIndex;
    const closing = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : undefined;
    if (closing === undefined) return at;
    const end = text.indexOf(closing, at + closing.length);
    if (end < 0) return text.length;
    at = end + closing.length;
  }
}

/** Undefined where there is none before the root element. An unended one goes on to the end of the text. */
export function doctypeRange(text: string): TextRange | undefined {
  const start = prologEnd(text);
  if (!text.startsWith(DECLARATION, start)) return undefined;
  const close = text.indexOf('>', start);
  if (close < 0) return { start, end: text.length };
  const open = text.slice(start, close).indexOf('[');
  if (open < 0) return { start, end: close + 1 };
  const subsetEnd = /\]\s*>/g;
  subsetEnd.lastIndex = start + open;
  return { start, end: subsetEnd.exec(text) === null ? text.length : subsetEnd.lastIndex };
}
