// Names by which group policy says something else than "set this value" (compared without case). Source: Microsoft, "Registry Policy File
// Format"; `**soft.` from Microsoft's notes on system policy control codes. Names that start with two asterisks and are none of these are
// not explained here: who applies policies is told to skip them.

import type { RegistryAction, RegistryEntry } from '../entry';
import { textOf, utf16Bytes, valueType } from '../../registry/valueData';

export type Meaning = Pick<RegistryEntry, 'action' | 'name' | 'type' | 'data' | 'names'>;

interface Stored {
  readonly name: string;
  readonly type: number;
  readonly data: Uint8Array;
}

const nothing = { type: undefined, data: new Uint8Array() };

/** The list behind `**DeleteValues` and `**DeleteKeys`. */
function listed({ type, data }: Stored): readonly string[] {
  return (textOf({ type: type === valueType.expandSz ? type : valueType.sz, bytes: data }) ?? '').split(';').filter((name) => name !== '');
}

function listAction(action: RegistryAction, stored: Stored): Meaning {
  return { action, name: '', type: stored.type, data: stored.data, names: listed(stored) };
}

/** What a value of this name, type and data asks for. */
export function meaningOf(stored: Stored): Meaning {
  const { name, type, data } = stored;
  // No name, no type and no data: the key is created and nothing in it.
  if (name === '' && type === valueType.none && data.length === 0) return { action: 'createKey', name: '', ...nothing };
  if (!name.startsWith('**')) return { action: 'set', name, type, data };
  if (/^\*\*del\./i.test(name)) return { action: 'deleteValue', name: name.slice('**del.'.length), ...nothing };
  if (/^\*\*delvals\.?$/i.test(name)) return { action: 'deleteAllValues', name: '', ...nothing };
  if (/^\*\*deletevalues(?: |$)/i.test(name)) return listAction('deleteValues', stored);
  if (/^\*\*deletekeys(?: |$)/i.test(name)) return listAction('deleteKeys', stored);
  if (/^\*\*securekey$/i.test(name)) return { action: 'secureKey', name: '', type, data };
  if (/^\*\*soft\./i.test(name)) return { action: 'soft', name: name.slice('**soft.'.length), type, data };
  return { action: 'set', name, type, data };
}

/** As policy editors write the data of entries that delete: a blank. */
const BLANK = utf16Bytes(' \0');

/** The list as data, where an entry came from a format that has no data for it. */
function listBytes({ names = [] }: Pick<RegistryEntry, 'names'>): Uint8Array {
  return utf16Bytes(`${names.join(';')}\0`);
}

/** How a registry.pol stores this. */
export function storedAs({ action, name, type, data, names, key }: RegistryEntry): Stored & { readonly key: string } {
  const own = { key, type: type ?? valueType.none, data };
  const list = type === undefined ? { key, type: valueType.sz, data: listBytes({ names: names ?? [] }) } : own;
  switch (action) {
    case 'set':
      return { ...own, name };
    case 'soft':
      return { ...own, name: `**soft.${name}` };
    case 'createKey':
      return { key, name: '', type: valueType.none, data: new Uint8Array() };
    case 'deleteValue':
      return { key, name: `**del.${name}`, type: valueType.sz, data: BLANK };
    case 'deleteAllValues':
      return { key, name: '**delvals.', type: valueType.sz, data: BLANK };
    case 'deleteValues':
      return { ...list, name: '**DeleteValues' };
    case 'deleteKeys':
      return { ...list, name: '**DeleteKeys' };
    case 'secureKey':
      return { ...own, name: '**SecureKey' };
    case 'deleteKey': {
      // A key cannot be deleted by itself, only as a subkey of the one above.
      const cut = key.lastIndexOf('\\');
      return { key: key.slice(0, Math.max(cut, 0)), name: '**DeleteKeys', type: valueType.sz, data: utf16Bytes(`${key.slice(cut + 1)}\0`) };
    }
  }
}
