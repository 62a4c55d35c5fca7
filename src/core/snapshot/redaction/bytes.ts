// Hexadecimal data with what it names replaced: text of registry values in UTF-16, texts and binary SIDs inside other bytes, thumbprints.
// Bytes that are no such thing stay as they are, so that flags, lengths and access rights keep their meaning.

import { hexText, utf16Bytes, utf16Text, valueType } from '../../registry/valueData';
import { valueDataOf } from '../observations';
import type { StandIns } from './standIns';

const textTypes: ReadonlySet<number> = new Set([valueType.sz, valueType.expandSz, valueType.link, valueType.multiSz]);
const THUMBPRINT = 20;

/** Of a registry value: `data` may be no hexadecimal at all, and stays then. */
export function redactedData(name: string, type: number, data: string, names: StandIns, text: (text: string) => string): string {
  const bytes = valueDataOf({ name, type, data, length: 0 })?.bytes;
  if (bytes === undefined) return names.text(data);
  if (!textTypes.has(type)) return redactedBytes(bytes, names, /hash|certificate|thumbprint/i.test(name));
  const odd = bytes.length % 2 === 0 ? '' : hexText(bytes.subarray(-1));
  return hexText(utf16Bytes(text(utf16Text(bytes)))) + odd;
}

/** Any bytes; a thumbprint that no certificate of the snapshot has is known as one only by where it stands. */
export function redactedBytes(bytes: Uint8Array, names: StandIns, mayBeThumbprint: boolean): string {
  const hex = hexText(bytes);
  if (bytes.length === THUMBPRINT && (mayBeThumbprint || names.of(hex) !== undefined)) return names.text(hex);
  const sids = bytesWithSids(bytes, names);
  const even = inside(sids, 0, names);
  const shifted = inside(even, 1, names);
  return hexText(latin(shifted, names));
}

/** UTF-16 text that begins at an even or an odd byte. */
function inside(bytes: Uint8Array, offset: number, names: StandIns): Uint8Array {
  const text = utf16Text(bytes.subarray(offset));
  const redacted = names.text(text);
  if (redacted === text) return bytes;
  const read = offset + 2 * text.length;
  return joined(bytes.subarray(0, offset), utf16Bytes(redacted), bytes.subarray(read));
}

function latin(bytes: Uint8Array, names: StandIns): Uint8Array {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const redacted = names.text(text);
  return redacted === text ? bytes : Uint8Array.from(redacted, (letter) => letter.charCodeAt(0) & 0xff);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

// Revision 1, 4 or 5 parts, authority 5 and 21 first; or authority 12 and 1 first. [MS-DTYP] 2.4.2.2
const heads = [
  { head: [1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0], prefix: 'S-1-5-21', parts: 4 },
  { head: [1, 4, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0], prefix: 'S-1-5-21', parts: 3 },
  { head: [1, 5, 0, 0, 0, 0, 0, 12, 1, 0, 0, 0], prefix: 'S-1-12-1', parts: 4 },
] as const;

function bytesWithSids(bytes: Uint8Array, names: StandIns): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer, copy.byteOffset, copy.byteLength);
  for (let at = 0; at < copy.length; at++) {
    if (copy[at] !== 1) continue;
    for (const { head, prefix, parts } of heads) {
      const from = at + head.length;
      if (from + 4 * parts > copy.length || !head.every((byte, i) => copy[at + i] === byte)) continue;
      const numbers = Array.from({ length: parts }, (_, i) => view.getUint32(from + 4 * i, true));
      const mapped = names.text([prefix, ...numbers].join('-')).slice(prefix.length + 1).split('-');
      mapped.forEach((number, i) => view.setUint32(from + 4 * i, Number(number), true));
    }
  }
  return copy;
}
