// MCS Connect Initial, the first thing a client says when RDP's own security was agreed: [MS-RDPBCGR] 2.2.1.3, T.125 section 7. The server's
// answer names the encryption it would use. Goes no further than this one packet: nothing is encrypted, no key is made, nobody logs in.

import { encodeElement, tag } from './ber';
import { encodeClientData, type NativeEncryptionQuestion } from './gccClientData';
import { encodeConferenceCreateRequest } from './gccConference';
import { encodeTpkt } from './tpkt';

/** Connect-Initial ::= [APPLICATION 101], constructed. */
const connectInitial = 0x7f65;
const dataTpdu = [0x02, 0xf0, 0x80] as const;

/** DomainParameters in the order of T.125: channels, users, tokens, priorities, throughput, height, PDU size, version. As clients send them. */
const targetParameters = [34, 2, 0, 1, 0, 1, 65535, 2] as const;
const minimumParameters = [1, 1, 1, 1, 0, 1, 1056, 2] as const;
const maximumParameters = [65535, 64535, 65535, 1, 0, 1, 65535, 2] as const;

/** The whole packet, TPKT included. */
export function encodeConnectInitial(question: NativeEncryptionQuestion): Uint8Array {
  const content = [
    ...encodeElement(tag.octetString, [1]), // callingDomainSelector
    ...encodeElement(tag.octetString, [1]), // calledDomainSelector
    ...encodeElement(tag.boolean, [0xff]), // upwardFlag
    ...domainParameters(targetParameters),
    ...domainParameters(minimumParameters),
    ...domainParameters(maximumParameters),
    ...encodeElement(tag.octetString, encodeConferenceCreateRequest(encodeClientData(question))),
  ];
  return encodeTpkt(Uint8Array.from([...dataTpdu, ...encodeElement(connectInitial, content)]));
}

function domainParameters(values: readonly number[]): Uint8Array {
  return encodeElement(
    tag.sequence,
    values.flatMap((value) => [...encodeElement(tag.integer, integer(value))]),
  );
}

// A leading zero keeps a number positive; the clients before us leave it out for 65535 and 64535, and every server takes them as meant.
function integer(value: number): readonly number[] {
  return value < 0x100 ? [value] : [value >> 8, value & 0xff];
}
