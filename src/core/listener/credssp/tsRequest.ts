// TSRequest, the one message of CredSSP: [MS-CSSP] 2.2.1, DER. Writes only a first message, with a token and nothing else; reads the token
// and the error of an answer. The parts that carry keys and credentials are neither written nor looked at.

import { context, encodeElement, readElement, readElements, tag } from '../ber';

export interface TsRequest {
  /** The first of negoTokens. */
  readonly token: Uint8Array | null;
  /** errorCode, an NTSTATUS of 32 bits without sign. */
  readonly errorCode: number | null;
}

const versionAsked = 6;
const part = { version: context(0), negoTokens: context(1), errorCode: context(4) } as const;

/** The whole message around one token. */
export function encodeTsRequest(token: Uint8Array): Uint8Array {
  const negoToken = encodeElement(tag.sequence, encodeElement(context(0), encodeElement(tag.octetString, token)));
  return encodeElement(tag.sequence, [
    ...encodeElement(part.version, encodeElement(tag.integer, [versionAsked])),
    ...encodeElement(part.negoTokens, encodeElement(tag.sequence, negoToken)),
  ]);
}

/** The content of the outermost sequence; undefined where it is no TSRequest. */
export function readTsRequest(content: Uint8Array): TsRequest | undefined {
  const parts = readElements(content);
  if (parts?.[0]?.tag !== part.version) return undefined;
  const tokens = parts.find((element) => element.tag === part.negoTokens);
  const error = parts.find((element) => element.tag === part.errorCode);
  // NegoData ::= SEQUENCE OF SEQUENCE { negoToken [0] OCTET STRING }
  const token = tokens === undefined ? null : inside(tokens.content, [tag.sequence, tag.sequence, context(0), tag.octetString]);
  const code = error === undefined ? null : inside(error.content, [tag.integer]);
  if (token === undefined || code === undefined) return undefined;
  return { token, errorCode: code === null ? null : lowestBits(code) };
}

/** The content of the first element in the first element in …; undefined where one of them is missing or another. */
export function inside(bytes: Uint8Array, tags: readonly number[]): Uint8Array | undefined {
  let content = bytes;
  for (const expected of tags) {
    const element = readElement(content);
    if (element?.tag !== expected) return undefined;
    content = element.content;
  }
  return content;
}

// Windows writes four bytes, others a fifth so that the number stays positive.
function lowestBits(integer: Uint8Array): number {
  let value = 0;
  for (const byte of integer.subarray(-4)) value = value * 0x100 + byte;
  return value;
}
