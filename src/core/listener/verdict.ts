// The verdict on a listener, judged from the exchanges alone: pure, so that a recorded exchange gives the same verdict as a live one.
// Says "not known" where the answers do not decide; never takes a connection, or a reply, for proof that RDP works.

import { message, type Message } from '../messages/message';
import { failureCode } from '../rdp/wireCodes';
import { renderAddress, type ListenerAddress } from './address';
import { isConfirm, type Answer, type Confirm, type Exchange } from './answer';
import type { UdpAnswer } from './datagram';
import { hostFacts } from './hostFacts';
import { nativeEncryption } from './nativeFacts';
import { protocolFact, type ProtocolName } from './protocolFacts';
import { tlsSeen } from './tlsFacts';
import type { AddressAnswer, VerdictDetails } from './verdictDetails';
import { silenceDetail, strangerDetail } from './withoutRdp';

/** `timeout` covers no connection as well as silence after it; `notRdp` covers any other answer and a close. `detail` says which. */
export type ListenerState = 'rdp' | 'refused' | 'timeout' | 'unreachable' | 'unresolved' | 'notRdp';

/** `offered`: possible, not demanded. `unknown` whenever the answers leave it open. */
export type NlaVerdict = 'required' | 'offered' | 'notOffered' | 'unknown';

export interface ListenerVerdict extends VerdictDetails {
  readonly state: ListenerState;
  readonly detail: Message;
  /** Whether the server accepts each when it is asked for; null: not known. `tls` is TLS without CredSSP. */
  readonly protocols: Readonly<Record<ProtocolName, boolean | null>>;
  readonly nla: NlaVerdict;
  /** The server said that it has no certificate for TLS. Then `protocols` shows what works now, not what is configured. */
  readonly certificateMissing: boolean;
  /** Why each of `protocols` is what it is. */
  readonly reasons: Readonly<Record<ProtocolName, Message>>;
  /** The address that was talked to, or in vain tried; null where the name has none. */
  readonly remoteAddress: string | null;
  readonly durationMs: number;
  readonly exchanges: readonly Exchange[];
}

/** What a check did beside its questions. */
export interface Beside {
  readonly durationMs: number;
  readonly udp?: UdpAnswer | null;
  readonly addresses?: readonly AddressAnswer[];
  /** TLS spoken from the first byte. */
  readonly direct?: Exchange | null;
  readonly routingToken?: string | null;
  readonly outOfTime?: boolean;
}

type Protocols = ListenerVerdict['protocols'];

/** RDP answers, and takes none of the protocols a client could ask for. */
export function refusesEverything(protocols: Protocols): boolean {
  return protocols.rdp === false && protocols.tls === false && protocols.nla === false;
}

/** Judges what was seen at `address`. Without exchanges (no time was left for any) the state is `timeout`. */
export function judge(address: ListenerAddress, exchanges: readonly Exchange[], beside: Beside): ListenerVerdict {
  const { durationMs, udp = null, addresses = [], direct = null, routingToken = null, outOfTime = false } = beside;
  const rdp = protocolFact('rdp', exchanges);
  const tls = protocolFact('tls', exchanges);
  const credssp = protocolFact('nla', exchanges);
  const protocols: Protocols = { rdp: rdp.accepted, tls: tls.accepted, nla: credssp.accepted };
  const certificateMissing = hasFailure(exchanges, failureCode.SSL_CERT_NOT_ON_SERVER);
  const nla = nlaVerdict(protocols, exchanges);
  const without = firstWithoutConfirm(exchanges);
  return {
    ...(without === undefined ? { state: 'rdp', detail: rdpDetail(protocols, nla, certificateMissing) } : withoutRdp(address, without, direct)),
    protocols,
    nla,
    certificateMissing,
    reasons: { rdp: rdp.reason, tls: tls.reason, nla: credssp.reason },
    remoteAddress: exchanges.find((exchange) => exchange.remoteAddress !== null)?.remoteAddress ?? null,
    tls: tlsSeen(direct === null ? exchanges : [direct]),
    nativeEncryption: nativeEncryption(exchanges),
    host: hostFacts(exchanges),
    sourceReference: exchanges.map(({ answer }) => answer).find(isConfirm)?.sourceReference ?? null,
    udp,
    addresses,
    routingToken,
    outOfTime,
    durationMs,
    exchanges,
  };
}

function hasFailure(exchanges: readonly Exchange[], code: number): boolean {
  return exchanges.some(({ answer }) => answer.kind === 'failure' && answer.failureCode === code);
}

function nlaVerdict({ rdp, tls, nla }: Protocols, exchanges: readonly Exchange[]): NlaVerdict {
  const otherAccepted = rdp === true || tls === true;
  if (nla === false) return 'notOffered';
  // The server's own statement, unless it accepted something else all the same.
  if (hasFailure(exchanges, failureCode.HYBRID_REQUIRED_BY_SERVER) && !otherAccepted) return 'required';
  if (nla === null) return 'unknown';
  if (otherAccepted) return 'offered';
  return rdp === false && tls === false ? 'required' : 'unknown';
}

function rdpDetail(protocols: Protocols, nla: NlaVerdict, certificateMissing: boolean): Message {
  const nothing = refusesEverything(protocols);
  if (certificateMissing) return nothing ? message('listener.detail.certificateNothing') : message('listener.detail.certificate');
  if (nothing) return message('listener.detail.refusesAll');
  switch (nla) {
    case 'required':
      return message('listener.detail.required');
    case 'offered':
      return message('listener.detail.offered');
    case 'notOffered':
      return protocols.rdp === true && protocols.tls === false
        ? message('listener.detail.rdpSecurityOnly')
        : message('listener.detail.notOffered');
    case 'unknown':
      return protocols.nla === true ? message('listener.detail.perhapsRequired') : message('listener.detail.unknown');
  }
}

type NoConfirm = Exclude<Answer, Confirm>;

/** The first answer where no answer is a Connection Confirm; no time for a question is silence. */
function firstWithoutConfirm(exchanges: readonly Exchange[]): NoConfirm | undefined {
  const others: NoConfirm[] = [];
  for (const { answer } of exchanges) {
    if (isConfirm(answer)) return undefined;
    others.push(answer);
  }
  return others[0] ?? { kind: 'notConnected', failure: 'timeout', systemCode: '' };
}

function withoutRdp(address: ListenerAddress, answer: NoConfirm, direct: Exchange | null): { readonly state: ListenerState; readonly detail: Message } {
  const where = renderAddress(address);
  if (speaksTls(direct)) return { state: 'notRdp', detail: message('listener.detail.tlsFirst', address.port) };
  if (answer.kind === 'timeout') return { state: 'timeout', detail: silenceDetail(address.port, answer.received) };
  if (answer.kind !== 'notConnected') return { state: 'notRdp', detail: strangerDetail(address.port, answer) };
  switch (answer.failure) {
    case 'refused':
      return { state: 'refused', detail: message('listener.detail.refused', where, answer.systemCode) };
    case 'timeout':
      return { state: 'timeout', detail: message('listener.detail.timeout', where) };
    case 'unreachable':
      return { state: 'unreachable', detail: message('listener.detail.unreachable', where, answer.systemCode) };
    case 'unresolved':
      return { state: 'unresolved', detail: message('listener.detail.unresolved', address.host, answer.systemCode) };
  }
}

/** A server that begins with TLS at once: a web server, a gateway, a wrapper around something else. */
function speaksTls(direct: Exchange | null): boolean {
  return direct?.further?.kind === 'hello' && (direct.further.answer.kind === 'serverHello' || direct.further.answer.kind === 'alert');
}
