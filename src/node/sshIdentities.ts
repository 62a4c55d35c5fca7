// The keys to log in with: those of the agents, and those in files. A file whose key is encrypted is opened only when a server would
// take its key; then its passphrase is asked, once for all hosts of a connection. Keys are let go of when the connection stands.

import { readFile } from 'node:fs/promises';
import type { Failure } from '../core/result';
import type { Log } from '../core/ports';
import type { HostSettings } from '../core/ssh/hostSettings';
import { mostAnswers } from '../core/ssh/loginSteps';
import { puttyKey } from '../core/ssh/sshFailures';
import { systemCodeOf } from './addresses';
import { agentSockets, type AgentPlaces } from './sshAgents';
import type { KeyText, PublicKey, SigningKey, SshLibrary } from './sshLibrary';

/** Asks for the passphrase of a file. */
export type AskPassphrase = (file: string, again: boolean) => Promise<string | undefined>;

/** Keys that were decrypted, by file. Shared by the hosts of one connection. */
export type Keyring = Map<string, SigningKey>;

/** A key to offer, or a file that has to be decrypted before it is known which key it holds. */
export type Identity = { readonly kind: 'key'; readonly key: SigningKey } | { readonly kind: 'sealed'; open(): Promise<SigningKey | undefined> };

export interface Identities {
  readonly list: readonly Identity[];
  /** The first key file that cannot be read here at all. */
  readonly unusable: Failure | undefined;
}

export interface IdentityParts {
  readonly library: SshLibrary;
  readonly agents: AgentPlaces;
  readonly log: Log;
  readonly keyring: Keyring;
  readonly askPassphrase: AskPassphrase;
  readonly onPassphraseAccepted: (file: string) => void;
  /** Keeps time-outs from running: an agent may ask its user. */
  readonly asking: <T>(question: () => Promise<T>) => Promise<T>;
}

interface KeyFile {
  readonly file: string;
  readonly text: string;
  readonly content: KeyText;
  readonly publicKey: PublicKey | undefined;
}

/** Largest key files are a few kilobytes. */
const mostBytes = 100_000;

const idOf = ({ blob }: PublicKey): string => Buffer.from(blob).toString('base64');

/** OpenSSH's own format has the public key in clear before the encrypted part. Source: PROTOCOL.key of OpenSSH. */
function publicPart(text: string): PublicKey | undefined {
  const body = /-----BEGIN OPENSSH PRIVATE KEY-----([^-]+)-----END/.exec(text)?.[1];
  if (body === undefined) return undefined;
  const bytes = Buffer.from(body, 'base64');
  const magic = 'openssh-key-v1\0';
  if (bytes.toString('latin1', 0, magic.length) !== magic) return undefined;
  try {
    const cursor = { at: magic.length };
    const field = (): Buffer => {
      const length = bytes.readUInt32BE(cursor.at);
      const start = cursor.at + 4;
      cursor.at = start + length;
      return bytes.subarray(start, cursor.at);
    };
    for (let skipped = 0; skipped < 3; skipped++) field(); // cipher, kdf, its options
    cursor.at += 4; // the number of keys, always 1
    const blob = field();
    return { keyType: blob.toString('latin1', 4, 4 + blob.readUInt32BE(0)), blob };
  } catch (error) {
    if (error instanceof RangeError) return undefined; // cut
    throw error;
  }
}

async function readText(file: string): Promise<string | { readonly systemCode: string }> {
  try {
    const text = await readFile(file, 'latin1');
    return text.length > mostBytes ? { systemCode: 'EFBIG' } : text;
  } catch (error) {
    return { systemCode: systemCodeOf(error) };
  }
}

