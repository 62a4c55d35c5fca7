// Reads what `reg query` prints: the full name of a key, then four blanks, name, four blanks, type, four blanks, data (tabs before
// Vista). The same in every language; complaints stand on standard error (Wine: on standard output, in no such shape). Data that a text
// cannot carry back is left out: a text of several lines, one in an unknown code page, a type printed in a way nobody documented.

import { hexText, stringData, utf16Bytes, valueType } from '../../registry/valueData';
import type { RegistryValueSeen } from '../registrySeen';
import { linesOf } from './answers';
import { textIn } from './codePage';

export interface ReadValue {
  /** Empty for the default value, which Windows prints as a translated word in brackets. */
  readonly name: string;
  readonly type: number;
  /** As printed, one letter a byte. */
  readonly text: string;
  /** Something followed that is neither a value nor a key: more lines of this one, perhaps. */
  readonly goesOn: boolean;
}

export interface ReadKey {
  /** `HKEY_LOCAL_MACHINE\…` as printed. */
  readonly key: string;
  readonly values: readonly ReadValue[];
}

const TYPES: Readonly<Record<string, number>> = {
  REG_NONE: 0, REG_SZ: 1, REG_EXPAND_SZ: 2, REG_BINARY: 3, REG_DWORD: 4, REG_DWORD_LITTLE_ENDIAN: 4, REG_DWORD_BIG_ENDIAN: 5, REG_LINK: 6,
  REG_MULTI_SZ: 7, REG_RESOURCE_LIST: 8, REG_FULL_RESOURCE_DESCRIPTOR: 9, REG_RESOURCE_REQUIREMENTS_LIST: 10, REG_QWORD: 11,
};
const VALUE = /^(?: {4}|\t)(\S.*?)(?: {4}|\t)(REG_[A-Z_]{2,40})(?:(?: {4}|\t)(.*))?$/;
const KEY = /^HKEY_[A-Z_]{5,20}(?:\\.*)?$/;

/** In the order printed. Lines before the first key belong to nobody. */
export function readRegQuery(said: string): readonly ReadKey[] {
  const keys: { key: string; values: ReadValue[] }[] = [];
  for (const line of linesOf(said)) {
    if (KEY.test(line)) {
      keys.push({ key: line, values: [] });
      continue;
    }
    const values = keys.at(-1)?.values;
    if (values === undefined || line === '') continue;
    const [, name = '', word = '', text = ''] = VALUE.exec(line) ?? [];
    const type = TYPES[word];
    const last = values.at(-1);
    if (type !== undefined) values.push({ name: /^\(.*\)$/.test(name) ? '' : name, type, text, goesOn: false });
    else if (last !== undefined) values[values.length - 1] = { ...last, goesOn: true };
  }
  return keys;
}

/** `data` is null where the printed text does not tell the bytes; then `length` is 0. */
export function seenValue({ name, type, text, goesOn }: ReadValue, codePage: number | undefined): RegistryValueSeen {
  const bytes = goesOn ? undefined : bytesOf(type, text, codePage);
  return { name, type, data: bytes === undefined ? null : hexText(bytes), length: bytes?.length ?? 0 };
}

function bytesOf(type: number, text: string, codePage: number | undefined): Uint8Array | undefined {
  switch (type) {
    case valueType.dword:
      return littleEndian(text, 4);
    case valueType.qword:
      return littleEndian(text, 8);
    case valueType.sz:
    case valueType.expandSz:
    case valueType.link: {
      const plain = textIn(text, codePage);
      return plain === undefined ? undefined : stringData(plain).bytes;
    }
    case valueType.multiSz: {
      const plain = textIn(text, codePage)?.replace(/(?:\\0)+$/, '');
      return plain === undefined ? undefined : utf16Bytes(plain === '' ? '\0' : `${plain.split('\\0').join('\0')}\0\0`);
    }
    case valueType.dwordBigEndian:
      return undefined;
    default:
      return /^(?:[\da-f]{2})*$/i.test(text) ? Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)) : undefined;
  }
}

/** `0x1a2b` */
function littleEndian(text: string, size: 4 | 8): Uint8Array | undefined {
  const digits = /^0x([\da-f]{1,16})$/i.exec(text)?.[1]?.padStart(2 * size, '0');
  if (digits?.length !== 2 * size) return undefined;
  return Uint8Array.from({ length: size }, (_, at) => Number.parseInt(digits.slice(2 * (size - 1 - at), 2 * (size - at)), 16));
}
