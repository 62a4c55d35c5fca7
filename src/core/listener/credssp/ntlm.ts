// The first two messages of NTLM: NEGOTIATE, [MS-NLMP] 2.2.1.1, without a name or a domain, and what CHALLENGE, 2.2.1.2, tells about the
// server. The third message, the one that would log in, does not exist here.

import { oneLine } from '../../text/oneLine';
import type { ChallengeAnswer } from './challengeAnswer';

type Challenge = Extract<ChallengeAnswer, { readonly kind: 'challenge' }>;

const signature = [0x4e, 0x54, 0x4c, 0x4d, 0x53, 0x53, 0x50, 0x00] as const; // NTLMSSP and a zero
const messageType = { negotiate: 1, challenge: 2 } as const;
const flag = { UNICODE: 0x00000001, VERSION: 0x02000000 } as const;

/** What a client of today asks for: a target, its information and its version, signing and sealing by 128 bits. */
const negotiateFlags = 0xe20882b7;
const revision = 0x0f; // NTLMSSP_REVISION_W2K3, the only one there is

/** The fixed part of CHALLENGE up to its reserved bytes; targetInfo and version follow where they are sent. */
const shortestChallenge = 32;
const targetInfoEnd = 48;
const versionEnd = 56;

const attribute = { end: 0, nbComputer: 1, nbDomain: 2, dnsComputer: 3, dnsDomain: 4, dnsTree: 5, timestamp: 7 } as const;

/** A DNS name has 255 characters at most. */
const longestName = 255;

/** The whole message; the version, which servers only log, names none. */
export function encodeNegotiateMessage(): Uint8Array {
  const bytes = new Uint8Array(40);
  bytes.set(signature);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, messageType.negotiate, true);
  view.setUint32(12, negotiateFlags, true);
  view.setUint8(39, revision);
  return bytes;
}

export function isNtlm(token: Uint8Array): boolean {
  return signature.every((byte, at) => token[at] === byte);
}

/** `notChallenge`: another message, or none of NTLM. `field`: a part of it lies outside, or is not what it should be. */
export function readChallenge(token: Uint8Array): Challenge | 'notChallenge' | 'field' {
  const view = new DataView(token.buffer, token.byteOffset, token.byteLength);
  if (!isNtlm(token) || token.length < 12 || view.getUint32(8, true) !== messageType.challenge) return 'notChallenge';
  if (token.length < shortestChallenge) return 'field';
  const flags = view.getUint32(20, true);
  const target = fieldAt(token, view, 12);
  const information = token.length < targetInfoEnd ? token.subarray(0, 0) : fieldAt(token, view, 40);
  const attributes = information === undefined ? undefined : readAttributes(information);
  if (target === undefined || attributes === undefined) return 'field';
  const name = (id: number): string | null => text(attributes.get(id), true);
  return {
    kind: 'challenge',
    targetName: text(target, (flags & flag.UNICODE) !== 0),
    netbiosComputer: name(attribute.nbComputer),
    netbiosDomain: name(attribute.nbDomain),
    dnsComputer: name(attribute.dnsComputer),
    dnsDomain: name(attribute.dnsDomain),
    dnsForest: name(attribute.dnsTree),
    version: (flags & flag.VERSION) !== 0 && token.length >= versionEnd ? readVersion(view) : null,
    serverTime: unixTime(attributes.get(attribute.timestamp)),
  };
}

// Length, allocated length, offset from the beginning of the message.
function fieldAt(token: Uint8Array, view: DataView, at: number): Uint8Array | undefined {
  const length = view.getUint16(at, true);
  const offset = view.getUint32(at + 4, true);
  // An empty field may point anywhere.
  if (length === 0) return token.subarray(0, 0);
  return offset + length > token.length ? undefined : token.subarray(offset, offset + length);
}

/** AV_PAIRs by their id, [MS-NLMP] 2.2.2.1; the first of each. Undefined where the list ends without its end. */
function readAttributes(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> | undefined {
  const attributes = new Map<number, Uint8Array>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length === 0) return attributes;
  for (let at = 0; at + 4 <= bytes.length; ) {
    const id = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    if (id === attribute.end) return attributes;
    if (end > bytes.length) return undefined;
    if (!attributes.has(id)) attributes.set(id, bytes.subarray(at + 4, end));
    at = end;
  }
  return undefined;
}

/** A name as it can be shown: on one line, without control characters. Null for none. */
function text(bytes: Uint8Array | undefined, unicode: boolean): string | null {
  if (bytes === undefined || bytes.length === 0) return null;
  // A byte without its other half at the end of UTF-16 is no character. The other encoding is the server's own code page: ASCII is all
  // that can be told of it from here.
  const units = unicode ? Array.from({ length: bytes.length >> 1 }, (_, index) => utf16(bytes, 2 * index)) : Array.from(bytes);
  const name = oneLine(String.fromCharCode(...units.slice(0, 2 * longestName)), longestName);
  return name === '' ? null : name;
}

const utf16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

/** Servers that are not Windows may send a version of zeros. */
function readVersion(view: DataView): Challenge['version'] {
  const [major, minor, build] = [view.getUint8(48), view.getUint8(49), view.getUint16(50, true)];
  return major === 0 && minor === 0 && build === 0 ? null : { major, minor, build };
}

const millisecondsFrom1601To1970 = 11_644_473_600_000;

/** Of a FILETIME: 100 nanoseconds since 1601. Null for none and for zero, which is no time but the lack of one. */
function unixTime(bytes: Uint8Array | undefined): number | null {
  if (bytes?.length !== 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ticks = view.getBigUint64(0, true);
  return ticks === 0n ? null : Number(ticks / 10_000n) - millisecondsFrom1601To1970;
}
