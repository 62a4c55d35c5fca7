// The question who a server is, in CredSSP and without credentials, and its answer as it arrives: [MS-CSSP] 3.1.5, [MS-NLMP] 3.2.5.1.1. Spoken
// inside TLS, after a Connection Confirm that selected CredSSP. Ends where a login would begin.

import type { Reader } from '../answer';
import { readHeader, tag } from '../ber';
import { createKeptBytes } from '../kept';
import type { ChallengeAnswer } from './challengeAnswer';
import { encodeNegotiateMessage, isNtlm, readChallenge } from './ntlm';
import { readResponseToken } from './spnego';
import { encodeTsRequest, readTsRequest } from './tsRequest';

const longestAnswer = 0x10000;

/** The whole question: TSRequest with NTLM's NEGOTIATE. The same bytes for everyone. */
export function encodeNegotiate(): Uint8Array {
  return encodeTsRequest(encodeNegotiateMessage());
}

/** Reads one answer, in any chunking. Keeps at most 64 KB. */
export function createChallengeReader(): Reader<ChallengeAnswer> {
  const kept = createKeptBytes(longestAnswer);
  return {
    push(chunk) {
      kept.add(chunk);
      return readAnswer(kept.bytes);
    },
    end(ending) {
      if (ending.kind === 'timeout') return { kind: 'timeout', received: kept.bytes.length };
      return kept.bytes.length === 0 ? ending : malformed('cut');
    },
  };
}

function readAnswer(bytes: Uint8Array): ChallengeAnswer | undefined {
  if (bytes.length === 0) return undefined;
  const header = readHeader(bytes);
  if (bytes[0] !== tag.sequence || header === 'fault') return malformed('der');
  if (header === 'incomplete') return undefined;
  if (header.end > longestAnswer) return malformed('tooLarge');
  if (header.end > bytes.length) return undefined;
  const request = readTsRequest(bytes.subarray(header.start, header.end));
  if (request === undefined) return malformed('der');
  // A server that refuses says why, and has then nothing to offer.
  if (request.errorCode !== null) return { kind: 'error', status: request.errorCode };
  return request.token === null ? malformed('noToken') : answerOf(request.token);
}

function answerOf(token: Uint8Array): ChallengeAnswer {
  const ntlm = isNtlm(token) ? token : readResponseToken(token);
  const challenge = ntlm === undefined ? 'notChallenge' : readChallenge(ntlm);
  return typeof challenge === 'string' ? malformed(challenge) : challenge;
}

function malformed(fault: Extract<ChallengeAnswer, { readonly kind: 'malformed' }>['fault']): ChallengeAnswer {
  return { kind: 'malformed', fault };
}
