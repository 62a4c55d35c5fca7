// One connection to a listener: a Connection Request, its answer, and the one step further that the answer opens. Every wait has an end.
// Sends no name of a user and no password; what is taken of an answer is bounded by its reader.

import type { Clock, Connection, Connector, Random, CertificateReader } from '../ports';
import { hexText } from '../registry/valueData';
import { credsspProtocols, protocol, protocolsInsideTls } from '../rdp/wireCodes';
import type { ListenerAddress } from './address';
import { createAnswerReader, type Answer, type AnswerReader, type Exchange, type Further, type Question, type Reader, type TlsStep } from './answer';
import type { PresentedCertificate } from './certificate';
import type { ChallengeAnswer } from './credssp/challengeAnswer';
import { createChallengeReader, encodeNegotiate } from './credssp/challengeReader';
import { isIpv4, isIpv6 } from './ipAddress';
import { encodeConnectInitial } from './mcsConnectInitial';
import { createMcsReader } from './mcsReader';
import { encodeClientHello, randomLength } from './tls/clientHello';
import { createTlsReader } from './tls/serverFlight';
import { encodeTpkt } from './tpkt';
import { encodeConnectionRequest } from './x224';

export interface AskPorts {
  readonly connector: Connector;
  readonly clock: Clock;
  readonly random: Random;
  readonly certificates: CertificateReader;
}

/** What holds for every connection of one check. */
export interface Run {
  readonly ports: AskPorts;
  readonly signal: AbortSignal;
  /** Milliseconds since the Unix epoch. */
  readonly deadline: number;
  /** Milliseconds, at most. */
  readonly connectTimeoutMs: number;
  readonly answerTimeoutMs: number;
  readonly routingToken: string | null;
  /** The name that was asked for, which TLS can be told; undefined for an address. */
  readonly serverName: string | undefined;
}

/** A name that may stand in a server_name extension: RFC 6066 section 3 has no place for addresses. */
export function serverNameOf({ host }: ListenerAddress): string | undefined {
  return isIpv4(host) || isIpv6(host) || !/^[\x21-\x7e]+$/.test(host) ? undefined : host.replace(/\.$/, '');
}

/** Undefined where it was cancelled. */
export async function ask(target: ListenerAddress, question: Question, run: Run): Promise<Exchange | undefined> {
  const { clock, connector } = run.ports;
  const started = clock.now();
  const connected = await connector.connect(target, timeLeft(run, run.connectTimeoutMs), run.signal);
  const connectMs = elapsed(clock, started);
  if (connected.kind === 'cancelled') return undefined;
  if (connected.kind !== 'connected') {
    const answer: Answer = { kind: 'notConnected', failure: connected.kind, systemCode: connected.systemCode };
    return { question, answer, further: null, sent: '', received: '', remoteAddress: connected.address ?? null, connectMs, answerMs: null };
  }
  const { connection } = connected;
  const sent = requestBytes(question, run.routingToken);
  const reader = createAnswerReader();
  const asked = clock.now();
  try {
    connection.write(sent);
    const answer = await receive(connection, reader, run);
    if (answer === 'cancelled') return undefined;
    const answerMs = elapsed(clock, asked);
    const further = await goFurther(connection, question, { answer, rest: reader.rest }, run);
    if (further === 'cancelled') return undefined;
    const { remoteAddress } = connection;
    return { question, answer, further, sent: hexText(sent), received: hexText(reader.received), remoteAddress, connectMs, answerMs };
  } finally {
    connection.close();
  }
}

function requestBytes({ requestedProtocols }: Question, routingToken: string | null): Uint8Array {
  const negotiation = requestedProtocols === null ? null : { flags: 0, requestedProtocols };
  return encodeTpkt(encodeConnectionRequest({ cookie: null, ...(routingToken === null ? {} : { routingToken }), negotiation }));
}

/** How long a speaker of something else may take to finish its first line. */
const restOfLineMs = 300;

/** Reads until the reader has its answer. */
async function receive<T>(connection: Connection, reader: Reader<T> & Partial<Pick<AnswerReader, 'speaksOther'>>, run: Run): Promise<T | 'cancelled'> {
  // One deadline for the whole answer: a byte now and then must not keep the check alive.
  const now = (): number => run.ports.clock.now();
  let deadline = now() + timeLeft(run, run.answerTimeoutMs);
  let other = false;
  for (;;) {
    const received = await connection.receive(Math.max(0, deadline - now()), run.signal);
    if (received.kind === 'cancelled') return 'cancelled';
    if (received.kind !== 'data') return reader.end(received);
    const answer = reader.push(received.bytes);
    if (answer !== undefined) return answer;
    if (!other && reader.speaksOther === true) {
      other = true;
      deadline = Math.min(deadline, now() + restOfLineMs);
    }
    if (now() >= deadline) return reader.end({ kind: 'timeout' });
  }
}

