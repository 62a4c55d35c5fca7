// Comments that ask for silence: `; rdp-diagnostics-disable-next-line RDP304 RDP305` and, for the whole file,
// `; rdp-diagnostics-disable RDP304`. What follows the codes is a remark. Only a comment of its own line counts: the same words inside
// a string or between two lines of hex data are data.

import type { TextRange } from '../../text/range';
import { isLineEnd, lineEnd, nextLine, SEMICOLON, skipBlanks } from './characters';
import type { RegFile } from './nodes';
import { nodeAt } from './nodeSearch';

export const SUPPRESS_FILE = 'rdp-diagnostics-disable';
export const SUPPRESS_NEXT_LINE = 'rdp-diagnostics-disable-next-line';

export interface SuppressedCode {
  /** In upper case; not necessarily the code of a rule. */
  readonly code: string;
  readonly range: TextRange;
}

export interface Suppression {
  /** From the semicolon to the end of the line. */
  readonly range: TextRange;
  readonly scope: 'file' | 'nextLine';
  readonly codes: readonly SuppressedCode[];
  /** Where the findings start that this is about. */
  readonly covers: TextRange;
}

const COMMENT = /;[ \t]*rdp-diagnostics-disable(-next-line)?(?![\w-])[ \t:]*/y;
const CODE = /RDP\d+(?![\w-])/iy;
const BETWEEN = /[ \t,]*/y;

/** Asks a sticky expression what it finds exactly here. */
function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

function readCodes(text: string, from: number): readonly SuppressedCode[] {
  const codes: SuppressedCode[] = [];
  let at = from;
  for (let found = matchAt(CODE, text, at); found !== null; found = matchAt(CODE, text, at)) {
    codes.push({ code: found[0].toUpperCase(), range: { start: at, end: at + found[0].length } });
    at += found[0].length;
    at += matchAt(BETWEEN, text, at)?.[0].length ?? 0;
  }
  return codes;
}

/** The statement that starts on the next line that is no comment, so that several of these comments can stand above one line. */
function nextStatement(file: RegFile, commentEnd: number): TextRange {
  const { text } = file;
  let start = nextLine(text, commentEnd);
  while (start < text.length && text.charCodeAt(skipBlanks(text, start)) === SEMICOLON) start = nextLine(text, lineEnd(text, start));
  const end = lineEnd(text, start);
  const node = nodeAt(file, skipBlanks(text, start));
  return { start, end: Math.max(end, node?.end ?? end) };
}

/** The comment that holds the words at `offset`; undefined where they stand in something else. */
function suppressionAt(file: RegFile, offset: number): Suppression | undefined {
  const { text } = file;
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  start = skipBlanks(text, start);
  const found = matchAt(COMMENT, text, start);
  // Above the first node is the header, or a comment where the header should be.
  const node = nodeAt(file, start);
  if (found === null || (node !== undefined && node.kind !== 'comment')) return undefined;
  const end = lineEnd(text, start);
  const scope = found[1] === undefined ? 'file' : 'nextLine';
  return {
    range: { start, end },
    scope,
    codes: readCodes(text, start + found[0].length),
    covers: scope === 'file' ? { start: 0, end: text.length } : nextStatement(file, end),
  };
}

/** In the order of the file. Costs one search where a file has none. */
export function readSuppressions(file: RegFile): readonly Suppression[] {
  const found: Suppression[] = [];
  for (let at = file.text.indexOf(SUPPRESS_FILE); at >= 0; at = file.text.indexOf(SUPPRESS_FILE, at)) {
    const suppression = suppressionAt(file, at);
    if (suppression !== undefined) found.push(suppression);
    // One comment a line: the words may come again in its remark.
    at = lineEnd(file.text, at);
  }
  return found;
}
