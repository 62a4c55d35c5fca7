// Value lines: `name = data`. Each form of data is one function; what is wrong with a line is said in its node's problem, and the
// text range it covers, so that nothing is read twice.

import type { TextRange } from '../../text/range';
import { valueType } from '../../registry/valueData';
import {
  AT,
  EQUALS,
  HASH,
  isBlank,
  isHexDigit,
  isRestOfLineEmpty,
  lineEnd,
  MINUS,
  QUOTE,
  skipBlanks,
} from './characters';
import { readHexData } from './hexData';
import type { DwordProblem, ValueForm, ValueNode, ValueProblem } from './nodes';
import { findLaterQuote, plainEnd, readQuoted } from './stringData';

interface Data {
  readonly form: ValueForm;
  readonly type: number;
  /** End of the data itself. */
  readonly dataEnd: number;
  /** End of the statement: its last line. */
  readonly end: number;
  readonly byteCount: number;
  readonly loose: boolean;
  readonly problem: ValueProblem | undefined;
  readonly lost: ValueNode['lost'];
}

function oneLine(text: string, form: ValueForm, type: number, dataEnd: number, problem?: ValueProblem): Data {
  return { form, type, dataEnd, end: lineEnd(text, dataEnd), byteCount: 0, loose: false, problem, lost: undefined };
}

function contentEnd(text: string, from: number): number {
  let end = lineEnd(text, from);
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

function trailingProblem(text: string, from: number): ValueProblem | undefined {
  if (isRestOfLineEmpty(text, from)) return undefined;
  const at = { start: skipBlanks(text, from), end: contentEnd(text, from) };
  return { kind: 'trailing', what: text.charCodeAt(at.start) === HASH ? 'hash' : 'text', at };
}

function readString(text: string, quote: number): Data {
  const quoted = readQuoted(text, quote + 1);
  if (!quoted.closed) {
    const later = findLaterQuote(text, quoted.end);
    if (later !== undefined) return oneLine(text, 'string', valueType.sz, later + 1, { kind: 'multiLine' });
    const what = quoted.badEscape === undefined ? 'noClosingQuote' : 'badEscape';
    const at = quoted.badEscape ?? { start: quote, end: contentEnd(text, quote) };
    return oneLine(text, 'string', valueType.sz, contentEnd(text, quote), { kind: 'string', what, at });
  }
  const dataEnd = quoted.end + 1;
  // A quote in the middle: what follows the closing quote touches it and holds another quote.
  const rest = text.charCodeAt(dataEnd);
  const whole = contentEnd(text, dataEnd);
  if (!isRestOfLineEmpty(text, dataEnd) && !isBlank(rest) && rest !== HASH && text.slice(dataEnd, whole).includes('"')) {
    return oneLine(text, 'string', valueType.sz, whole, { kind: 'string', what: 'strayQuote', at: { start: quoted.end, end: dataEnd } });
  }
  const badEscape: ValueProblem | undefined =
    quoted.badEscape === undefined ? undefined : { kind: 'string', what: 'badEscape', at: quoted.badEscape };
  return oneLine(text, 'string', valueType.sz, dataEnd, badEscape ?? trailingProblem(text, dataEnd));
}

function dwordProblem(text: string, from: number, digitsEnd: number, whole: string): DwordProblem | undefined {
  if (isRestOfLineEmpty(text, digitsEnd)) {
    if (digitsEnd === from) return 'empty';
    return digitsEnd - from > 8 ? 'tooLong' : undefined;
  }
  if (/^0x/i.test(whole)) return 'prefix0x';
  if (whole.startsWith('-')) return 'negative';
  if (/^[0-9a-f]*[ \t]*\\[ \t]*$/i.test(whole)) return 'continued';
  return digitsEnd === from || !isBlank(text.charCodeAt(digitsEnd)) ? 'notHex' : 'trailing';
}

function readDword(text: string, afterColon: number): Data {
  const from = skipBlanks(text, afterColon);
  let digitsEnd = from;
  while (isHexDigit(text.charCodeAt(digitsEnd))) digitsEnd++;
  const whole = text.slice(from, contentEnd(text, from));
  const what = dwordProblem(text, from, digitsEnd, whole);
  if (what === undefined) return oneLine(text, 'dword', valueType.dword, digitsEnd);
  if (text.charCodeAt(skipBlanks(text, digitsEnd)) === HASH && digitsEnd > from) {
    return oneLine(text, 'dword', valueType.dword, digitsEnd, trailingProblem(text, digitsEnd));
  }
  return oneLine(text, 'dword', valueType.dword, from + whole.length, { kind: 'dword', what });
}

function readHex(text: string, type: number, afterColon: number): Data {
  const hex = readHexData(text, afterColon);
  const problem: ValueProblem | undefined = hex.problem === undefined ? undefined : { kind: 'hex', ...hex.problem };
  return { form: 'hex', type, dataEnd: hex.dataEnd, end: hex.end, byteCount: hex.byteCount, loose: hex.loose, problem, lost: hex.lost };
}

const TYPE_IN_PARENTHESES = /\(([^)\r\n]*)\)[ \t]*:/y;
const KEYWORD = /(?:dword|hex|hex\([^)\r\n]*\))(?=[ \t]*:)/iy;

