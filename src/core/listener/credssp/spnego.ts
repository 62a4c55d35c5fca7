// The token inside a token: an answer of SPNEGO (RFC 4178 section 4.2.2) carries the one of NTLM in its responseToken. Which mechanisms were
// agreed, and the checksum over them, are not looked at.

import { context, readElements, tag } from '../ber';
import { inside } from './tsRequest';

const negTokenResp = context(1);
const responseToken = context(2);

/** The responseToken of a NegTokenResp; undefined where the token is anything else or has none. */
export function readResponseToken(token: Uint8Array): Uint8Array | undefined {
  const sequence = inside(token, [negTokenResp, tag.sequence]);
  const found = sequence === undefined ? undefined : readElements(sequence)?.find((element) => element.tag === responseToken);
  return found === undefined ? undefined : inside(found.content, [tag.octetString]);
}
