// Entries as the bytes of a registry.pol, in their order. The folder a file lies in says whether it is about the computer or the user, so
// the hive of an entry is the caller's business. Refuses what the format cannot hold: see polCanSay.

import { utf16Bytes } from '../../registry/valueData';
import type { Entry, RegistryEntry } from '../entry';
import { HEADER_BYTES } from './records';
import { storedAs } from './nameMeaning';

const HEADER = [0x50, 0x52, 0x65, 0x67, 1, 0, 0, 0];
/** `[`, `]`, four `;`, two NULs, type and size. */
const AROUND = 24;

/** Whether a registry.pol can hold this: a registry entry in force, names without NUL, and a key that is not deleted from above the root. */
export function polCanSay(entry: Entry): entry is RegistryEntry {
  if (entry.kind !== 'registry' || entry.disabled === true) return false;
  const { action, key, name } = entry;
  if (key.includes('\0') || name.includes('\0')) return false;
  if (action === 'deleteKey') return key.lastIndexOf('\\') > 0 && !key.endsWith('\\');
  return true;
}

/** The file for these entries; those it cannot say are left out. */
export function writeRegistryPol(entries: readonly Entry[]): Uint8Array {
  const stored = entries.filter(polCanSay).map((entry) => {
    const { key, name, type, data } = storedAs(entry);
    return { key: utf16Bytes(key), name: utf16Bytes(name), type, data };
  });
  const size = stored.reduce((sum, { key, name, data }) => sum + key.length + name.length + data.length + AROUND, HEADER_BYTES);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(HEADER);
  let at = HEADER_BYTES;
  const unit = (sign: string): void => {
    view.setUint16(at, sign.charCodeAt(0), true);
    at += 2;
  };
  const block = (piece: Uint8Array): void => {
    bytes.set(piece, at);
    at += piece.length;
  };
  const number = (value: number): void => {
    view.setUint32(at, value, true);
    at += 4;
  };
  for (const { key, name, type, data } of stored) {
    unit('[');
    block(key);
    unit('\0');
    unit(';');
    block(name);
    unit('\0');
    unit(';');
    number(type);
    unit(';');
    number(data.length);
    unit(';');
    block(data);
    unit(']');
  }
  return bytes;
}
