// Handshake messages out of the records that carry them: RFC 8446 section 4, RFC 5246 section 7.4. A message may lie across many records
// and a record may hold many messages. Takes one message at a time and holds no more than that one; whether its type and its length are
// to be expected, its owner says as soon as the header is there, so that nobody waits for (or makes room for) what is refused.

export interface Handshake {
  readonly type: number;
  readonly body: Uint8Array;
}

export interface HandshakeReader {
  /**
   * Takes bytes up to the end of one message and returns it with how many that were. `judge` is asked for every header; what it returns
   * other than undefined is returned instead, and nothing may be pushed after it.
   */
  push<Fault>(
    bytes: Uint8Array,
    judge: (type: number, length: number) => Fault | undefined,
  ): { readonly taken: number; readonly message?: Handshake; readonly fault?: Fault };
}

const headerLength = 4;

export function createHandshakeReader(): HandshakeReader {
  const header = new Uint8Array(headerLength);
  let headerBytes = 0;
  let body = new Uint8Array(0);
  let bodyBytes = 0;

  return {
    push(bytes, judge) {
      let taken = 0;
      if (headerBytes < headerLength) {
        const part = bytes.subarray(0, headerLength - headerBytes);
        header.set(part, headerBytes);
        headerBytes += part.length;
        taken = part.length;
        if (headerBytes < headerLength) return { taken };
        const [type = 0, high = 0, middle = 0, low = 0] = header;
        const length = (high << 16) | (middle << 8) | low;
        const fault = judge(type, length);
        if (fault !== undefined) return { taken, fault };
        body = new Uint8Array(length);
        bodyBytes = 0;
      }
      const part = bytes.subarray(taken, taken + body.length - bodyBytes);
      body.set(part, bodyBytes);
      bodyBytes += part.length;
      taken += part.length;
      if (bodyBytes < body.length) return { taken };
      headerBytes = 0;
      return { taken, message: { type: header[0] ?? 0, body } };
    },
  };
}
