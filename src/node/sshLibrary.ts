// What we use of an SSH library, in our own words: the files around it are written against these and can be read without knowing it.
// sshShell.ts is the one file that says them in the library's.

import type { Duplex, Readable } from 'node:stream';
import type { Cipher, HostKeyAlgorithm } from '../core/ssh/algorithms';

export interface PublicKey {
  readonly keyType: string;
  /** The blob of RFC 4253, section 6.6. */
  readonly blob: Uint8Array;
}

/** The hash is meant for RSA: sha1, sha256, sha512. */
export type Sign = (data: Uint8Array, hash: string | undefined) => Promise<Uint8Array>;

export interface SigningKey extends PublicKey {
  readonly sign: Sign;
}

/** What a key file holds. `encrypted` also stands for a passphrase that is not the right one. */
export type KeyText =
  | { readonly kind: 'private'; readonly key: SigningKey }
  | { readonly kind: 'public'; readonly key: PublicKey }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'unusable'; readonly why: string };

export interface Prompt {
  readonly prompt: string;
  readonly echo: boolean;
}

/** One attempt to log in. A key is offered first and asked to sign only when the server would take it. */
export type Attempt =
  | { readonly kind: 'none' }
  | { readonly kind: 'key'; readonly key: SigningKey }
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'dialog'; answer(instruction: string, prompts: readonly Prompt[]): Promise<readonly string[]> };

export interface ConnectOptions {
  readonly stream: Duplex;
  readonly user: string;
  readonly hostKeyAlgorithms: readonly HostKeyAlgorithm[];
  readonly ciphers: readonly Cipher[];
  readonly keepAliveMs: number;
  readonly keepAliveCount: number;
  /** Asked at every key exchange, before the proof that the server holds the key; nothing is sent to log in before both. */
  verifyHost(key: PublicKey): Promise<boolean>;
  /** `offered` by their names in RFC 4252; undefined before the server was asked. No further attempt ends the connection. */
  nextAttempt(offered: readonly string[] | undefined): Promise<Attempt | undefined>;
  onGreeting(): void;
  onHandshake(): void;
  onReady(): void;
  onPasswordExpired(): void;
  /** Anything the library finds wrong. Several may follow each other. */
  onFault(text: string): void;
  onClosed(): void;
}

/** A program on the other side. Its standard output is the stream itself. */
export interface RemoteProgram {
  readonly stream: Duplex;
  readonly stderr: Readable;
  /** How it ended, once the server has said so. `signal` with or without SIG. */
  exit(): { readonly code: number } | { readonly signal: string } | undefined;
  /** Resolves when the server has closed the channel and all it sent has been read. */
  readonly closed: Promise<void>;
  /** Works also after standard input has ended. Without SIG, e.g. TERM. */
  signal(name: string): void;
  close(): void;
}

/** Why a channel was not opened, in the server's words. `gone`: there is no connection any more. */
export interface ChannelFault {
  readonly kind: 'refused' | 'gone';
  readonly said: string;
}

export type Opened<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: ChannelFault };

export interface SshConnection {
  execute(line: string): Promise<Opened<RemoteProgram>>;
  forward(host: string, port: number): Promise<Opened<Duplex>>;
  /** Says goodbye. */
  end(): void;
  /** Cuts the line. */
  destroy(): void;
}

export interface SshLibrary {
  readKey(text: string, passphrase?: string): KeyText;
  /** The keys of an agent. Rejects where nobody listens. */
  agentKeys(socketPath: string): Promise<readonly SigningKey[]>;
  connect(options: ConnectOptions): SshConnection;
}
