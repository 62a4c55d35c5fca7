// Character classes of the .reg grammar. Only space and tab are blanks; CR, LF and CRLF end a line (formats: Wine's tests of
// `reg import`, which pass on Windows, for LF and CRLF; its regedit tests for a lone CR).

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const HASH = 35;
export const COMMA = 44;
export const MINUS = 45;
export const SEMICOLON = 59;
export const EQUALS = 61;
export const AT = 64;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;

const HEX = 1;

// One byte per UTF-16 code unit, so that the hot loop over hex data indexes without a range check.
const classes = new Uint8Array(65536);
for (const digit of '0123456789abcdefABCDEF') classes[digit.charCodeAt(0)] = HEX;

/** False past the end of the text, where charCodeAt gives NaN. */
export function isHexDigit(unit: number): boolean {
  return classes[unit] === HEX;
}

export function isBlank(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}

/** True at a line end and past the end of the text. */
export function isLineEnd(unit: number): boolean {
  return unit === LF || unit === CR || Number.isNaN(unit);
}

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Offset of the line end at or after `from` (the CR of a CRLF), or the length of the text. */
export function lineEnd(text: string, from: number): number {
  let at = from;
  while (!isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/** Offset of the first character of the line that holds `at`. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Offset of the first character of the line after the line end at `end`. */
export function nextLine(text: string, end: number): number {
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : Math.min(end + 1, text.length);
}

/** Offset of the first line below the one that ends at `end` that is no comment, or the length of the text. */
export function lineBelowComments(text: string, end: number): number {
  let start = nextLine(text, end);
  while (start < text.length && text.charCodeAt(skipBlanks(text, start)) === SEMICOLON) start = nextLine(text, lineEnd(text, start));
  return start;
}

/** Whether only blanks, or blanks and a `;` comment, are left on the line. */
export function isRestOfLineEmpty(text: string, from: number): boolean {
  const unit = text.charCodeAt(skipBlanks(text, from));
  return isLineEnd(unit) || unit === SEMICOLON;
}
