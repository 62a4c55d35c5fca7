// One question, one answer. What a server's first bytes mean as an answer to a Connection Request ([MS-RDPBCGR] 2.2.1.2), read as they
// arrive, and what it means when they stop. Keeps at most a few hundred bytes: a server that never stops talking is cut off.

import { bannerComplete, readBanner, type Banner } from './banner';
import type { PresentedCertificate } from './certificate';
import type { ChallengeAnswer } from './credssp/challengeAnswer';
import type { McsAnswer } from './mcsAnswer';
import type { TlsAnswer, TlsQuestion } from './tls/tlsAnswer';
import { joinBytes, readTpkt, type TpktFault, type TpktReading } from './tpkt';
import { decodeTpdu, type Tpdu, type X224Fault } from './x224';
import type { ConnectFailure } from '../ports';

/** One connection: a Connection Request, and one step further where the answer opens a way for it. */
export interface Question {
  /** The requestedProtocols of RDP_NEG_REQ, or null for a request without negotiation data. */
  readonly requestedProtocols: number | null;
  /** Where a protocol inside TLS is selected; null: the connection ends there. */
  readonly tls: TlsStep | null;
  /** Where it is RDP's own security: the encryptionMethods to offer; null: the connection ends there. */
  readonly nativeMethods: number | null;
}

export type TlsStep =
  /** A ClientHello of our own, read as far as the answer is in clear. */
  | { readonly kind: 'hello'; readonly highest: TlsQuestion['highest'] }
  /** A handshake by the library of the runtime; inside, the first message of CredSSP where `challenge` says so. */
  | { readonly kind: 'handshake'; readonly challenge: boolean };

/** What came of the step further. */
export type Further =
  | { readonly kind: 'hello'; readonly highest: TlsQuestion['highest']; readonly answer: HelloAnswer }
  | { readonly kind: 'handshake'; readonly outcome: HandshakeOutcome; readonly challenge: ChallengeAnswer | null; /** Our clock at that moment, milliseconds since the Unix epoch. */ readonly challengedAt: number | null }
  | { readonly kind: 'native'; readonly offered: number; readonly answer: McsAnswer };

type ServerHello = Extract<TlsAnswer, { readonly kind: 'serverHello' }>;

/** A {@link TlsAnswer} with its certificates read. */
export type HelloAnswer =
  Exclude<TlsAnswer, ServerHello> | (Omit<ServerHello, 'chain'> & { readonly chain: readonly PresentedCertificate[] });

export type HandshakeOutcome =
  | { readonly kind: 'secured'; readonly protocol: string; readonly cipher: string; readonly chain: readonly PresentedCertificate[] }
  | { readonly kind: 'failed'; readonly systemCode: string }
  | { readonly kind: 'timeout' };

export type Answer =
  /** RDP_NEG_RSP. The protocol selected need not be one that was asked for. */
  | { readonly kind: 'selected'; readonly selectedProtocol: number; readonly flags: number; readonly sourceReference: number }
  /** RDP_NEG_FAILURE. */
  | { readonly kind: 'failure'; readonly failureCode: number; readonly sourceReference: number }
  /** A Connection Confirm without negotiation data: RDP's own security, no negotiation. */
  | { readonly kind: 'plain'; readonly sourceReference: number }
  /** An orderly end instead of a Connection Confirm: MCS DisconnectProviderUltimatum or an X.224 Disconnect Request. */
  | { readonly kind: 'disconnect'; readonly reason: number }
  /** TPKT and X.224, but not RDP: another ISO transport service. */
  | { readonly kind: 'otherTransport' }
  /** Begins like RDP and breaks its rules. */
  | { readonly kind: 'malformed'; readonly fault: TpktFault | X224Fault | 'cut' | 'unexpectedTpdu' }
  | { readonly kind: 'other'; readonly banner: Banner }
  /** Connected, and closed without a byte. */
  | { readonly kind: 'closed'; readonly reset: boolean }
  /** Connected, and no (whole) answer within the time-out. */
  | { readonly kind: 'timeout'; /** How many bytes of an answer came. */ readonly received: number }
  | { readonly kind: 'notConnected'; readonly failure: Exclude<ConnectFailure, 'cancelled'>; readonly systemCode: string };

/** A Connection Confirm of RDP, whatever it says. */
export type Confirm = Extract<Answer, { readonly kind: 'selected' | 'failure' | 'plain' }>;

