// Hex data and its continuation over lines. The grammar Windows follows (Wine's tests of `reg import`): bytes separated by commas, a
// trailing comma is fine, a backslash ends a line only directly after a comma or after the colon, blanks and a `;` comment may follow
// it, blank lines and `;` lines are skipped before the next bytes. The line after a dangling backslash is consumed whatever it is.

import type { TextRange } from '../../text/range';
import {
  BACKSLASH,
  COMMA,
  HASH,
  isBlank,
  isHexDigit,
  isLineEnd,
  isRestOfLineEmpty,
  lineEnd,
  nextLine,
  SEMICOLON,
  skipBlanks,
} from './characters';
import type { HexProblem } from './nodes';

export interface HexData {
  /** End of the last byte, comma or backslash that is data. */
  readonly dataEnd: number;
  /** End of the last line that this value takes up, whether it was read or lost. */
  readonly end: number;
  readonly byteCount: number;
  /** Written in a way whose effect was not confirmed on Windows: one-digit bytes, blanks around commas. */
  readonly loose: boolean;
  readonly problem: { readonly what: HexProblem; readonly at: TextRange } | undefined;
  readonly lost: { readonly why: 'swallowed' | 'cut'; readonly range: TextRange } | undefined;
}

const CONTINUATION = /^[ \t]*,?[ \t]*[0-9a-f]{1,2}(?:[ \t]*,[ \t]*[0-9a-f]{1,2})*[ \t]*,?[ \t]*\\?[ \t]*(?:;.*)?$/i;
// A hex line that is at least two bytes or has a comma or backslash: one lone "ab" is as likely a word.
const CLEARLY_HEX = /,|\\/;

/** End of the run of lines after `end` that plainly go on with hex data, or undefined where the next line does not. */
function orphanedLines(text: string, end: number): TextRange | undefined {
  const start = nextLine(text, end);
  const first = text.charCodeAt(skipBlanks(text, start));
  if (!isHexDigit(first) && first !== COMMA) return undefined;
  let at = start;
  let last: number | undefined;
  while (at < text.length) {
    const stop = lineEnd(text, at);
    const line = text.slice(at, stop);
    if (!CONTINUATION.test(line) || (last === undefined && !CLEARLY_HEX.test(line) && !/^[ \t]+/.test(line))) break;
    last = stop;
    at = nextLine(text, stop);
  }
  return last === undefined ? undefined : { start, end: last };
}

interface Cursor {
  at: number;
  count: number;
  loose: boolean;
  /** What came last on this line: nothing of the value yet, a comma, a byte, or the start of a continued line. */
  after: 'colon' | 'comma' | 'byte' | 'lineStart';
}

// The hot loop: regedit writes "xx," and nothing else, 25 times a line.
function skipPlainBytes(text: string, cursor: Cursor): void {
  let at = cursor.at;
  const from = at;
  while (isHexDigit(text.charCodeAt(at)) && isHexDigit(text.charCodeAt(at + 1)) && text.charCodeAt(at + 2) === COMMA) at += 3;
  if (at === from) return;
  cursor.count += (at - from) / 3;
  cursor.at = at;
  cursor.after = 'comma';
}

function readByte(text: string, cursor: Cursor): HexProblem | undefined {
  const start = cursor.at;
  while (isHexDigit(text.charCodeAt(cursor.at))) cursor.at++;
  if (cursor.at - start > 2 && Number.parseInt(text.slice(start, cursor.at), 16) > 0xff) return 'byteTooLarge';
  if (cursor.at - start !== 2) cursor.loose = true;
  cursor.count++;
  cursor.after = 'byte';
  return undefined;
}

function backslashProblem(text: string, cursor: Cursor): HexProblem | undefined {
  const rest = skipBlanks(text, cursor.at + 1);
  if (text.charCodeAt(rest) === HASH) return 'hashComment';
  if (!isRestOfLineEmpty(text, rest)) return 'strayBackslash';
  if (cursor.after === 'byte') return isSplitByte(text, cursor.at) ? 'splitByte' : 'noCommaBeforeBackslash';
  if (cursor.after === 'comma') return cursor.count === 0 ? 'notHex' : undefined;
  return cursor.after === 'lineStart' ? 'strayBackslash' : undefined;
}

/** `…,7\` and `5,…` on the next line: one byte torn in two. */
function isSplitByte(text: string, backslash: number): boolean {
  if (isHexDigit(text.charCodeAt(backslash - 2))) return false;
  const next = skipBlanks(text, nextLine(text, lineEnd(text, backslash)));
  return isHexDigit(text.charCodeAt(next)) && !isHexDigit(text.charCodeAt(next + 1));
}

type LineOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'continued'; readonly backslash: number }
  | { readonly kind: 'problem'; readonly what: HexProblem; readonly at: TextRange };

