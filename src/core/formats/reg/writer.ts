// Data as regedit writes it: hex in lower case, bytes separated by commas, lines of at most 80 columns that end in `,\`, the next one
// indented by two spaces. Read off exported files.

import { dwordOf, valueType, type ValueData } from '../../registry/valueData';
import type { Dialect } from './nodes';
import { escapeText } from './stringData';
import { isStringType } from './valueBytes';

const LINE_WIDTH = 80;

function hexPrefix(type: number): string {
  return type === valueType.binary ? 'hex:' : `hex(${type.toString(16)}):`;
}

/** One byte a character, as a REGEDIT4 file holds text; characters above U+00FF have no byte and become a question mark. */
function ansiBytes(bytes: Uint8Array): Uint8Array {
  const narrow = new Uint8Array(bytes.length >> 1);
  for (let i = 0; i < narrow.length; i++) narrow[i] = bytes[2 * i + 1] === 0 ? (bytes[2 * i] ?? 0) : 0x3f;
  return narrow;
}

export function formatHex(type: number, bytes: Uint8Array, column: number, newline: string): string {
  const lines: string[] = [];
  let line = hexPrefix(type);
  let room = LINE_WIDTH - column;
  bytes.forEach((byte, i) => {
    const piece = byte.toString(16).padStart(2, '0') + (i + 1 < bytes.length ? ',' : '');
    // Room for the backslash that a break needs.
    if (line.length + piece.length + 1 > room && i > 0) {
      lines.push(`${line}\\`);
      line = '  ';
      room = LINE_WIDTH;
    }
    line += piece;
  });
  lines.push(line);
  return lines.join(newline);
}

function plainString(data: ValueData): string | undefined {
  if (data.type !== valueType.sz || data.bytes.length < 2 || data.bytes.length % 2 !== 0) return undefined;
  let text = '';
  for (let i = 0; i < data.bytes.length; i += 2) text += String.fromCharCode((data.bytes[i] ?? 0) | ((data.bytes[i + 1] ?? 0) << 8));
  const end = text.indexOf('\0');
  // A NUL in the middle, a missing NUL or a line break cannot be said between quotes.
  return end === text.length - 1 && !/[\r\n]/.test(text) ? text.slice(0, -1) : undefined;
}

/**
 * The right side of a value line.
 * @param column where it starts on its line, from 0: decides where hex data breaks
 */
export function formatData(data: ValueData, dialect: Dialect, column: number, newline: string): string {
  const number = dwordOf(data);
  if (number !== undefined) return `dword:${number.toString(16).padStart(8, '0')}`;
  const text = plainString(data);
  if (text !== undefined) return `"${escapeText(text)}"`;
  const bytes = dialect === 'v4' && isStringType(data.type) ? ansiBytes(data.bytes) : data.bytes;
  return formatHex(data.type, bytes, column, newline);
}
