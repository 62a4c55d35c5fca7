// TPKT, the frame around every RDP packet before TLS: version 3, a reserved byte, a big-endian length that counts the header too.
// RFC 1006 section 6, [T123] section 8. Reads what has arrived so far, in whatever chunks; refuses what is not a frame instead of
// looking for the next one, because bytes that are not TPKT mean that something other than RDP is talking.

const headerLength = 4;

/** RFC 1006: the smallest TPDU in use is a Data TPDU of three bytes. */
const smallestFrame = 7;

export const tpktMaximum = 0xffff;

export type TpktFault =
  /** The first byte is not 3. */
  | 'version'
  /** The length is below the smallest frame. */
  | 'lengthTooSmall'
  /** The length is above the limit of the reader. */
  | 'lengthTooLarge';

export type TpktReading =
  | { readonly kind: 'frame'; readonly payload: Uint8Array; /** Bytes of the whole frame, header included. */ readonly length: number }
  /** So far a frame; this many more bytes are needed at least. */
  | { readonly kind: 'incomplete'; readonly missing: number }
  | { readonly kind: 'fault'; readonly fault: TpktFault };

/** Reads the frame at the start of `bytes`. `limit` is the longest frame to accept, header included. */
export function readTpkt(bytes: Uint8Array, limit: number = tpktMaximum): TpktReading {
  const [version, , high, low] = bytes;
  if (version === undefined) return { kind: 'incomplete', missing: headerLength };
  if (version !== 3) return { kind: 'fault', fault: 'version' };
  if (high === undefined || low === undefined) return { kind: 'incomplete', missing: headerLength - bytes.length };
  const length = (high << 8) | low;
  if (length < smallestFrame) return { kind: 'fault', fault: 'lengthTooSmall' };
  if (length > limit) return { kind: 'fault', fault: 'lengthTooLarge' };
  if (bytes.length < length) return { kind: 'incomplete', missing: length - bytes.length };
  return { kind: 'frame', payload: bytes.slice(headerLength, length), length };
}

/** A payload of 3 to 65531 bytes in its frame. Any other length is a bug of the caller and throws a RangeError. */
export function encodeTpkt(payload: Uint8Array): Uint8Array {
  const length = payload.length + headerLength;
  if (length < smallestFrame || length > tpktMaximum) throw new RangeError(`no TPKT frame has ${String(length)} bytes`);
  const frame = new Uint8Array(length);
  frame.set([3, 0, length >> 8, length & 0xff]);
  frame.set(payload, headerLength);
  return frame;
}

export function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
