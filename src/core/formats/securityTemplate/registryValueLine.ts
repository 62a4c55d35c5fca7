// A line of [Registry Values]: `MACHINE\path\name=type,data`, the name in quotes or not. Types are 1, 2, 3, 4 and 7 and no others. Numbers
// are decimal, or hexadecimal behind 0x; texts of type 1 and 2 stand in quotes; the items of a list are told apart by commas; bytes are
// numbers too. Follows MS-GPSB 2.2.5. That binary data of several bytes is decimal was seen nowhere and is assumed.

import { hexText, utf16Bytes, valueType } from '../../registry/valueData';
import type { TextRange } from '../../text/range';
import type { EntryHive } from '../entry';
import { fieldsOf, type Fields } from './fields';
import { trimmed } from './lines';

/** Why nothing is stored, and the piece of the line it is about. */
export interface Refused {
  readonly why: 'noEquals' | 'root' | 'path' | 'type' | 'typeMissing' | 'number' | 'bytes' | 'quote' | 'text';
  readonly at: TextRange;
}

interface RegistryParts {
  /** The whole path, without quotes. */
  readonly path: TextRange;
  /** The first part of the path. */
  readonly root: TextRange;
  /** From the type to the end of the line, comments left out where they can be told. */
  readonly data: TextRange;
}

export interface RegistryLine extends RegistryParts {
  readonly hive: EntryHive;
  readonly key: string;
  readonly name: string;
  readonly type: number;
  readonly bytes: Uint8Array;
}

const roots: Readonly<Record<string, EntryHive>> = { machine: 'machine', user: 'user', users: 'users', classes_root: 'classes' };

function registryParts(text: string, line: TextRange): RegistryParts | Refused {
  const equals = equalsSign(text, line);
  if (equals < 0) return { why: 'noEquals', at: line };
  let path = trimmed(text, { start: line.start, end: equals });
  const isQuoted = text[path.start] === '"' && path.end - path.start > 1 && text[path.end - 1] === '"';
  if (isQuoted) path = { start: path.start + 1, end: path.end - 1 };
  const written = text.slice(path.start, path.end);
  const first = written.indexOf('\\');
  const root = { start: path.start, end: first < 0 ? path.end : path.start + first };
  return { path, root, data: trimmed(text, { start: equals + 1, end: line.end }) };
}

/** A name may hold an equals sign: the one before a type counts, or the first one where there is none. */
function equalsSign(text: string, { start, end }: TextRange): number {
  let from = start;
  // In quotes it is part of the name.
  if (text[start] === '"') {
    const close = text.indexOf('"', start + 1);
    if (close > 0 && close < end) from = close;
  }
  let first = -1;
  for (let at = from; at < end; at++) {
    if (text[at] !== '=') continue;
    if (first < 0) first = at;
    if (typeAt(text, { start: at + 1, end }) !== undefined) return at;
  }
  return first;
}

interface TypeSeen extends TextRange {
  /** The offset of the comma. */
  readonly comma: number;
}

function typeAt(text: string, { start, end }: TextRange): TypeSeen | undefined {
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  const digits = at;
  while (at < end && isDigit(text[at])) at++;
  const after = at;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return after > digits && at < end && text[at] === ',' ? { start: digits, end: after, comma: at } : undefined;
}

const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= '0' && unit <= '9';

export function registryLine(text: string, line: TextRange): RegistryLine | Refused {
  const parts = registryParts(text, line);
  if ('why' in parts) return parts;
  const { path, root, data } = parts;
  const hive = roots[text.slice(root.start, root.end).toLowerCase()];
  if (hive === undefined) return { why: 'root', at: root };
  const below = text.slice(root.end + 1, path.end);
  const last = below.lastIndexOf('\\');
  if (last <= 0) return { why: 'path', at: path };
  const typed = typeAt(text, data);
  if (typed === undefined) return { why: 'typeMissing', at: data };
  const type = Number(text.slice(typed.start, typed.end));
  const stored = storedBytes(text, type, { start: typed.comma + 1, end: data.end }, typed);
  if ('why' in stored) return stored;
  return { ...parts, data: { start: data.start, end: stored.end }, hive, key: below.slice(0, last), name: below.slice(last + 1), type, bytes: stored.bytes };
}

type Stored = { readonly bytes: Uint8Array; readonly end: number } | Refused;

function storedBytes(text: string, type: number, range: TextRange, typed: TextRange): Stored {
  switch (type) {
    case valueType.sz:
    case valueType.expandSz:
      return storedText(text, range);
    case valueType.multiSz:
      return storedTexts(text, range);
    case valueType.dword:
      return storedNumber(text, range);
    case valueType.binary:
      return storedNumbers(text, range);
    default:
      return { why: 'type', at: typed };
  }
}

function storedText(text: string, range: TextRange): Stored {
  const at = trimmed(text, range);
  // Behind the closing quote only a comment may follow; a text without quotes is taken as it stands.
  if (text[at.start] !== '"') return { bytes: utf16Bytes(`${text.slice(at.start, at.end)}\0`), end: at.end };
  const seen = fieldsOf(text, at, { comments: true });
  const [field, more] = seen.fields;
  if (seen.open) return { why: 'quote', at };
  if (field === undefined || more !== undefined || field.mixed) return { why: 'text', at };
  return { bytes: utf16Bytes(`${field.text}\0`), end: field.end };
}

/** The items of a list; a comma inside one stands in quotes. Empty items cannot be stored and are left out. */
function storedTexts(text: string, range: TextRange): Stored {
  const seen = fieldsOf(text, range, { comments: false });
  const at = trimmed(text, range);
  if (seen.open) return { why: 'quote', at };
  const items = seen.fields.map((field) => field.text).filter((item) => item !== '');
  return { bytes: utf16Bytes(items.map((item) => `${item}\0`).join('') + '\0'), end: at.end };
}

function storedNumber(text: string, range: TextRange): Stored {
  const seen = fieldsOf(text, range, { comments: true });
  const [field, more] = seen.fields;
  const number = field === undefined || more !== undefined ? undefined : numberIn(field.text, 0xffff_ffff);
  if (number === undefined || field === undefined) return { why: 'number', at: whatWasGiven(text, range, seen) };
  return { bytes: Uint8Array.of(number & 0xff, (number >>> 8) & 0xff, (number >>> 16) & 0xff, number >>> 24), end: field.end };
}

function storedNumbers(text: string, range: TextRange): Stored {
  const seen = fieldsOf(text, range, { comments: true });
  const bytes: number[] = [];
  for (const field of seen.fields) {
    const number = numberIn(field.text, 0xff);
    if (number === undefined) return { why: 'bytes', at: whatWasGiven(text, range, seen) };
    bytes.push(number);
  }
  return { bytes: Uint8Array.from(bytes), end: whatWasGiven(text, range, seen).end };
}

function whatWasGiven(text: string, range: TextRange, { end }: Fields): TextRange {
  return trimmed(text, { start: range.start, end });
}

function numberIn(written: string, largest: number): number | undefined {
  if (!/^(?:\d{1,10}|0x[0-9a-f]{1,8})$/i.test(written)) return undefined;
  const number = Number(written);
  return number <= largest ? number : undefined;
}

/** For telling two lines about one value: hive, key and name without case. */
export function placeText({ hive, key, name }: RegistryLine): string {
  return `${hive}\\${key}\\${name}`.toLowerCase();
}

export function sameStored(a: RegistryLine, b: RegistryLine): boolean {
  return a.type === b.type && hexText(a.bytes) === hexText(b.bytes);
}
