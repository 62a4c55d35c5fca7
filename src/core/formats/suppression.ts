// What a comment that asks for silence says, in whatever format it stands: `rdp-diagnostics-disable-next-line RDP304 RDP305` and, for the
// whole file, `rdp-diagnostics-disable RDP304`. What follows the codes is a remark. Which comments there are, and what stands below one, is
// for the format to say.

import type { TextRange } from '../text/range';

export const SUPPRESS_FILE = 'rdp-diagnostics-disable';
export const SUPPRESS_NEXT_LINE = 'rdp-diagnostics-disable-next-line';

export interface SuppressedCode {
  /** In upper case; not necessarily the code of a rule. */
  readonly code: string;
  readonly range: TextRange;
}

export interface Suppression {
  /** The comment, from the characters that open it. */
  readonly range: TextRange;
  /** `nextEntry`: about the entry or the element that begins next, however many lines it has. */
  readonly scope: 'file' | 'nextLine' | 'nextEntry';
  /** Where the first code stands, or would. */
  readonly codesAt: number;
  readonly codes: readonly SuppressedCode[];
  /** Where the findings start that this is about. */
  readonly covers: TextRange;
}

export type SuppressionWords = Pick<Suppression, 'codesAt' | 'codes'> & { readonly scope: 'file' | 'next' };

// A comment of XML may end right behind a word.
const WORDS = /\s*rdp-diagnostics-disable(-next-line)?(?!\w|-(?!->))/y;
const CODE = /RDP\d+(?!\w|-(?!->))/iy;
const BEFORE = /[ \t:]*/y;
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

/** @param start behind the characters that open the comment; undefined where it says something else */
export function readSuppressionWords(text: string, start: number): SuppressionWords | undefined {
  const found = matchAt(WORDS, text, start);
  if (found === null) return undefined;
  const codesAt = start + found[0].length;
  return { scope: found[1] === undefined ? 'file' : 'next', codesAt, codes: readCodes(text, codesAt + (matchAt(BEFORE, text, codesAt)?.[0].length ?? 0)) };
}
