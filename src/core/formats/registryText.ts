// Registry data as the XML formats of policies write it: a type by its name and a text. Follows MS-GPPREF for preferences (numbers as
// hexadecimal digits without a prefix) and files of Policy Analyzer (numbers as in LGPO text, lists separated by \0). Never guesses: what
// it cannot read is undefined.

import { exactData, type ExactData } from '../conversion/exactText';
import type { RegistryKey } from '../registry/place';
import { dwordData, hexText, sameData, stringData, utf16Bytes, valueType, type ValueData } from '../registry/valueData';

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

/** Decimal, or hexadecimal behind 0x. */
export function writtenNumber(type: number, text: string): ValueData | undefined {
  return /^(?:\d{1,20}|0x[0-9a-f]{1,16})$/i.test(text) ? numberData(type, BigInt(text)) : undefined;
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
  if (type === valueType.dword || type === valueType.qword) return writtenNumber(type, written);
  const bytes = bytesOfDigits(written.replace(/[, ]/g, ''));
  return bytes === undefined ? undefined : { type, bytes };
}

/** The name of a type; undefined for one that the XML formats do not name. */
export function nameOfType(type: number): string | undefined {
  return [...types].find(([, number]) => number === type)?.[0];
}

/** Whether a key has no path, or one that loses what stands at its ends when it is read. */
export function isUnspeakableKey({ path }: RegistryKey): boolean {
  return path === '' || path.trim() !== path || path.startsWith('\\') || path.endsWith('\\');
}

/** How a preference writes this data in its `value`; undefined for a list, and where it would be read as other bytes. */
export function preferenceText(data: ValueData): string | undefined {
  const exact = exactData(data);
  const text = exact?.kind === 'number' ? exact.value.toString(16).toUpperCase().padStart(2 * data.bytes.length, '0') : exact?.kind === 'texts' ? undefined : plainText(exact);
  return text !== undefined && isSame(preferenceData(data.type, text, undefined), data) ? text : undefined;
}

/** How a rule of Policy Analyzer writes this data; undefined where it would be read as other bytes. */
export function ruleText(data: ValueData): string | undefined {
  const exact = exactData(data);
  const text = exact?.kind === 'number' ? exact.value.toString() : exact?.kind === 'texts' ? exact.texts.join('\\0') : plainText(exact);
  return text !== undefined && isSame(ruleData(data.type, text), data) ? text : undefined;
}

/** What both formats write alike. */
function plainText(exact: Extract<ExactData, { kind: 'text' | 'bytes' }> | undefined): string | undefined {
  return exact?.kind === 'bytes' ? hexText(exact.bytes).toUpperCase() : exact?.text;
}

const isSame = (read: ValueData | undefined, data: ValueData): boolean => read !== undefined && sameData(read, data);
