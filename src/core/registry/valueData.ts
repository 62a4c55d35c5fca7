// Typed registry data. The bytes are what the registry stores: little-endian numbers, UTF-16LE text with its NUL.
// Type numbers: winnt.h, and Microsoft "Registry Value Types". Types above 11 exist in real exports and are kept as numbers.

export const valueType = {
  none: 0,
  sz: 1,
  expandSz: 2,
  binary: 3,
  dword: 4,
  dwordBigEndian: 5,
  link: 6,
  multiSz: 7,
  resourceList: 8,
  fullResourceDescriptor: 9,
  resourceRequirementsList: 10,
  qword: 11,
} as const;

export interface ValueData {
  readonly type: number;
  readonly bytes: Uint8Array;
}

const typeNames: readonly string[] = [
  'REG_NONE',
  'REG_SZ',
  'REG_EXPAND_SZ',
  'REG_BINARY',
  'REG_DWORD',
  'REG_DWORD_BIG_ENDIAN',
  'REG_LINK',
  'REG_MULTI_SZ',
  'REG_RESOURCE_LIST',
  'REG_FULL_RESOURCE_DESCRIPTOR',
  'REG_RESOURCE_REQUIREMENTS_LIST',
  'REG_QWORD',
];

/** Windows' name of a type, or `type 0x…` for a number without one. */
export function typeName(type: number): string {
  return typeNames[type] ?? `type 0x${type.toString(16)}`;
}

export function dwordData(value: number): ValueData {
  return { type: valueType.dword, bytes: Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24) };
}

/** REG_SZ (or another string type) holding `text` and its terminating NUL. */
export function stringData(text: string, type: number = valueType.sz): ValueData {
  return { type, bytes: utf16Bytes(`${text}\0`) };
}

/** The number a REG_DWORD holds; undefined for another type or another length. */
export function dwordOf(data: ValueData): number | undefined {
  if (data.type !== valueType.dword || data.bytes.length !== 4) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = data.bytes;
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}

/** The text of REG_SZ, REG_EXPAND_SZ or REG_LINK up to its first NUL; undefined for another type. */
export function textOf(data: ValueData): string | undefined {
  if (data.type !== valueType.sz && data.type !== valueType.expandSz && data.type !== valueType.link) return undefined;
  const text = utf16Text(data.bytes);
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

/** The strings of a REG_MULTI_SZ; undefined for another type. */
export function textsOf(data: ValueData): readonly string[] | undefined {
  if (data.type !== valueType.multiSz) return undefined;
  const items = utf16Text(data.bytes).split('\0');
  const end = items.indexOf('');
  return end < 0 ? items : items.slice(0, end);
}

/** UTF-16LE bytes of a string, lone surrogates included (a TextEncoder would replace them). */
export function utf16Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[2 * i] = unit & 0xff;
    bytes[2 * i + 1] = unit >>> 8;
  }
  return bytes;
}

/** The string of UTF-16LE bytes, unit by unit; an odd last byte is left out. */
export function utf16Text(bytes: Uint8Array): string {
  return bytes.length <= 512 ? shortText(bytes) : longText(bytes);
}

function shortText(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) text += String.fromCharCode((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8));
  return text;
}

function longText(bytes: Uint8Array): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    units.push((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8));
    if (units.length === 4096) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join('');
}

export function hexText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** Two hexadecimal digits a byte, set apart. */
export function hexPairs(bytes: Uint8Array, between = ' '): string {
  return hexText(bytes).replace(/..(?=.)/g, `$&${between}`);
}

export function sameData(a: ValueData, b: ValueData): boolean {
  return a.type === b.type && a.bytes.length === b.bytes.length && a.bytes.every((byte, i) => byte === b.bytes[i]);
}

/** The bytes a number type holds; undefined for a type that is no number. */
export function numberSize(type: number): number | undefined {
  if (type === valueType.dword || type === valueType.dwordBigEndian) return 4;
  return type === valueType.qword ? 8 : undefined;
}
