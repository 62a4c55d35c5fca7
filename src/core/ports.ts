// What core may ask of the world: interfaces only. The node room implements them on a desktop; a test may implement them in memory.
// Every wait takes an AbortSignal; an aborted wait resolves promptly, never throws.

import type { Message } from './messages/message';

export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Resolves after `milliseconds`, or at once when the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Why a TCP connection did not come about. `timeout` covers every silence, `unreachable` every answer from a router or the own system. */
export type ConnectFailure = 'refused' | 'timeout' | 'unreachable' | 'unresolved' | 'cancelled';

export interface ConnectTarget {
  /** Host name, IPv4 address, or IPv6 address without brackets (a scope id after `%` is allowed). */
  readonly host: string;
  readonly port: number;
}

export type Received =
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  /** The other side closed, in order (`reset` false) or with a reset. */
  | { readonly kind: 'closed'; readonly reset: boolean }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'cancelled' };

export interface Connection {
  /** The address that was connected to, for the report. */
  readonly remoteAddress: string;
  write(bytes: Uint8Array): void;
  /** The next bytes, in any chunking. Bytes that arrive between two calls are kept. */
  receive(timeoutMs: number, signal: AbortSignal): Promise<Received>;
  close(): void;
}

export type Connected =
  | { readonly kind: 'connected'; readonly connection: Connection }
  | {
      readonly kind: ConnectFailure;
      /** The system's own word for it, e.g. ECONNREFUSED. */
      readonly systemCode: string;
      /** The address that was tried, where the name stood for one. */
      readonly address?: string;
    };

export interface Connector {
  connect(target: ConnectTarget, timeoutMs: number, signal: AbortSignal): Promise<Connected>;
}

export interface Log {
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
}

/** Where long work says what it is doing ("connecting", "asking for TLS"). */
export interface Progress {
  phase(text: Message): void;
}
