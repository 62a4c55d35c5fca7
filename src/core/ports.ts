// What core may ask of the world: interfaces only. The node room implements them on a desktop; a test may implement them in memory.
// Every wait takes an AbortSignal; an aborted wait resolves promptly, never throws.

import type { PresentedCertificate } from './listener/certificate';
import type { Message } from './messages/message';
import type { Result } from './result';
import type { Ending } from './shell/ending';
import type { FixedCommand } from './shell/fixedCommands';
import type { Script, ScriptAnswer } from './shell/script';

export type { Ending };

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
  /**
   * Speaks TLS from here on, by the library of the runtime. Whatever certificate comes is taken: it is looked at, not trusted, and nothing
   * secret is ever sent. This connection is used up by it; `connection` of the answer takes its place.
   */
  secure(options: SecureOptions, timeoutMs: number, signal: AbortSignal): Promise<Secured>;
  close(): void;
}

export interface SecureOptions {
  /** For the server_name extension: a host name, never an address. */
  readonly serverName: string | undefined;
}

export type Secured =
  | {
      readonly kind: 'secured';
      readonly connection: Connection;
      /** As the library spells it: `TLSv1.3`. */
      readonly protocol: string;
      /** The library's name of the cipher suite, e.g. `TLS_AES_256_GCM_SHA384`. */
      readonly cipher: string;
      /** DER, the server's own first. */
      readonly chain: readonly Uint8Array[];
    }
  | { readonly kind: 'failed'; /** The library's own word for it. */ readonly systemCode: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'cancelled' };

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

export type Resolved =
  | { readonly kind: 'resolved'; /** In the order to try. */ readonly addresses: readonly [string, ...string[]] }
  | { readonly kind: 'unresolved' | 'cancelled'; readonly systemCode: string };

/** What a name stands for. A literal address stands for itself. */
export interface Resolver {
  addresses(host: string, timeoutMs: number, signal: AbortSignal): Promise<Resolved>;
}

/** One datagram, and what comes back for it. */
export interface DatagramExchange {
  exchange(target: ConnectTarget, bytes: Uint8Array, timeoutMs: number, signal: AbortSignal): Promise<DatagramReply>;
}

export type DatagramReply =
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  /** ICMP port unreachable. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'unreachable'; readonly systemCode: string }
  | { readonly kind: 'cancelled' };

/** Bytes nobody can foretell, of the system. */
export interface Random {
  bytes(length: number): Uint8Array;
}

/** Reads certificates. The code that does is loaded on first use. */
export interface CertificateReader {
  read(der: Uint8Array): Promise<PresentedCertificate>;
}

/** Checksums. The implementation must be the same under every library of the runtime. */
export interface Digest {
  sha256(bytes: Uint8Array): Uint8Array;
  /** Only known_hosts still asks for it; it proves nothing there, it hides names. */
  hmacSha1(key: Uint8Array, bytes: Uint8Array): Uint8Array;
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

/** One run of one of our own constant command lines. What varies goes through standard input and nowhere else. */
export interface Execution {
  readonly command: FixedCommand;
  /** Standard input, whole; it ends after the last byte. */
  readonly input: Uint8Array;
  /** From the request to the end of the program; then it is ended and the run fails with `timedOut`. */
  readonly timeoutMs: number;
  /** What is taken of standard output and of standard error, each; beyond it the program is ended and the run fails with `outputTooLarge`. */
  readonly mostBytes: number;
}

export interface Executed {
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly ending: Ending;
}

/** What can run one of our command lines on a machine. {@link Shell} is made from it (core/shell/shell.ts). */
export interface Executor {
  /** The machine as a person knows it: `admin@rds-07.corp.example`, with the port where it is not 22, or the name of this computer. */
  readonly machine: string;
  /** A program that ended in whatever way is a value. Fails where it could not be started, was cut off by a limit, or was cancelled. */
  execute(execution: Execution, signal: AbortSignal): Promise<Result<Executed>>;
  /** The caller is done with it. A connection that others use stays open. */
  close(): void;
}

/** A machine that runs our PowerShell scripts. */
export interface Shell extends Executor {
  /** Runs a script to its end. Everything that stands between a script and its end has a failure of its own (core/shell/shell.ts). */
  run(script: Script, signal: AbortSignal): Promise<Result<ScriptAnswer>>;
}

export type ShellTarget = { readonly kind: 'local' } | { readonly kind: 'ssh'; readonly target: string };

/** Opens shells. One connection per host is kept and shared; it is closed when nobody has used it for a while. */
export interface ShellOpener {
  open(target: ShellTarget, person: ShellPerson, signal: AbortSignal): Promise<Result<Shell>>;
  /** Closes every connection. */
  dispose(): void;
}

/** What is asked of a person, and said to one, while a connection is made. The command line answers from its options or not at all. */
export interface ShellPerson {
  readonly log: Log;
  readonly progress: Progress;
  /** About a key that no file vouches for. Never asked about a changed or revoked key: those are failures. */
  hostKey(question: HostKeyQuestion, signal: AbortSignal): Promise<HostKeyAnswer>;
  /** Undefined: not answered. The text is held no longer than the login takes. */
  secret(question: SecretQuestion, signal: AbortSignal): Promise<string | undefined>;
  /** Called once the answer to `question` was accepted, so that what a person chose to keep is kept only then. */
  accepted(question: SecretQuestion): void;
}

export interface HostKeyQuestion {
  /** As known_hosts writes it: `host`, or `[host]:port` where the port is not 22. */
  readonly host: string;
  /** ssh-ed25519, ecdsa-sha2-nistp256, … */
  readonly keyType: string;
  /** `SHA256:` and base64 without padding, as ssh prints it. */
  readonly fingerprint: string;
  /** The host the connection goes through, where there is one. */
  readonly through: string | undefined;
}

/** `remember` puts it into our own store, never into known_hosts. */
export type HostKeyAnswer = 'once' | 'remember' | 'refuse';

/**
 * `host` has the port with it where that is not 22: behind another port may be another machine, with other secrets. `again` is true where
 * the answer before was not accepted: what was stored is wrong.
 */
export type SecretQuestion = { readonly host: string; readonly user: string; readonly again: boolean } & (
  | { readonly kind: 'password' }
  /** For a private key file. */
  | { readonly kind: 'passphrase'; readonly file: string }
  /** Keyboard-interactive; `echo` is the server's word that the answer may be seen. Its texts are the server's, not ours. */
  | { readonly kind: 'answer'; readonly instruction: string; readonly prompt: string; readonly echo: boolean }
);

/** A host key that a person chose to remember. */
export interface RememberedKey {
  /** As in {@link HostKeyQuestion}. */
  readonly host: string;
  readonly keyType: string;
  /** base64, as in known_hosts. */
  readonly key: string;
}

/** Our own store of host keys; known_hosts is only read. */
export interface HostKeyStore {
  list(): Promise<readonly RememberedKey[]>;
  add(key: RememberedKey): Promise<void>;
  /** Returns how many there were. */
  forget(host: string): Promise<number>;
}