function readHexLine(text: string, cursor: Cursor): LineOutcome {
  const problem = (what: HexProblem): LineOutcome => ({ kind: 'problem', what, at: { start: cursor.at, end: lineEnd(text, cursor.at) } });
  for (;;) {
    if (cursor.after !== 'byte') skipPlainBytes(text, cursor);
    const at = skipBlanks(text, cursor.at);
    const unit = text.charCodeAt(at);
    if (isLineEnd(unit) || unit === SEMICOLON) return { kind: 'done' };
    if (at > cursor.at && unit !== BACKSLASH) cursor.loose = true;
    cursor.at = at;
    if (unit === BACKSLASH) {
      const what = backslashProblem(text, cursor);
      return what === undefined ? { kind: 'continued', backslash: at } : problem(what);
    }
    if (unit === HASH) return problem('hashComment');
    if (unit === COMMA) {
      if (cursor.after !== 'byte' && !(cursor.after === 'colon' && cursor.count === 0 && isDanglingComma(text, at))) return problem('notHex');
      cursor.after = 'comma';
      cursor.at++;
    } else if (isHexDigit(unit) && cursor.after !== 'byte') {
      const start = cursor.at;
      const what = readByte(text, cursor);
      if (what !== undefined) {
        cursor.at = start;
        return problem(what);
      }
    } else return problem('notHex');
  }
}

/** `hex:,\`: the comma is read so that the backslash after it is what gets the blame. */
function isDanglingComma(text: string, comma: number): boolean {
  return text.charCodeAt(skipBlanks(text, comma + 1)) === BACKSLASH;
}

/** The start of the next line with content after a continuation, skipping blank and `;` lines; undefined at the end of the file. */
function continuationStart(text: string, backslash: number): number | undefined {
  let at = nextLine(text, lineEnd(text, backslash));
  while (at < text.length) {
    const first = skipBlanks(text, at);
    const unit = text.charCodeAt(first);
    if (first >= text.length) return undefined;
    if (!isLineEnd(unit) && unit !== SEMICOLON) return first;
    at = nextLine(text, lineEnd(text, first));
  }
  return undefined;
}

function failed(text: string, cursor: Cursor, what: HexProblem, at: TextRange): HexData {
  const end = lineEnd(text, at.start);
  const orphaned = orphanedLines(text, end);
  return { dataEnd: cursor.at, end: orphaned?.end ?? end, byteCount: cursor.count, loose: cursor.loose, problem: { what, at }, lost: undefined };
}

/** Reads hex data from the character after the colon. */
export function readHexData(text: string, from: number): HexData {
  const cursor: Cursor = { at: from, count: 0, loose: false, after: 'colon' };
  for (;;) {
    const outcome = readHexLine(text, cursor);
    if (outcome.kind === 'problem') return failed(text, cursor, outcome.what, outcome.at);
    if (outcome.kind === 'done') {
      const end = lineEnd(text, cursor.at);
      const orphaned = cursor.count === 0 ? undefined : orphanedLines(text, end);
      const lost = orphaned === undefined ? undefined : ({ why: 'cut', range: orphaned } as const);
      return { dataEnd: trimBlanks(text, cursor.at), end: orphaned?.end ?? end, byteCount: cursor.count, loose: cursor.loose, problem: undefined, lost };
    }
    const next = continuationStart(text, outcome.backslash);
    if (next === undefined) {
      // End of file after the backslash: Windows stores the bytes it has.
      return { dataEnd: outcome.backslash + 1, end: text.length, byteCount: cursor.count, loose: cursor.loose, problem: undefined, lost: undefined };
    }
    const unit = text.charCodeAt(next);
    if (!isHexDigit(unit)) return danglingContinuation(text, cursor, outcome.backslash, next);
    cursor.at = next;
    cursor.after = 'lineStart';
  }
}

/**
 * Whether what follows this backslash, comments and blank lines aside, is the end of the text, a line of hex data, or a line that does
 * nothing by itself: what is lost with it is this value only.
 */
export function continuesAsHex(text: string, backslash: number): boolean {
  const next = continuationStart(text, backslash);
  return next === undefined || /^[#\\]/.test(text.charAt(next)) || CONTINUATION.test(text.slice(next, lineEnd(text, next)));
}

/** Offset of the backslash that would make hex data from this offset on take a line that is none, once the data is read. */
export function danglingBackslash(text: string, from: number): number | undefined {
  for (let at: number | undefined = from; at !== undefined; ) {
    // A second backslash before it makes the data malformed, which takes no other line.
    const match = /^(?:[^;#\r\n]*[^;#\r\n\\ \t])[ \t]*\\(?=[ \t]*(?:[;#]|$))/.exec(text.slice(at, lineEnd(text, at)));
    if (match === null) return undefined;
    const backslash = at + match[0].length - 1;
    if (!continuesAsHex(text, backslash)) return backslash;
    at = continuationStart(text, backslash);
  }
  return undefined;
}

function trimBlanks(text: string, end: number): number {
  let at = end;
  while (isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

function danglingContinuation(text: string, cursor: Cursor, backslash: number, next: number): HexData {
  const end = lineEnd(text, next);
  const swallowed = { start: next, end };
  const unit = text.charCodeAt(next);
  if (unit === HASH || unit === COMMA || unit === BACKSLASH) {
    const what = unit === HASH ? 'hashComment' : unit === COMMA ? 'notHex' : 'strayBackslash';
    return failed(text, cursor, what, swallowed);
  }
  return {
    dataEnd: backslash + 1,
    end,
    byteCount: cursor.count,
    loose: cursor.loose,
    problem: { what: 'continuationEmpty', at: { start: backslash, end: backslash + 1 } },
    lost: { why: 'swallowed', range: swallowed },
  };
}
