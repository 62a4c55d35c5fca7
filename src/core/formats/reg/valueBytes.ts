// The bytes Windows stores for a value line. String types: the header decides whether hex bytes are ANSI (REGEDIT4) or UTF-16LE
// (Version 5.00); a missing terminator is added, once, and never to empty data (Wine's tests of `reg import` for types 2 and 7;
// type 1 is assumed to be the same).

import { dwordData, stringData, utf16Bytes, valueType, type ValueData } from '../../registry/valueData';
import { decode8Bit } from '../../text/decode';
import type { Dialect, RegFile, ValueNode } from './nodes';
import { unescapeText } from './stringData';

export function valueName(file: RegFile, node: ValueNode): string {
  const raw = file.text.slice(node.name.start, node.name.end);
  // "@" in quotes is the default value as well (assumed: Wine, hivex, reged and Samba agree).
  return raw === '@' ? '' : unescapeText(raw);
}

export function isStringType(type: number): boolean {
  return type === valueType.sz || type === valueType.expandSz || type === valueType.multiSz;
}

const COMMENT_OR_BLANK = /\\[ \t]*(?:;[^\r\n]*)?(?:(?:\r\n|\r|\n)[ \t]*(?:;[^\r\n]*)?)+/g;

/** The bytes as they stand in the file, before the header says what they mean; for hex data without a problem. */
export function writtenBytes(text: string, node: ValueNode): Uint8Array {
  const data = text.slice(node.data.start, node.data.end);
  const plain = data.slice(data.indexOf(':') + 1).replace(COMMENT_OR_BLANK, '').replace(/[\s\\]+/g, '');
  const bytes = new Uint8Array(node.byteCount);
  let count = 0;
  for (const digits of plain.split(',')) {
    if (digits !== '' && count < bytes.length) bytes[count++] = Number.parseInt(digits, 16);
  }
  return bytes;
}

function terminated(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) return bytes;
  const last = bytes.length - 1;
  // An odd last byte is no character: what Windows makes of it was not confirmed; it is kept as written.
  if (bytes.length % 2 !== 0 || (bytes[last] === 0 && bytes[last - 1] === 0)) return bytes;
  const longer = new Uint8Array(bytes.length + 2);
  longer.set(bytes);
  return longer;
}

function storedBytes(bytes: Uint8Array, type: number, dialect: Dialect): Uint8Array {
  if (!isStringType(type)) return bytes;
  return terminated(dialect === 'v4' ? utf16Bytes(decode8Bit(bytes)) : bytes);
}

/** The data that is stored; undefined for a deletion or a line with a problem. */
export function valueData(file: RegFile, node: ValueNode, dialect: Dialect): ValueData | undefined {
  if (node.problem !== undefined) return undefined;
  switch (node.form) {
    case 'string':
      return stringData(unescapeText(file.text.slice(node.data.start + 1, node.data.end - 1)));
    case 'dword':
      return dwordData(Number.parseInt(file.text.slice(node.data.start + 'dword:'.length, node.data.end), 16));
    case 'hex':
      return { type: node.type, bytes: storedBytes(writtenBytes(file.text, node), node.type, dialect) };
    case 'delete':
    case 'unknown':
      return undefined;
  }
}

