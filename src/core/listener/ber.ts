// Tag, length, value: the basic encoding rules as far as MCS ([T125], [T124]) and CredSSP ([MS-CSSP]) use them. ITU-T X.690 section 8.1.
// Reads one element at a time and never by recursion, so that no nesting of a stranger costs anything; refuses indefinite lengths, which
// neither protocol uses, and lengths beyond the bytes at hand.

/** Tags that are used here: one number of one or two bytes, class and form included. */
export const tag = {
  boolean: 0x01,
  integer: 0x02,
  octetString: 0x04,
  enumerated: 0x0a,
  sequence: 0x30,
} as const;

/** `[number]` of the context, constructed: 0 to 30. */
export const context = (number: number): number => 0xa0 | number;

export interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
  /** Where the next element begins. */
  readonly end: number;
}

export interface Header {
  readonly tag: number;
  /** Where the content begins and where it ends, even where that is beyond the bytes at hand. */
  readonly start: number;
  readonly end: number;
}

/** The tag and the length at `at`; `incomplete` where more bytes could make one, `fault` where none could. */
export function readHeader(bytes: Uint8Array, at = 0): Header | 'incomplete' | 'fault' {
  const first = bytes[at];
  if (first === undefined) return 'incomplete';
  const long = (first & 0x1f) === 0x1f;
  const second = long ? bytes[at + 1] : 0;
  if (second === undefined) return 'incomplete';
  // A tag number of more than seven bits would need a third byte; no tag of ours has one.
  if (second >= 0x80) return 'fault';
  const lengthAt = at + (long ? 2 : 1);
  const length = readLength(bytes, lengthAt);
  if (typeof length === 'string') return length;
  const start = lengthAt + length.bytes;
  return { tag: long ? (first << 8) | second : first, start, end: start + length.value };
}

/** The whole element at `at`; undefined where there is none, or where it goes on beyond the bytes at hand. */
export function readElement(bytes: Uint8Array, at = 0): Element | undefined {
  const header = readHeader(bytes, at);
  if (typeof header === 'string' || header.end > bytes.length) return undefined;
  return { tag: header.tag, content: bytes.subarray(header.start, header.end), end: header.end };
}

/** The elements that follow each other in `bytes`; undefined where a rest is none. */
export function readElements(bytes: Uint8Array): readonly Element[] | undefined {
  const elements: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const element = readElement(bytes, at);
    if (element === undefined) return undefined;
    elements.push(element);
    at = element.end;
  }
  return elements;
}

/** One element with its shortest length. */
export function encodeElement(tagNumber: number, content: Uint8Array | readonly number[]): Uint8Array {
  const { length } = content;
  const lengthBytes = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  // Callers write a few hundred bytes; a silent wrap would be a packet that lies.
  if (length > 0xffff) throw new RangeError(`an element of ${String(length)} bytes is not written here`);
  const tagBytes = tagNumber > 0xff ? [tagNumber >> 8, tagNumber & 0xff] : [tagNumber];
  return Uint8Array.from([...tagBytes, ...lengthBytes, ...content]);
}

function readLength(bytes: Uint8Array, at: number): { readonly value: number; readonly bytes: number } | 'incomplete' | 'fault' {
  const first = bytes[at];
  if (first === undefined) return 'incomplete';
  if (first < 0x80) return { value: first, bytes: 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 4) return 'fault';
  if (at + count >= bytes.length) return 'incomplete';
  let value = 0;
  for (const byte of bytes.subarray(at + 1, at + 1 + count)) value = value * 0x100 + byte;
  return { value, bytes: count + 1 };
}
