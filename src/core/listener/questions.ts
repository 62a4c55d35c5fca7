// Which question to ask next, and what for. A question is a connection: it asks for a protocol, and goes one step further in what it gets.
// The first asks for TLS or CredSSP, what nearly every client of today asks, and looks at TLS there. A quick check asks alone for what
// that leaves open; a full one asks everything [MS-RDPBCGR] has a word for, then for the steps that are left. Pure: the probe only carries
// it out.

import { credsspProtocols, protocol, protocolsInsideTls } from '../rdp/wireCodes';
import { isConfirm, type Answer, type Exchange, type Question, type TlsStep } from './answer';
import { nextNativeMethods } from './nativeFacts';
import { mostConnections, type ProbeManner } from './probeManner';
import { protocolFact, type ProtocolName } from './protocolFacts';
import { challengeAsked, nextTlsStep } from './tlsFacts';

const { PROTOCOL_RDP, PROTOCOL_SSL, PROTOCOL_HYBRID, PROTOCOL_RDSTLS, PROTOCOL_HYBRID_EX } = protocol;

const alone: Readonly<Record<ProtocolName, number>> = { nla: PROTOCOL_HYBRID, tls: PROTOCOL_SSL, rdp: PROTOCOL_RDP };

type Asked = Question['requestedProtocols'];

/** By the names of the contract; a full check asks them in this order. */
export const questionNames = {
  tlsOrCredssp: PROTOCOL_SSL | PROTOCOL_HYBRID,
  credssp: PROTOCOL_HYBRID,
  tls: PROTOCOL_SSL,
  rdp: PROTOCOL_RDP,
  hybridEx: PROTOCOL_SSL | PROTOCOL_HYBRID | PROTOCOL_HYBRID_EX,
  rdstls: PROTOCOL_RDSTLS,
  noNegotiation: null,
} as const satisfies Readonly<Record<string, Asked>>;

/** The next question after these exchanges; undefined when nothing more is worth a connection. */
export function nextQuestion(exchanges: readonly Exchange[], { mode, askHost }: Pick<ProbeManner, 'mode' | 'askHost'>): Question | undefined {
  if (exchanges.length >= mostConnections[mode]) return undefined;
  const tls = nextTlsStep(exchanges, mode === 'full') ?? null;
  const nativeMethods = nextNativeMethods(exchanges, mode === 'full') ?? null;
  const next = mode === 'full' ? nextOfAll(exchanges) : nextOpen(exchanges);
  if (next !== undefined) return { requestedProtocols: next.asked, tls, nativeMethods };
  if (!goesOn(exchanges.at(-1)?.answer)) return undefined;
  const wanted: readonly (Question | undefined)[] = [
    askHost && !challengeAsked(exchanges) ? insideTls(exchanges, credsspProtocols, { kind: 'handshake', challenge: true }) : undefined,
    tls === null ? undefined : insideTls(exchanges, protocolsInsideTls, tls),
    mode === 'full' && nativeMethods !== null ? withoutTls(exchanges, nativeMethods) : undefined,
  ];
  // A server that takes another way each time is not asked the same again.
  return wanted.find((question) => question !== undefined && !exchanges.some((exchange) => isSame(exchange.question, question)));
}

interface Next {
  readonly asked: Asked;
}

/** What the verdict still needs. */
function nextOpen(exchanges: readonly Exchange[]): Next | undefined {
  const last = exchanges.at(-1);
  if (last === undefined) return { asked: questionNames.tlsOrCredssp };
  // A close may be how this server refuses a protocol, so it is asked again; silence and other voices stay what they are.
  if (!goesOn(last.answer)) return undefined;
  // What is open is asked in the order of what matters; a server that has only closed so far is asked for the oldest first.
  const names: readonly ProtocolName[] = exchanges.some(({ answer }) => isConfirm(answer)) ? ['nla', 'tls', 'rdp'] : ['rdp', 'tls'];
  const wanted = names.find((name) => !isAsked(alone[name], exchanges) && protocolFact(name, exchanges).accepted === null);
  return wanted === undefined ? undefined : { asked: alone[wanted] };
}

function nextOfAll(exchanges: readonly Exchange[]): Next | undefined {
  if (!exchanges.some(({ answer }) => isConfirm(answer))) return nextOpen(exchanges);
  if (!goesOn(exchanges.at(-1)?.answer)) return undefined;
  const asked = Object.values(questionNames).find((name) => !isAsked(name, exchanges));
  return asked === undefined ? undefined : { asked };
}

/** A connection for a step inside TLS, by a request that led there before. */
function insideTls(exchanges: readonly Exchange[], protocols: readonly number[], tls: TlsStep): Question | undefined {
  const way = exchanges.find(({ answer }) => selectsOneOf(answer, protocols));
  return way === undefined ? undefined : { requestedProtocols: way.question.requestedProtocols, tls, nativeMethods: null };
}

/** The same for RDP's own security. */
function withoutTls(exchanges: readonly Exchange[], nativeMethods: number): Question | undefined {
  const way = exchanges.find(({ answer }) => selectsOneOf(answer, [PROTOCOL_RDP]) || answer.kind === 'plain');
  return way === undefined ? undefined : { requestedProtocols: way.question.requestedProtocols, tls: null, nativeMethods };
}

function isSame(one: Question, other: Question): boolean {
  return one.requestedProtocols === other.requestedProtocols && one.nativeMethods === other.nativeMethods && stepText(one.tls) === stepText(other.tls);
}

function stepText(step: TlsStep | null): string {
  return step === null ? '' : `${step.kind} ${step.kind === 'hello' ? step.highest : String(step.challenge)}`;
}

function selectsOneOf(answer: Answer, protocols: readonly number[]): boolean {
  return answer.kind === 'selected' && protocols.includes(answer.selectedProtocol);
}

function goesOn(answer: Answer | undefined): boolean {
  return answer !== undefined && (isConfirm(answer) || answer.kind === 'closed' || answer.kind === 'disconnect');
}

function isAsked(asked: Asked, exchanges: readonly Exchange[]): boolean {
  return exchanges.some(({ question }) => question.requestedProtocols === asked);
}
