// Quoted text: escapes are `\\` and `\"` and nothing else; Windows drops a value with any other (confirmed for `\0`, assumed for the
// rest). A string may hold real line breaks only as exporters write them, which importers drop (assumed).

import type { TextRange } from '../../text/range';
import { AT, BACKSLASH, isLineEnd, isRestOfLineEmpty, lineEnd, nextLine, OPEN_BRACKET, QUOTE, skipBlanks } from './characters';

export interface QuotedText {
  /** Offset of the closing quote, or of the line end where there is none on this line. */
  readonly end: number;
  readonly closed: boolean;
  /** The first escape Windows does not know. */
  readonly badEscape: TextRange | undefined;
}

/** Reads from the character after the opening quote to the closing quote, on one line. */
export function readQuoted(text: string, from: number): QuotedText {
  let badEscape: TextRange | undefined;
  let at = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return { end: at, closed: true, badEscape };
    if (isLineEnd(unit)) return { end: at, closed: false, badEscape };
    if (unit === BACKSLASH) {
      const escaped = text.charCodeAt(at + 1);
      if (escaped === QUOTE || escaped === BACKSLASH) at++;
      else badEscape ??= { start: at, end: isLineEnd(escaped) ? at + 1 : at + 2 };
    }
    at++;
  }
}

/** The closing quote of a text without escapes, or -1: the usual case, told without making an object. */
export function plainEnd(text: string, from: number): number {
  for (let at = from; ; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at;
    if (unit === BACKSLASH || isLineEnd(unit)) return -1;
  }
}

export function unescapeText(escaped: string): string {
  return escaped.includes('\\') ? escaped.replace(/\\([\\"])/g, '$1') : escaped;
}

export function escapeText(text: string): string {
  return text.replace(/[\\"]/g, '\\$&');
}

const ASSIGNMENT = /^[ \t]*(?:@|"(?:[^"\\]|\\.)*")[ \t]*=/;

/**
 * The closing quote of a string that was left open at the end of its line, when a later line closes it: as exporters write a REG_SZ
 * that holds line breaks. Stops at a line that begins a key or assigns a value, so that one missing quote does not swallow the file.
 */
export function findLaterQuote(text: string, openLineEnd: number): number | undefined {
  let at = nextLine(text, openLineEnd);
  while (at < text.length) {
    const first = text.charCodeAt(skipBlanks(text, at));
    const end = lineEnd(text, at);
    if (first === OPEN_BRACKET || ((first === QUOTE || first === AT) && ASSIGNMENT.test(text.slice(at, end)))) return undefined;
    const quoted = readQuoted(text, at);
    if (quoted.closed) return isRestOfLineEmpty(text, quoted.end + 1) ? quoted.end : undefined;
    at = nextLine(text, end);
  }
  return undefined;
}
