// The fourth line of an entry of LGPO text, taken apart. Actions are in capital letters; numbers are decimal or hexadecimal with 0x;
// a doubled backslash in a text is one. What QWORD and DELETEKEYS look like is read off LGPO.exe's own list of actions and not confirmed.

import { stringData, utf16Bytes, valueType } from '../../registry/valueData';
import type { RegistryEntry } from '../entry';
import { writtenNumber } from '../registryText';

type Asked = Pick<RegistryEntry, 'action' | 'type' | 'data' | 'names'>;

/** `clear`: the policy is not configured, which sets nothing. */
export type ActionRead = { readonly asked: Asked } | { readonly problem: 'action' | 'number' | 'bytes'; readonly word: string } | 'clear';

const noData = { type: undefined, data: new Uint8Array() };

function hexBytes(text: string): Uint8Array | undefined {
  if (text === '') return new Uint8Array();
  const parts = text.split(',').map((part) => part.trim());
  return parts.every((part) => /^[0-9a-f]{1,2}$/i.test(part)) ? Uint8Array.from(parts, (part) => parseInt(part, 16)) : undefined;
}

function listBytes(text: string): Uint8Array {
  // Left to right, so that the second backslash of a pair does not start a separator.
  const items = text.replace(/\\\\|\\0/g, (pair) => (pair === '\\0' ? '\0' : '\\')).split('\0').filter((item) => item !== '');
  return utf16Bytes(`${items.map((item) => `${item}\0`).join('')}\0`);
}

/** Names of subkeys, as they stand in one line. */
export function keyNames(text: string): readonly string[] {
  return text.split(';').filter((name) => name !== '');
}

const set = (type: number, data: Uint8Array): ActionRead => ({ asked: { action: 'set', type, data } });

function setOf(word: string, text: string): ActionRead {
  const plain = (type: number): ActionRead => set(type, stringData(text.replaceAll('\\\\', '\\')).bytes);
  const number = (type: number): ActionRead => {
    const data = writtenNumber(type, text);
    return data === undefined ? { problem: 'number', word } : set(type, data.bytes);
  };
  switch (word) {
    case 'DWORD':
      return number(valueType.dword);
    case 'QWORD':
      return number(valueType.qword);
    case 'SZ':
      return plain(valueType.sz);
    case 'EXSZ':
      return plain(valueType.expandSz);
    case 'MULTISZ':
      return set(valueType.multiSz, listBytes(text));
    case 'BINARY': {
      const bytes = hexBytes(text);
      return bytes === undefined ? { problem: 'bytes', word } : set(valueType.binary, bytes);
    }
    case 'DELETEKEYS':
      return { asked: { action: 'deleteKeys', ...noData, names: keyNames(text) } };
    default:
      return { problem: 'action', word };
  }
}

/** What an action line asks for. */
export function readAction(line: string): ActionRead {
  switch (line) {
    case 'DELETE':
      return { asked: { action: 'deleteValue', ...noData } };
    case 'DELETEALLVALUES':
      return { asked: { action: 'deleteAllValues', ...noData } };
    case 'CREATEKEY':
      return { asked: { action: 'createKey', ...noData } };
    case 'DELETEKEYS':
      return { asked: { action: 'deleteKeys', ...noData, names: [] } };
    case 'CLEAR':
      return 'clear';
    default: {
      const colon = line.indexOf(':');
      return colon < 0 ? { problem: 'action', word: line } : setOf(line.slice(0, colon), line.slice(colon + 1));
    }
  }
}
