// What the answers prove about one protocol: accepted, refused, or not known, each with the exchange that proves it.
// [MS-RDPBCGR] 2.2.1.2.1 and 2.2.1.2.2. Judged by selectedProtocol alone: a server may select a protocol nobody asked for, so a
// response is no proof for the protocol that was asked. A refusal counts only where it can mean nothing else.

import { message, type Message } from '../messages/message';
import { failureCode, failureText, protocol, protocolText } from '../rdp/wireCodes';
import type { Exchange } from './answer';

/** `rdp` is RDP's own security, `tls` is TLS without CredSSP, `nla` is CredSSP in either form. */
export type ProtocolName = 'rdp' | 'tls' | 'nla';

export interface ProtocolFact {
  /** Null where the answers do not tell. */
  readonly accepted: boolean | null;
  /** Which answer to which question decided it, or why it is not known. */
  readonly reason: Message;
}

/** T.125 Result. */
const rtSuccessful = 0;

const nlaBits = protocol.PROTOCOL_HYBRID | protocol.PROTOCOL_HYBRID_EX;

/** The selections that can answer a question of ours. RDSTLS proves nothing about these three, RDSAAD is never asked for, and a sum of bits is no protocol. */
const telling: readonly number[] = [protocol.PROTOCOL_RDP, protocol.PROTOCOL_SSL, protocol.PROTOCOL_HYBRID, protocol.PROTOCOL_HYBRID_EX];

/** Selection first: where one answer selects a protocol and another refuses it, it can be had. */
export function protocolFact(name: ProtocolName, exchanges: readonly Exchange[]): ProtocolFact {
  const selecting = exchanges.find((exchange) => selects(name, exchange));
  if (selecting !== undefined) return { accepted: true, reason: reasonOf(selecting) };
  const refusing = exchanges.find((exchange) => refuses(name, exchange));
  if (refusing !== undefined) return { accepted: false, reason: reasonOf(refusing) };
  const asked = exchanges.find((exchange) => asksOnly(name, exchange)) ?? exchanges.at(-1);
  return { accepted: null, reason: asked === undefined ? message('listener.reason.notAsked') : reasonOf(asked) };
}

/** The answer to one question in a few words, in the terms of [MS-RDPBCGR]. */
export function reasonOf(exchange: Exchange): Message {
  const asked = exchange.question.requestedProtocols;
  const question = asked === null ? '-' : protocolText(asked);
  const { answer } = exchange;
  switch (answer.kind) {
    case 'selected':
      return message('listener.reason.selected', question, protocolText(answer.selectedProtocol), answer.selectedProtocol);
    case 'failure':
      return message('listener.reason.failure', question, failureText(answer.failureCode), answer.failureCode);
    case 'plain':
      return message('listener.reason.plain', question);
    case 'timeout':
      return message('listener.reason.timeout', question);
    case 'notConnected':
      return message('listener.reason.notConnected', question, answer.systemCode);
    case 'closed':
      return message('listener.reason.closed', question);
    case 'disconnect':
      return message('listener.reason.disconnect', question, answer.reason);
    case 'other':
      return message('listener.reason.other', question, answer.banner.excerpt);
    case 'otherTransport':
    case 'malformed':
      return message('listener.reason.notRdp', question);
  }
}

function selects(name: ProtocolName, { question, answer, further }: Exchange): boolean {
  // Every server answers a request without RDP_NEG_REQ like this; that it means it shows in the next step.
  if (answer.kind === 'plain' && question.requestedProtocols === null) {
    return name === 'rdp' && further?.kind === 'native' && further.answer.kind === 'connectResponse' && further.answer.result === rtSuccessful;
  }
  if (answer.kind === 'plain') return name === 'rdp';
  if (answer.kind !== 'selected') return false;
  switch (name) {
    case 'rdp':
      return answer.selectedProtocol === protocol.PROTOCOL_RDP;
    case 'tls':
      return answer.selectedProtocol === protocol.PROTOCOL_SSL;
    case 'nla':
      return answer.selectedProtocol === protocol.PROTOCOL_HYBRID || answer.selectedProtocol === protocol.PROTOCOL_HYBRID_EX;
  }
}

// Called only where nothing selects the protocol, so a `selected` answer here names another one.
function refuses(name: ProtocolName, exchange: Exchange): boolean {
  const { answer } = exchange;
  // Without RDP_NEG_REQ a plain Confirm is the only possible answer and refuses nothing.
  if (answer.kind === 'plain') return exchange.question.requestedProtocols !== null;
  // A number without a meaning tells nothing about the protocol that was asked for.
  if (answer.kind === 'selected') return telling.includes(answer.selectedProtocol) && asksOnly(name, exchange);
  return answer.kind === 'failure' && failureRefuses(name, answer.failureCode, exchange);
}

function failureRefuses(name: ProtocolName, code: number, exchange: Exchange): boolean {
  switch (code) {
    case failureCode.SSL_REQUIRED_BY_SERVER:
      // To CredSSP alone it means that the server knows TLS only; to a request that had TLS it contradicts itself.
      return name === 'rdp' || asksOnly(name, exchange);
    case failureCode.SSL_NOT_ALLOWED_BY_SERVER:
    case failureCode.SSL_CERT_NOT_ON_SERVER:
      // Some servers send code 2 for CredSSP alone and still take TLS: only what was asked is refused.
      return asks(name, exchange);
    case failureCode.HYBRID_REQUIRED_BY_SERVER:
      return name !== 'nla';
    case failureCode.SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER:
      return name === 'rdp';
    default:
      return false;
  }
}

function asks(name: ProtocolName, exchange: Exchange): boolean {
  const asked = exchange.question.requestedProtocols;
  if (asked === null) return false;
  if (name === 'rdp') return asked === protocol.PROTOCOL_RDP;
  return (asked & (name === 'tls' ? protocol.PROTOCOL_SSL : nlaBits)) !== 0;
}

function asksOnly(name: ProtocolName, exchange: Exchange): boolean {
  const asked = exchange.question.requestedProtocols;
  return asked !== null && asks(name, exchange) && (asked & ~(name === 'tls' ? protocol.PROTOCOL_SSL : nlaBits)) === 0;
}
