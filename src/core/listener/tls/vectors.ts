// Vectors of the presentation language of TLS (RFC 8446 section 3.4): a big-endian length of one to three bytes, then that many bytes.
// Reads nothing beyond its end: a vector that says more than there is, is none.

export type LengthBytes = 1 | 2 | 3;

/** Content longer than its length can say is a bug of the caller and throws a RangeError. */
export function encodeVector(lengthBytes: LengthBytes, content: readonly number[]): readonly number[] {
  if (content.length >= 2 ** (8 * lengthBytes)) throw new RangeError(`${String(content.length)} bytes do not fit into a vector`);
  const length = [content.length >>> 16, content.length >>> 8, content.length].map((byte) => byte & 0xff);
  return [...length.slice(3 - lengthBytes), ...content];
}

export interface Vector {
  readonly content: Uint8Array;
  /** Where the bytes after it begin. */
  readonly end: number;
}

/** The vector that begins at `offset`; undefined where it is not whole. Its content is a view, not a copy. */
export function readVector(bytes: Uint8Array, offset: number, lengthBytes: LengthBytes): Vector | undefined {
  const start = offset + lengthBytes;
  if (start > bytes.length) return undefined;
  const length = bytes.subarray(offset, start).reduce((sum, byte) => sum * 0x100 + byte, 0);
  const end = start + length;
  return end > bytes.length ? undefined : { content: bytes.subarray(start, end), end };
}

/** 16 bits, big-endian; undefined where they are not whole. */
export function readUint16(bytes: Uint8Array, offset: number): number | undefined {
  const high = bytes[offset];
  const low = bytes[offset + 1];
  return high === undefined || low === undefined ? undefined : (high << 8) | low;
}
