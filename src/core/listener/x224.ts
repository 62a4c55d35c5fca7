// X.224 class 0 TPDUs of the RDP connection sequence: Connection Request and Confirm with their negotiation part, and the other
// TPDUs a server may answer with. [MS-RDPBCGR] 2.2.1.1, 2.2.1.2; [X224] section 13. Total: any bytes give a TPDU or a fault.
// Refuses to guess: a Confirm whose variable part is not RDP's is reported as such (industrial controllers answer like that).

import { readDisconnectProviderUltimatum, type DisconnectReason } from './mcs';
import { isRoutingTokenLine } from './routingToken';

const code = { connectionRequest: 0xe0, connectionConfirm: 0xd0, disconnectRequest: 0x80, data: 0xf0, error: 0x70 } as const;
const negotiationType = { request: 1, response: 2, failure: 3 } as const;
const fixedPart = 7;
const negotiationLength = 8;
const cookiePrefix = 'Cookie: mstshash=';
const carriedCookie = /^[!-~]{1,128}$/;

/** RDP_NEG_REQ. Both numbers are as on the wire: flags 8 bits, requestedProtocols 32 bits. */
export interface NegotiationRequest {
  readonly flags: number;
  readonly requestedProtocols: number;
}

export interface ConnectionRequest {
  /** The name after `Cookie: mstshash=`: written are 1 to 128 printable ASCII characters without blanks. */
  readonly cookie: string | null;
  /** A routing token (routingToken.ts), without its CR LF. It stands where a cookie would: a request with both carries the token. */
  readonly routingToken?: string;
  readonly negotiation: NegotiationRequest | null;
}

export type Negotiation =
  | { readonly kind: 'response'; readonly flags: number; readonly selectedProtocol: number }
  | { readonly kind: 'failure'; readonly flags: number; readonly failureCode: number }
  /** There is a variable part, and it is not RDP's. */
  | { readonly kind: 'foreign'; readonly length: number };

export type X224Fault =
  /** Shorter than its fixed part. */
  | 'tooShort'
  /** The length indicator does not agree with the frame. */
  | 'lengthIndicator'
  /** A request whose variable part is neither a cookie or token nor RDP_NEG_REQ. */
  | 'variablePart';

export type Tpdu =
  | {
      readonly kind: 'connectionConfirm';
      /** Windows was only ever seen with 0x1234. */
      readonly sourceReference: number;
      /** Null where the Confirm ends after its fixed part. */
      readonly negotiation: Negotiation | null;
    }
  | { readonly kind: 'connectionRequest'; readonly request: ConnectionRequest }
  | { readonly kind: 'disconnectRequest'; readonly reason: number }
  | { readonly kind: 'disconnectUltimatum'; readonly reason: DisconnectReason }
  | { readonly kind: 'data'; readonly payload: Uint8Array }
  | { readonly kind: 'error' }
  | { readonly kind: 'unknown'; readonly code: number }
  | { readonly kind: 'fault'; readonly fault: X224Fault };

/** The TPDU of a Connection Request, without its TPKT. A line that cannot be carried is left out: the question matters more. */
export function encodeConnectionRequest(request: ConnectionRequest): Uint8Array {
  const variable: number[] = [];
  const line = firstLine(request);
  if (line !== undefined) for (const unit of `${line}\r\n`) variable.push(unit.charCodeAt(0));
  if (request.negotiation !== null) {
    const { flags, requestedProtocols } = request.negotiation;
    variable.push(...negotiationBytes(negotiationType.request, flags, requestedProtocols));
  }
  return connectionTpdu(code.connectionRequest, 0, variable);
}

function firstLine({ cookie, routingToken }: ConnectionRequest): string | undefined {
  if (routingToken !== undefined && isRoutingTokenLine(routingToken)) return routingToken;
  return cookie !== null && carriedCookie.test(cookie) ? `${cookiePrefix}${cookie}` : undefined;
}

/** The TPDU of a Connection Confirm with RDP_NEG_RSP, RDP_NEG_FAILURE or nothing. */
export function encodeConnectionConfirm(
  sourceReference: number,
  negotiation: Exclude<Negotiation, { readonly kind: 'foreign' }> | null,
): Uint8Array {
  let variable: readonly number[] = [];
  if (negotiation?.kind === 'response')
    variable = negotiationBytes(negotiationType.response, negotiation.flags, negotiation.selectedProtocol);
  if (negotiation?.kind === 'failure') variable = negotiationBytes(negotiationType.failure, negotiation.flags, negotiation.failureCode);
  return connectionTpdu(code.connectionConfirm, sourceReference, variable);
}