async function readKeyFile(file: string, { library, log }: IdentityParts): Promise<KeyFile | Failure | undefined> {
  const text = await readText(file);
  if (typeof text !== 'string') {
    if (text.systemCode !== 'ENOENT') log.warn(`The key file ${file} cannot be read (${text.systemCode}).`);
    return undefined;
  }
  if (text.startsWith('PuTTY-User-Key-File-')) {
    log.warn(`The key file ${file} is in PuTTY's format: convert it with puttygen, or load it in an agent.`);
    return puttyKey(file);
  }
  const content = library.readKey(text);
  switch (content.kind) {
    case 'unusable':
      log.warn(`The key file ${file} holds no key that can be used here (${content.why}).`);
      return undefined;
    case 'encrypted': {
      const beside = await readText(`${file}.pub`);
      const told = typeof beside === 'string' ? library.readKey(beside) : undefined;
      return { file, text, content, publicKey: publicPart(text) ?? (told?.kind === 'public' ? told.key : undefined) };
    }
    case 'private':
    case 'public':
      return { file, text, content, publicKey: content.key };
  }
}

/** The decrypted key of a file, or undefined where no right passphrase was given. */
async function unlock({ file, text }: KeyFile, parts: IdentityParts): Promise<SigningKey | undefined> {
  const known = parts.keyring.get(file);
  if (known !== undefined) return known;
  for (let asked = 0; asked < mostAnswers; asked++) {
    const passphrase = await parts.askPassphrase(file, asked > 0);
    if (passphrase === undefined) return undefined;
    const read = parts.library.readKey(text, passphrase);
    if (read.kind === 'private') {
      parts.onPassphraseAccepted(file);
      parts.keyring.set(file, read.key);
      return read.key;
    }
  }
  parts.log.warn(`No passphrase opened the key file ${file}.`);
  return undefined;
}

function identityOf(keyFile: KeyFile, parts: IdentityParts): Identity | undefined {
  const { content, publicKey } = keyFile;
  if (content.kind === 'private') return { kind: 'key', key: content.key };
  if (content.kind !== 'encrypted') return undefined; // a public key without its agent
  if (publicKey === undefined) return { kind: 'sealed', open: () => unlock(keyFile, parts) };
  return {
    kind: 'key',
    key: {
      ...publicKey,
      sign: async (data, hash) => {
        const key = await unlock(keyFile, parts);
        if (key === undefined) throw new Error('not decrypted');
        return key.sign(data, hash);
      },
    },
  };
}

async function keysOfAgents(settings: HostSettings, { library, agents, log, asking }: IdentityParts): Promise<readonly SigningKey[]> {
  const keys: SigningKey[] = [];
  for (const socket of await agentSockets(settings, agents, log)) {
    try {
      const found = await asking(() => library.agentKeys(socket));
      keys.push(...found.map((key) => ({ ...key, sign: (data: Uint8Array, hash: string | undefined) => asking(() => key.sign(data, hash)) })));
    } catch (error) {
      // An agent that is not there is no reason to stop; one that was configured is worth a line.
      log.info(`No agent answers at ${socket} (${error instanceof Error ? error.message : String(error)}).`);
    }
  }
  return keys;
}

/** In the order to offer: keys of the agent that belong to a file, other keys of the agent, files. */
export async function identitiesFor(settings: HostSettings, parts: IdentityParts): Promise<Identities> {
  const read: (KeyFile | Failure | undefined)[] = [];
  for (const file of settings.identityFiles) read.push(await readKeyFile(file, parts));
  const files = read.filter((entry): entry is KeyFile => entry !== undefined && 'file' in entry);
  const unusable = read.find((entry): entry is Failure => entry !== undefined && 'code' in entry);

  const ofFiles = files.flatMap(({ publicKey }) => (publicKey === undefined ? [] : [idOf(publicKey)]));
  const inAgent = await keysOfAgents(settings, parts);
  const named = ofFiles.flatMap((id) => inAgent.find((key) => idOf(key) === id) ?? []);
  const others = settings.identitiesOnly ? [] : inAgent.filter((key) => !ofFiles.includes(idOf(key)));
  const held = new Set(inAgent.map(idOf));
  const fromFiles = files
    .filter(({ publicKey }) => publicKey === undefined || !held.has(idOf(publicKey)))
    .flatMap((keyFile) => identityOf(keyFile, parts) ?? []);

  return { list: [...[...named, ...others].map((key): Identity => ({ kind: 'key', key })), ...fromFiles], unusable };
}
