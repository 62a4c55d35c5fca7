// ssh2, and the only file that may import it. Its own defaults are not good enough for two things: it verifies no host key unless it is
// told to, and its agent for Windows starts programs found along PATH. Both are closed here: a host is always verified, and of its
// agents only the one that talks to a socket or pipe is used.

import { getCiphers } from 'node:crypto';
import { BaseAgent, Client, OpenSSHAgent, utils, type AnyAuthMethod, type ClientChannel, type ParsedKey } from 'ssh2';
import { ciphersOf } from '../core/ssh/algorithms';
import { createConnections, type SshExecutors, type SshParts } from './sshConnections';
import type { Attempt, ChannelFault, ConnectOptions, KeyText, Opened, RemoteProgram, SigningKey, SshConnection, SshLibrary } from './sshLibrary';

export type { SshExecutors, SshParts } from './sshConnections';

/** What of the library is not in its types: a signal has to be sent after standard input has ended, which its own method refuses. */
interface Inside {
  readonly _protocol?: { signal(channel: number, name: string): void };
}
interface InsideChannel {
  readonly outgoing?: { readonly id: number; readonly state: string };
}

type Hash = 'sha1' | 'sha256' | 'sha512';

const isHash = (name: string | undefined): name is Hash => name === 'sha1' || name === 'sha256' || name === 'sha512';

function signingKey(key: ParsedKey): SigningKey {
  return {
    keyType: key.type,
    blob: key.getPublicSSH(),
    sign: async (data, hash) => {
      // Its types say that it throws; it returns the error.
      const signature: unknown = key.sign(Buffer.from(data), hash);
      if (!(signature instanceof Uint8Array)) throw signature instanceof Error ? signature : new Error('no signature');
      return signature;
    },
  };
}

const isList = (parsed: ParsedKey | Error | readonly ParsedKey[]): parsed is readonly ParsedKey[] => Array.isArray(parsed);

function readKey(text: string, passphrase?: string): KeyText {
  // Its types leave out that an OpenSSH file is a list, and that what is wrong is returned.
  const parsed: ParsedKey | Error | readonly ParsedKey[] = utils.parseKey(text, passphrase);
  const key = isList(parsed) ? parsed[0] : parsed;
  if (key === undefined) return { kind: 'unusable', why: 'no key' };
  if (key instanceof Error) {
    const secret = /encrypted|passphrase|decrypt/i.test(key.message) || passphrase !== undefined;
    return secret ? { kind: 'encrypted' } : { kind: 'unusable', why: key.message };
  }
  if (key.isPrivateKey()) return { kind: 'private', key: signingKey(key) };
  return { kind: 'public', key: { keyType: key.type, blob: key.getPublicSSH() } };
}

function agentKeys(socketPath: string): Promise<readonly SigningKey[]> {
  const agent = new OpenSSHAgent(socketPath);
  return new Promise((resolve, reject) => {
    agent.getIdentities((error, keys) => {
      if (error || keys === undefined) {
        reject(error ?? new Error('no keys'));
        return;
      }
      resolve(
        keys.filter((key): key is ParsedKey => 'sign' in key).map((key) => ({
          keyType: key.type,
          blob: key.getPublicSSH(),
          sign: (data, hash) =>
            new Promise((signed, failed) => {
              agent.sign(key, Buffer.from(data), isHash(hash) ? { hash } : {}, (wrong, signature) => {
                if (wrong || signature === undefined) failed(wrong ?? new Error('no signature'));
                else signed(signature);
              });
            }),
        })),
      );
    });
  });
}

/** One key as an agent of its own, because only an agent may take its time to sign. */
class OneKey extends BaseAgent<Buffer> {
  private readonly held: { key: SigningKey | undefined };

  constructor(
    key: SigningKey,
    private readonly isOpen: () => boolean,
  ) {
    super();
    this.held = { key };
  }

  /** The library holds on to the agent for as long as it lives. */
  forget(): void {
    this.held.key = undefined;
  }

  override getIdentities(callback: (error?: Error | null, keys?: Buffer[]) => void): void {
    callback(null, this.held.key === undefined ? [] : [Buffer.from(this.held.key.blob)]);
  }

  override sign(
    _key: Buffer,
    data: Buffer,
    options: { readonly hash?: string } | ((error?: Error | null, signature?: Buffer) => void),
    callback?: (error?: Error | null, signature?: Buffer) => void,
  ): void {
    const done = typeof options === 'function' ? options : callback;
    const hash = typeof options === 'function' ? undefined : options.hash;
    const signing = this.held.key?.sign(data, hash) ?? Promise.reject(new Error('forgotten'));
    signing.then(
      // The library throws where the connection has ended meanwhile.
      (signature) => this.isOpen() && done?.(null, Buffer.from(signature)),
      (error: unknown) => this.isOpen() && done?.(error instanceof Error ? error : new Error(String(error))),
    );
  }
}

interface Method {
  readonly method: AnyAuthMethod;
  /** Lets go of what is secret in it. */
  readonly forget: () => void;
}

const nothingSecret = (method: AnyAuthMethod): Method => ({ method, forget: () => undefined });

function methodOf(attempt: Attempt, username: string, isOpen: () => boolean): Method {
  switch (attempt.kind) {
    case 'none':
      return nothingSecret({ type: 'none', username });
    case 'key':
      return keyMethod(new OneKey(attempt.key, isOpen), username);
    case 'password':
      return passwordMethod(Buffer.from(attempt.password), username);
    case 'dialog':
      return nothingSecret({
        type: 'keyboard-interactive',
        username,
        prompt: (_name, instruction, _language, prompts, finish) => {
          const asked = prompts.map(({ prompt, echo }) => ({ prompt, echo: echo === true }));
          void attempt.answer(instruction, asked).then((answers) => {
            if (isOpen()) finish([...answers]);
          });
        },
      });
  }
}