/** Reads the payload of one TPKT frame. */
export function decodeTpdu(payload: Uint8Array): Tpdu {
  const [indicator, second] = payload;
  if (indicator === undefined || second === undefined) return { kind: 'fault', fault: 'tooShort' };
  // The low four bits are the credit of other classes; class 0 sends zero and some servers do not.
  const kind = second & 0xf0;
  if (kind === code.data) return decodeData(payload, indicator);
  if (kind !== code.connectionConfirm && kind !== code.connectionRequest && kind !== code.disconnectRequest) {
    return kind === code.error ? { kind: 'error' } : { kind: 'unknown', code: second };
  }
  if (payload.length < fixedPart) return { kind: 'fault', fault: 'tooShort' };
  if (indicator !== payload.length - 1) return { kind: 'fault', fault: 'lengthIndicator' };
  if (kind === code.disconnectRequest) return { kind: 'disconnectRequest', reason: payload[6] ?? 0 };
  const variable = payload.subarray(fixedPart);
  if (kind === code.connectionRequest) return decodeRequest(variable);
  const sourceReference = ((payload[4] ?? 0) << 8) | (payload[5] ?? 0);
  return { kind: 'connectionConfirm', sourceReference, negotiation: decodeNegotiation(variable) };
}

function decodeData(payload: Uint8Array, indicator: number): Tpdu {
  if (indicator !== 2 || payload.length < 3) return { kind: 'fault', fault: 'lengthIndicator' };
  const user = payload.slice(3);
  const reason = readDisconnectProviderUltimatum(user);
  return reason === undefined ? { kind: 'data', payload: user } : { kind: 'disconnectUltimatum', reason };
}

function decodeNegotiation(variable: Uint8Array): Negotiation | null {
  if (variable.length === 0) return null;
  const part = readNegotiation(variable);
  if (part?.type === negotiationType.response) return { kind: 'response', flags: part.flags, selectedProtocol: part.value };
  if (part?.type === negotiationType.failure) return { kind: 'failure', flags: part.flags, failureCode: part.value };
  return { kind: 'foreign', length: variable.length };
}

function decodeRequest(variable: Uint8Array): Tpdu {
  const line = /^([ -~]+)\r\n/.exec(String.fromCharCode(...variable));
  const rest = variable.subarray(line?.[0].length ?? 0);
  const part = readNegotiation(rest);
  const text = line?.[1];
  // Clients cut the name of a person to a fixed length and leave blanks in it; such a cookie is read, though not written.
  const cookie = text?.startsWith(cookiePrefix) === true ? text.slice(cookiePrefix.length) : null;
  if (cookie === '' || (rest.length > 0 && part?.type !== negotiationType.request)) return { kind: 'fault', fault: 'variablePart' };
  const negotiation = part === undefined ? null : { flags: part.flags, requestedProtocols: part.value };
  if (text === undefined || cookie !== null) return { kind: 'connectionRequest', request: { cookie, negotiation } };
  return { kind: 'connectionRequest', request: { cookie, routingToken: text, negotiation } };
}

function readNegotiation(bytes: Uint8Array): { readonly type: number; readonly flags: number; readonly value: number } | undefined {
  const [type = 0, flags = 0, length, lengthHigh, a = 0, b = 0, c = 0, d = 0] = bytes;
  if (bytes.length !== negotiationLength || length !== negotiationLength || lengthHigh !== 0) return undefined;
  return { type, flags, value: (a | (b << 8) | (c << 16) | (d << 24)) >>> 0 };
}

function negotiationBytes(type: number, flags: number, value: number): readonly number[] {
  return [type, flags & 0xff, negotiationLength, 0, value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24];
}

function connectionTpdu(tpdu: number, sourceReference: number, variable: readonly number[]): Uint8Array {
  const indicator = fixedPart - 1 + variable.length;
  return Uint8Array.from([indicator, tpdu, 0, 0, (sourceReference >>> 8) & 0xff, sourceReference & 0xff, 0, ...variable]);
}