export function isConfirm(answer: Answer): answer is Confirm {
  return answer.kind === 'selected' || answer.kind === 'failure' || answer.kind === 'plain';
}

/** Closed, or ended in order, before there was a whole answer: Remote Desktop in trouble can do that as well as another program. */
export function isCutShort(answer: Answer | undefined): boolean {
  return answer?.kind === 'closed' || answer?.kind === 'disconnect' || (answer?.kind === 'malformed' && answer.fault === 'cut');
}

export interface Exchange {
  readonly question: Question;
  readonly answer: Answer;
  /** Null where there was no step further. */
  readonly further: Further | null;
  /** The bytes of the request and of its answer (the first 512), lower-case hexadecimal. Empty where there were none. */
  readonly sent: string;
  readonly received: string;
  /** The address that was talked to, or in vain tried; null where the name has none. */
  readonly remoteAddress: string | null;
  readonly connectMs: number;
  /** From the connection to the answer; null without a connection. */
  readonly answerMs: number | null;
}

/** How the bytes stopped. */
export type Ending = { readonly kind: 'closed'; readonly reset: boolean } | { readonly kind: 'timeout' };

/** Reads one answer, whatever its protocol, in any chunking. */
export interface Reader<T> {
  /** Takes the next bytes; the answer once they are enough. Further bytes after that are not read. */
  push(chunk: Uint8Array): T | undefined;
  /** The answer when nothing more will come. */
  end(ending: Ending): T;
}

export interface AnswerReader extends Reader<Answer> {
  /** What was kept of everything pushed, at most 512 bytes. */
  readonly received: Uint8Array;
  /** What followed the answer in the same chunk: it belongs to whoever reads next. */
  readonly rest: Uint8Array;
  /** Whether bytes have come that do not begin like RDP: then there is little to wait for. */
  readonly speaksOther: boolean;
}

const longestAnswer = 512;

/** Reads one answer, in any chunking. */
export function createAnswerReader(): AnswerReader {
  let received: Uint8Array = new Uint8Array(0);
  let rest: Uint8Array = received;
  return {
    get received() {
      return received;
    },
    get rest() {
      return rest;
    },
    get speaksOther() {
      return isOther(received);
    },
    push(chunk) {
      const all = joinBytes(received, chunk);
      received = all.subarray(0, longestAnswer);
      const reading = readTpkt(received, longestAnswer);
      if (reading.kind === 'frame') rest = all.slice(reading.length);
      return readAnswer(received, reading);
    },
    end(ending) {
      if (received.length > 0 && isOther(received)) return { kind: 'other', banner: readBanner(received) };
      if (ending.kind === 'timeout') return { kind: 'timeout', received: received.length };
      return received.length === 0 ? ending : { kind: 'malformed', fault: 'cut' };
    },
  };
}

function isOther(bytes: Uint8Array): boolean {
  const reading = readTpkt(bytes, longestAnswer);
  return reading.kind === 'fault' && reading.fault === 'version';
}

function readAnswer(bytes: Uint8Array, reading: TpktReading): Answer | undefined {
  if (reading.kind === 'incomplete') return undefined;
  if (reading.kind === 'frame') return answerOf(decodeTpdu(reading.payload));
  if (reading.fault !== 'version') return { kind: 'malformed', fault: reading.fault };
  return bannerComplete(bytes) ? { kind: 'other', banner: readBanner(bytes) } : undefined;
}

function answerOf(tpdu: Tpdu): Answer {
  switch (tpdu.kind) {
    case 'connectionConfirm':
      return confirmOf(tpdu);
    case 'disconnectRequest':
    case 'disconnectUltimatum':
      return { kind: 'disconnect', reason: tpdu.reason };
    case 'fault':
      return { kind: 'malformed', fault: tpdu.fault };
    case 'connectionRequest':
    case 'data':
    case 'error':
    case 'unknown':
      return { kind: 'malformed', fault: 'unexpectedTpdu' };
  }
}

function confirmOf({ negotiation, sourceReference }: Extract<Tpdu, { readonly kind: 'connectionConfirm' }>): Answer {
  switch (negotiation?.kind) {
    case undefined:
      return { kind: 'plain', sourceReference };
    case 'foreign':
      return { kind: 'otherTransport' };
    case 'failure':
      return { kind: 'failure', failureCode: negotiation.failureCode, sourceReference };
    case 'response':
      return { kind: 'selected', selectedProtocol: negotiation.selectedProtocol, flags: negotiation.flags, sourceReference };
  }
}