/** Sends, and reads the answer. `rest` came before and is read first. */
async function converse<T>(connection: Connection, sent: Uint8Array, reader: Reader<T>, rest: Uint8Array, run: Run): Promise<T | 'cancelled'> {
  connection.write(sent);
  const already = rest.length === 0 ? undefined : reader.push(rest);
  return already ?? receive(connection, reader, run);
}

interface Answered {
  readonly answer: Answer;
  readonly rest: Uint8Array;
}

async function goFurther(connection: Connection, question: Question, { answer, rest }: Answered, run: Run): Promise<Further | null | 'cancelled'> {
  const selected = answer.kind === 'selected' ? answer.selectedProtocol : undefined;
  if (question.tls !== null && selected !== undefined && protocolsInsideTls.includes(selected)) {
    return question.tls.kind === 'hello'
      ? sayHello(connection, question.tls.highest, rest, run)
      : shakeHands(connection, question.tls.challenge && credsspProtocols.includes(selected), run);
  }
  if (question.nativeMethods !== null && (selected === protocol.PROTOCOL_RDP || answer.kind === 'plain')) {
    const sent = encodeConnectInitial({ encryptionMethods: question.nativeMethods, requestedProtocols: selected ?? null });
    const said = await converse(connection, sent, createMcsReader(), rest, run);
    return said === 'cancelled' ? said : { kind: 'native', offered: question.nativeMethods, answer: said };
  }
  return null;
}

type Highest = Extract<TlsStep, { readonly kind: 'hello' }>['highest'];

/** The first bytes of TLS on a connection, whatever came before. */
export async function sayHello(connection: Connection, highest: Highest, rest: Uint8Array, run: Run): Promise<Extract<Further, { readonly kind: 'hello' }> | 'cancelled'> {
  const sent = encodeClientHello({ highest, serverName: run.serverName }, run.ports.random.bytes(randomLength));
  const said = await converse(connection, sent, createTlsReader(), rest, run);
  if (said === 'cancelled') return said;
  const answer = said.kind === 'serverHello' ? { ...said, chain: await readChain(said.chain, run) } : said;
  return { kind: 'hello', highest, answer };
}

async function shakeHands(connection: Connection, challenge: boolean, run: Run): Promise<Further | 'cancelled'> {
  const { clock } = run.ports;
  const secured = await connection.secure({ serverName: run.serverName }, timeLeft(run, run.answerTimeoutMs), run.signal);
  if (secured.kind === 'cancelled') return secured.kind;
  if (secured.kind !== 'secured') return { kind: 'handshake', outcome: secured, challenge: null, challengedAt: null };
  try {
    const asked = clock.now();
    const said = challenge ? await askName(secured.connection, run) : null;
    if (said === 'cancelled') return said;
    const outcome = { kind: 'secured', protocol: secured.protocol, cipher: secured.cipher, chain: await readChain(secured.chain, run) } as const;
    // The server looked at its clock half-way between the two.
    const challengedAt = said === null ? null : Math.round((asked + clock.now()) / 2);
    return { kind: 'handshake', outcome, challenge: said, challengedAt };
  } finally {
    secured.connection.close();
  }
}

function askName(secured: Connection, run: Run): Promise<ChallengeAnswer | 'cancelled'> {
  return converse(secured, encodeNegotiate(), createChallengeReader(), new Uint8Array(0), run);
}

/** A chain has a handful; what a flight of any size can hold is thousands. */
const longestChain = 16;

async function readChain(chain: readonly Uint8Array[], run: Run): Promise<readonly PresentedCertificate[]> {
  return Promise.all(chain.slice(0, longestChain).map((der) => run.ports.certificates.read(der)));
}

/** What is left of the whole check for one step, at least a millisecond. */
export function timeLeft(run: Pick<Run, 'deadline' | 'ports'>, stepMs: number): number {
  return Math.max(1, Math.min(stepMs, run.deadline - run.ports.clock.now()));
}

export function elapsed(clock: Clock, since: number): number {
  // The clock of the wall can be set back.
  return Math.max(0, Math.round(clock.now() - since));
}
