// TLS records before anything is encrypted: RFC 8446 section 5.1, RFC 5246 section 6.2.1. Hands out what a record carries as it arrives,
// because a server may put its whole flight into one record and stop in the middle. Keeps a header and nothing else. Refuses what is no
// record instead of looking for the next one: bytes out of step mean that a length lied or that something else is talking.

import { readUint16 } from './vectors';

const contentTypes = new Map([
  [20, 'changeCipherSpec'],
  [21, 'alert'],
  [22, 'handshake'],
  [23, 'applicationData'],
  [24, 'heartbeat'],
] as const);

export type ContentType = typeof contentTypes extends ReadonlyMap<number, infer Name> ? Name : never;

export type RecordPart =
  /** Some or all bytes of one record, never none. A view of what was pushed. */
  | { readonly kind: 'content'; readonly type: ContentType; readonly bytes: Uint8Array }
  /** Nothing is read behind it. `notTls`: the first bytes of all begin no record. */
  | { readonly kind: 'fault'; readonly fault: 'notTls' | 'version' | 'recordLength' };

type RecordFault = Extract<RecordPart, { readonly kind: 'fault' }>['fault'];

const headerLength = 5;
/** What TLS 1.2 allows an encrypted one; one in clear has 2048 bytes less, and nobody is harmed by those. */
const longestRecord = 2 ** 14 + 2048;
const newestMinor = 4;

export interface RecordReader {
  /** What the next bytes carry, in order. Ends with a fault where there is one. */
  push(chunk: Uint8Array): readonly RecordPart[];
}

export function createRecordReader(): RecordReader {
  const header = new Uint8Array(headerLength);
  let headerBytes = 0;
  let type: ContentType | undefined;
  let missing = 0;
  let first = true;

  function takeHeaderByte(byte: number): RecordFault | undefined {
    header[headerBytes++] = byte;
    const fault = faultOf(header.subarray(0, headerBytes), first);
    if (fault !== undefined || headerBytes < headerLength) return fault;
    type = contentTypeOf(header[0]);
    missing = readUint16(header, 3) ?? 0;
    headerBytes = 0;
    first = false;
    return undefined;
  }

  return {
    push(chunk) {
      const parts: RecordPart[] = [];
      for (let at = 0; at < chunk.length; ) {
        if (missing > 0 && type !== undefined) {
          const bytes = chunk.subarray(at, at + missing);
          parts.push({ kind: 'content', type, bytes });
          missing -= bytes.length;
          at += bytes.length;
          continue;
        }
        const fault = takeHeaderByte(chunk[at++] ?? 0);
        if (fault !== undefined) return [...parts, { kind: 'fault', fault }];
      }
      return parts;
    },
  };
}

function contentTypeOf(byte: number | undefined): ContentType | undefined {
  return [...contentTypes].find(([number]) => number === byte)?.[1];
}

/** What is wrong with as much of a header as there is. */
function faultOf(header: Uint8Array, first: boolean): RecordFault | undefined {
  const [type, major, minor = 0] = header;
  // Later, a header that is none means that the record before had another length than it said.
  if (contentTypeOf(type) === undefined || (major !== undefined && major !== 3)) return first ? 'notTls' : 'recordLength';
  if (minor > newestMinor) return 'version';
  const length = readUint16(header, 3);
  // Only encrypted data may come in empty records, which are allowed for its sake alone.
  return length !== undefined && (length === 0 || length > longestRecord) ? 'recordLength' : undefined;
}