const keyMethod = (agent: OneKey, username: string): Method => ({ method: { type: 'agent', username, agent }, forget: () => agent.forget() });

function passwordMethod(password: Buffer, username: string): Method {
  // The library takes bytes, against its types; only bytes can be wiped.
  const method = { type: 'password', username, password: password as unknown as string } as const;
  return { method, forget: () => void password.fill(0) };
}

/** Made the moment the channel is there: the end of a short program comes in the same packet. */
function program(client: Client, channel: ClientChannel): RemoteProgram {
  const state = { exit: undefined as ReturnType<RemoteProgram['exit']> };
  channel.on('exit', (code: number | null, signal?: string) => {
    state.exit = code === null ? { signal: signal ?? '' } : { code };
  });
  const closed = new Promise<void>((resolve) => {
    channel.on('close', () => resolve());
  });
  const whileOpen = (act: (id: number) => void): void => {
    const outgoing = (channel as unknown as InsideChannel).outgoing;
    if (outgoing !== undefined && outgoing.state !== 'closed' && outgoing.state !== 'closing') act(outgoing.id);
  };
  return {
    stream: channel,
    stderr: channel.stderr,
    exit: () => state.exit,
    closed,
    signal: (name) => whileOpen((id) => (client as unknown as Inside)._protocol?.signal(id, name)),
    close: () => whileOpen(() => channel.close()),
  };
}

function channelFault({ message }: Error): ChannelFault {
  if (/^(?:Not connected|No response from server|Instance unusable)/.test(message)) return { kind: 'gone', said: message };
  return { kind: 'refused', said: message.replace(/^\(SSH\) Channel open failure: /, '') };
}

function connect(options: ConnectOptions): SshConnection {
  const client = new Client();
  const inside = { open: true, offered: undefined as readonly string[] | undefined, forget: (): void => undefined };
  const isOpen = (): boolean => inside.open;
  const closed = (): void => {
    if (!inside.open) return;
    inside.open = false;
    inside.forget();
    options.onClosed();
  };
  client.on('handshake', () => options.onHandshake());
  client.on('ready', () => {
    inside.forget();
    options.onReady();
  });
  client.on('change password', () => options.onPasswordExpired());
  client.on('error', (error: Error & { readonly level?: string }) => {
    // An agent that does not sign: the library goes on with the next attempt.
    if (error.level !== 'agent') options.onFault(error.message);
  });
  client.on('end', closed);
  client.on('close', closed);
  client.connect({
    sock: options.stream,
    username: options.user,
    // Our own patience stops while a person is being asked.
    readyTimeout: 0,
    keepaliveInterval: options.keepAliveMs,
    keepaliveCountMax: options.keepAliveCount,
    algorithms: {
      serverHostKey: [...options.hostKeyAlgorithms],
      compress: ['none'],
      ...(options.ciphers.length === 0 ? {} : { cipher: [...options.ciphers] }),
    },
    hostVerifier: (blob: Buffer, verify: (permitted: boolean) => void) => {
      const type = blob.toString('latin1', 4, 4 + blob.readUInt32BE(0));
      void options.verifyHost({ keyType: type, blob }).then((permitted) => {
        if (inside.open) verify(permitted);
      });
    },
    authHandler: (left, _partial, next) => {
      // Null before the first attempt, against its types; and stale after a key, which is why the trace below is read.
      const first = (left as readonly string[] | null) === null && inside.offered === undefined;
      void options.nextAttempt(first ? undefined : (inside.offered ?? left)).then((attempt) => {
        if (!inside.open) return;
        inside.forget();
        if (attempt === undefined) {
          client.end();
          return;
        }
        const { method, forget } = methodOf(attempt, options.user, isOpen);
        inside.forget = forget;
        next(method);
      });
    },
    // Never written anywhere. What the server still offers after a key was accepted as one of two steps is told here only.
    debug: (text) => {
      const offered = /^Inbound: Received USERAUTH_FAILURE \((.*)\)$/.exec(text)?.[1];
      if (offered !== undefined) inside.offered = offered === '' ? [] : offered.split(',');
      if (text.startsWith('Remote ident: ')) options.onGreeting();
    },
  });

  const open = <T>(start: (callback: (error: Error | undefined, channel: ClientChannel) => void) => unknown, made: (channel: ClientChannel) => T) =>
    new Promise<Opened<T>>((resolve) => {
      const refuse = (error: Error): void => resolve({ ok: false, fault: channelFault(error) });
      if (!inside.open) {
        refuse(new Error('Not connected'));
        return;
      }
      try {
        start((error, channel) => {
          if (error === undefined) resolve({ ok: true, value: made(channel) });
          else refuse(error);
        });
      } catch (error) {
        // Thrown where the line was cut a moment ago.
        if (!(error instanceof Error)) throw error;
        refuse(error);
      }
    });
  return {
    execute: (line) => open((callback) => client.exec(line, callback), (channel) => program(client, channel)),
    forward: (host, port) => open((callback) => client.forwardOut('127.0.0.1', 0, host, port, callback), (channel) => channel),
    end: () => {
      if (inside.open) client.end();
    },
    destroy: () => {
      client.destroy();
      options.stream.destroy();
    },
  };
}

const library: SshLibrary = { readKey, agentKeys, connect };

/** Opens connections over SSH and keeps them while they are used. */
export function createSshExecutors(parts: SshParts): SshExecutors {
  return createConnections(library, ciphersOf(getCiphers()), parts);
}
