// What a server says in CredSSP, written from the layouts of [MS-NLMP] 2.2.1.2 and [MS-CSSP] 2.2.1, so that a test can make every part lie.

import { context, encodeElement, tag } from '../../../src/core/listener/ber';

export interface ChallengeMade {
  readonly targetName?: Uint8Array;
  readonly unicode?: boolean;
  /** AV_PAIRs: id and value. */
  readonly attributes?: readonly (readonly [number, Uint8Array])[];
  readonly version?: readonly [major: number, minor: number, build: number];
  /** False: the list of attributes has no end. */
  readonly ended?: boolean;
}

const u16 = (value: number): readonly number[] => [value & 0xff, (value >>> 8) & 0xff];
const u32 = (value: number): readonly number[] => [...u16(value), ...u16(value >>> 16)];

export const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));

/** Milliseconds since 1970 as a FILETIME. */
export function fileTime(milliseconds: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE((BigInt(milliseconds) + 11_644_473_600_000n) * 10_000n);
  return Uint8Array.from(bytes);
}

export function challengeMessage({ targetName = new Uint8Array(0), unicode = true, attributes = [], version, ended = true }: ChallengeMade): Uint8Array {
  const information = attributes.flatMap(([id, value]) => [...u16(id), ...u16(value.length), ...value]);
  if (ended) information.push(0, 0, 0, 0);
  const flags = (unicode ? 1 : 2) | (version === undefined ? 0 : 0x02000000);
  const field = (length: number, offset: number): readonly number[] => [...u16(length), ...u16(length), ...u32(offset)];
  const [major, minor, build] = version ?? [0, 0, 0];
  return Uint8Array.from([
    ...Buffer.from('NTLMSSP\0', 'latin1'),
    ...u32(2),
    ...field(targetName.length, 56),
    ...u32(flags),
    ...[1, 2, 3, 4, 5, 6, 7, 8],
    ...u32(0),
    ...u32(0),
    ...field(information.length, 56 + targetName.length),
    ...[major, minor, ...u16(build), 0, 0, 0, 15],
    ...targetName,
    ...information,
  ]);
}

/** TSRequest of an answer, with a token or an error or both. */
export function answerFrame(token: Uint8Array | null, errorCode?: readonly number[]): Uint8Array {
  const negoToken = token === null ? [] : encodeElement(tag.sequence, encodeElement(context(0), encodeElement(tag.octetString, token)));
  return encodeElement(tag.sequence, [
    ...encodeElement(context(0), encodeElement(tag.integer, [6])),
    ...(token === null ? [] : encodeElement(context(1), encodeElement(tag.sequence, negoToken))),
    ...(errorCode === undefined ? [] : encodeElement(context(4), encodeElement(tag.integer, errorCode))),
  ]);
}

/** NegTokenResp of SPNEGO, with the token of NTLM or without one. */
export function negTokenResp(responseToken: Uint8Array | null): Uint8Array {
  const parts = [
    ...encodeElement(context(0), encodeElement(tag.enumerated, [responseToken === null ? 2 : 1])),
    ...(responseToken === null ? [] : encodeElement(context(2), encodeElement(tag.octetString, responseToken))),
  ];
  return encodeElement(context(1), encodeElement(tag.sequence, parts));
}