function readTypedHex(text: string, start: number): Data | undefined {
  TYPE_IN_PARENTHESES.lastIndex = start + 3;
  const match = TYPE_IN_PARENTHESES.exec(text);
  if (match === null) return undefined;
  const written = match[1] ?? '';
  if (/^[0-9a-f]{1,8}$/i.test(written) && match[0] === `(${written}):`) {
    return readHex(text, Number.parseInt(written, 16), TYPE_IN_PARENTHESES.lastIndex);
  }
  const at: TextRange = { start: start + 3, end: start + 5 + written.length };
  const hex = readHexData(text, TYPE_IN_PARENTHESES.lastIndex);
  return { form: 'hex', type: 0, dataEnd: hex.dataEnd, end: hex.end, byteCount: hex.byteCount, loose: hex.loose, problem: { kind: 'hex', what: 'badType', at }, lost: undefined };
}

function readKeyword(text: string, start: number): Data | undefined {
  // The two keywords begin with letters of their own, which spares comparing both.
  if (text[start] === 'd') {
    if (text.startsWith('dword:', start)) return readDword(text, start + 6);
  } else if (text.startsWith('hex', start)) {
    if (text[start + 3] === ':') return readHex(text, valueType.binary, start + 4);
    if (text[start + 3] === '(') return readTypedHex(text, start);
  }
  KEYWORD.lastIndex = start;
  const match = KEYWORD.exec(text);
  if (match === null || match[0] === match[0].toLowerCase()) return undefined;
  const at = { start, end: start + match[0].length };
  const isHex = /^hex/i.test(match[0]);
  const end = isHex ? readHexData(text, skipBlanks(text, at.end) + 1).end : lineEnd(text, start);
  return { form: isHex ? 'hex' : 'dword', type: 0, dataEnd: contentEnd(text, start), end, byteCount: 0, loose: false, problem: { kind: 'typeUpperCase', at }, lost: undefined };
}

const CURLY_QUOTE = /^(?:[\u201c\u201d\u201e\u00ab]|\u00e2\u20ac(?:\u0153|\u009d|\u017e))/;

function readData(text: string, start: number): Data {
  const unit = text.charCodeAt(start);
  if (unit === QUOTE) return readString(text, start);
  if (unit === MINUS) {
    if (isRestOfLineEmpty(text, start + 1)) return oneLine(text, 'delete', 0, start + 1);
    const at = { start: start + 1, end: contentEnd(text, start) };
    return oneLine(text, 'delete', 0, at.end, { kind: 'delete', at });
  }
  const typed = readKeyword(text, start);
  if (typed !== undefined) return typed;
  const end = contentEnd(text, start);
  if (CURLY_QUOTE.test(text.slice(start, start + 4))) {
    return oneLine(text, 'string', valueType.sz, end, { kind: 'string', what: 'curlyQuotes', at: { start, end } });
  }
  return oneLine(text, 'unknown', 0, end, { kind: 'data' });
}

function badName(text: string, start: number, name: TextRange, what: 'noClosingQuote' | 'noEquals'): ValueNode {
  const end = lineEnd(text, start);
  const data = { start: end, end };
  return { kind: 'value', start, end, form: 'unknown', type: 0, name, data, byteCount: 0, loose: false, problem: { kind: 'name', what }, lost: undefined };
}

/** Reads the value line whose name starts (with `@` or a quote) at `start`. */
export function readValueLine(text: string, start: number): ValueNode {
  let name: TextRange = { start: start + 1, end: start + 1 };
  let afterName = start + 1;
  if (text.charCodeAt(start) !== AT) {
    const plain = plainEnd(text, start + 1);
    const quoted = plain < 0 ? readQuoted(text, start + 1) : undefined;
    name = { start: start + 1, end: quoted?.end ?? plain };
    if (quoted?.closed === false) return badName(text, start, name, 'noClosingQuote');
    afterName = name.end + 1;
  }
  const equals = skipBlanks(text, afterName);
  if (text.charCodeAt(equals) !== EQUALS) {
    return badName(text, start, name, text.slice(name.start, name.end).includes('=') ? 'noClosingQuote' : 'noEquals');
  }
  const dataStart = skipBlanks(text, equals + 1);
  const data = readData(text, dataStart);
  return {
    kind: 'value',
    start,
    end: data.end,
    form: data.form,
    type: data.type,
    name,
    data: { start: dataStart, end: data.dataEnd },
    byteCount: data.byteCount,
    loose: data.loose,
    problem: data.problem,
    lost: data.lost,
  };
}

/** `@` or an opening quote: what a value line starts with. */
export function startsValue(unit: number): boolean {
  return unit === QUOTE || unit === AT;
}
