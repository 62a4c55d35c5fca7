// The bytes of an answer as they arrive: kept up to a limit, in room that doubles, so that a server that sends one byte at a time costs no
// more than one that sends all at once. Nothing beyond the limit is ever kept.

export interface KeptBytes {
  /** Keeps what there is room for. */
  add(chunk: Uint8Array): void;
  /** Everything kept so far, in order. Only good until the next `add`. */
  readonly bytes: Uint8Array;
  /** Whether bytes came that there was no room for. */
  readonly overflowed: boolean;
}

export function createKeptBytes(limit: number): KeptBytes {
  let room: Uint8Array = new Uint8Array(Math.min(limit, 512));
  let length = 0;
  let overflowed = false;
  return {
    get bytes() {
      return room.subarray(0, length);
    },
    get overflowed() {
      return overflowed;
    },
    add(chunk) {
      const taken = chunk.subarray(0, limit - length);
      if (taken.length < chunk.length) overflowed = true;
      if (length + taken.length > room.length) {
        const larger = new Uint8Array(Math.min(limit, Math.max(room.length * 2, length + taken.length)));
        larger.set(room.subarray(0, length));
        room = larger;
      }
      room.set(taken, length);
      length += taken.length;
    },
  };
}
