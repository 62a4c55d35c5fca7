// Registry data as the XML formats of policies write it: a type by its name and a text. Follows MS-GPPREF for preferences (numbers as
// hexadecimal digits without a prefix) and files of Policy Analyzer (numbers decimal, lists separated by \0). Never guesses: what it
// cannot read is undefined.

import type { RegistryKey } from '../registry/place';
import { dwordData, sameData, stringData, textOf, textsOf, utf16Bytes, valueType, type ValueData } from '../registry/valueData';

const types: ReadonlyMap<string, number> = new Map([
  ['REG_NONE', valueType.none],
  ['REG_SZ', valueType.sz],
  ['REG_EXPAND_SZ', valueType.expandSz],
  ['REG_BINARY', valueType.binary],
  ['REG_DWORD', valueType.dword],
  ['REG_MULTI_SZ', valueType.multiSz],
  ['REG_QWORD', valueType.qword],
]);

/** The number of a type by its name, in any case. */
export function typeNamed(name: string): number | undefined {
  return types.get(name.trim().toUpperCase());
}

export function textsData(items: readonly string[]): ValueData {
  return { type: valueType.multiSz, bytes: utf16Bytes(`${items.map((item) => `${item}\0`).join('')}\0`) };
}

/** Two digits a byte, nothing between them. */
export function bytesOfDigits(digits: string): Uint8Array | undefined {
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) return undefined;
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

export function numberData(type: number, value: bigint): ValueData | undefined {
  if (value < 0n) return undefined;
  if (type === valueType.dword) return value <= 0xffffffffn ? dwordData(Number(value)) : undefined;
  if (value > 0xffffffffffffffffn) return undefined;
  return { type, bytes: Uint8Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn)) };
}

/** The data a preference gives; `items` for a list, where the file has them. */
export function preferenceData(type: number, text: string, items: readonly string[] | undefined): ValueData | undefined {
  if (type === valueType.sz || type === valueType.expandSz) return stringData(text, type);
  if (type === valueType.multiSz) return textsData(items ?? (text === '' ? [] : [text]));
  const digits = text.trim();
  if (type === valueType.dword || type === valueType.qword) {
    return /^[0-9a-f]{1,16}$/i.test(digits) ? numberData(type, BigInt(`0x${digits}`)) : undefined;
  }
  const bytes = bytesOfDigits(digits);
  return bytes === undefined ? undefined : { type, bytes };
}

/** The data a rule of Policy Analyzer gives. */
export function ruleData(type: number, text: string): ValueData | undefined {
  if (type === valueType.sz || type === valueType.expandSz) return stringData(text, type);
  if (type === valueType.multiSz) return textsData(text.split('\\0').filter((item) => item !== ''));
  const written = text.trim();
  if (type === valueType.dword || type === valueType.qword) {
    return /^(?:\d{1,20}|0x[0-9a-f]{1,16})$/i.test(written) ? numberData(type, BigInt(written)) : undefined;
  }
  const bytes = bytesOfDigits(written.replace(/[, ]/g, ''));
  return bytes === undefined ? undefined : { type, bytes };
}

/** The name of a type; undefined for one that the XML formats do not name. */
export function nameOfType(type: number): string | undefined {
  return [...types].find(([, number]) => number === type)?.[0];
}

const littleEndian = (bytes: Uint8Array): bigint => bytes.reduceRight((value, byte) => value * 256n + BigInt(byte), 0n);

const digitsOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('').toUpperCase();

/** Whether a key has no path, or one that loses what stands at its ends when it is read. */
export function isUnspeakableKey({ path }: RegistryKey): boolean {
  return path === '' || path.trim() !== path || path.startsWith('\\') || path.endsWith('\\');
}

/** How a preference writes this data in its `value`; undefined for a list, and where it would be read as other bytes. */
export function preferenceText(data: ValueData): string | undefined {
  const { type, bytes } = data;
  const number = (digits: number): string => littleEndian(bytes).toString(16).toUpperCase().padStart(digits, '0');
  const text = type === valueType.multiSz ? undefined : type === valueType.dword ? number(8) : type === valueType.qword ? number(16) : (textIn(data) ?? digitsOf(bytes));
  return text !== undefined && isSame(preferenceData(type, text, undefined), data) ? text : undefined;
}

/** How a rule of Policy Analyzer writes this data; undefined where it would be read as other bytes. */
export function ruleText(data: ValueData): string | undefined {
  const { type, bytes } = data;
  const isNumber = type === valueType.dword || type === valueType.qword;
  const text = type === valueType.multiSz ? textsOf(data)?.join('\\0') : isNumber ? littleEndian(bytes).toString() : (textIn(data) ?? digitsOf(bytes));
  return text !== undefined && isSame(ruleData(type, text), data) ? text : undefined;
}

const textIn = (data: ValueData): string | undefined => (data.type === valueType.sz || data.type === valueType.expandSz ? (textOf(data) ?? '') : undefined);

const isSame = (read: ValueData | undefined, data: ValueData): boolean => read !== undefined && sameData(read, data);
