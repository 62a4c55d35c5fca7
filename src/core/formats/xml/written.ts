// Text as it is written into an XML document that stays as it is around it. XML 1.0 2.2 and 2.4: a character that no XML may hold has no
// spelling, also not as a number.

import type { TextRange } from '../../text/range';

const MOST_INDENT = 512;
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' };

/** Inside of an attribute, whatever its quotes are, or of an element; undefined where no document can hold it. */
export function writtenText(text: string): string | undefined {
  return UNWRITABLE.test(text) ? undefined : text.replace(/[&<>"'\t\n\r]/g, (unit) => named[unit] ?? unit);
}

/** An element with its line, where nothing else stands in it. */
export function wholeElement(text: string, { start, end }: TextRange): TextRange {
  const lineStart = start - (/[ \t]*$/.exec(text.slice(Math.max(0, start - MOST_INDENT), start))?.[0].length ?? 0);
  const opens = lineStart === 0 || /[\r\n]/.test(text[lineStart - 1] ?? '');
  const rest = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end, end + MOST_INDENT))?.[0];
  return opens && rest !== undefined ? { start: lineStart, end: end + rest.length } : { start, end };
}
