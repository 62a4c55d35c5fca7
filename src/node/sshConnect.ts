// One connection to one host, from the open stream to the login. The order is fixed: greeting, key exchange, the decision about the
// host key, the proof that the server holds it, and only then anything about a user. Every wait ends.

import type { Duplex } from 'node:stream';
import { message } from '../core/messages/message';
import type { Log, RememberedKey, ShellPerson } from '../core/ports';
import { fail, succeed, type Failure, type Result } from '../core/result';
import { hostKeyAlgorithms, type Cipher } from '../core/ssh/algorithms';
import { failureOf, type LoginPhase } from '../core/ssh/faults';
import { firstWords } from '../core/ssh/firstWords';
import { machineName } from '../core/ssh/hostName';
import type { HostSettings } from '../core/ssh/hostSettings';
import { cancelled, loginTimedOut, silent } from '../core/ssh/sshFailures';
import { onAbort } from './onAbort';
import { createPatience } from './patience';
import type { AgentPlaces } from './sshAgents';
import { decideHostKey, type AcceptedKey, type HostKeyParts } from './sshHostKeys';
import type { Keyring } from './sshIdentities';
import type { Attempt, PublicKey, SshConnection, SshLibrary } from './sshLibrary';
import { createLogin } from './sshLogin';

/** For one step of connecting where the configuration says nothing. */
export const usualTimeoutMs = 20_000;

// A dead line is noticed after a minute where the configuration asks for no signs of life.
const usualKeepAlive = { keepAliveMs: 15_000, keepAliveCount: 4 };

const mostHeard = 1000;

export interface ConnectParts extends HostKeyParts {
  readonly library: SshLibrary;
  readonly ciphers: readonly Cipher[];
  readonly agents: AgentPlaces;
}

/** One request to connect, through all the hosts on the way. */
export interface Opening {
  readonly person: ShellPerson;
  readonly signal: AbortSignal;
  readonly keyring: Keyring;
}

export interface LiveConnection {
  readonly connection: SshConnection;
  /** Aborted when the connection has ended, in whatever way. */
  readonly gone: AbortSignal;
}

export interface Route {
  readonly settings: HostSettings;
  /** Types of host keys that are known, asked before the line stands. */
  readonly knownTypes: readonly string[];
  /** The last host on the way, where there is one. */
  readonly through: string | undefined;
}

interface HostKeyGuard {
  readonly verify: (key: PublicKey) => Promise<boolean>;
  /** What a person chose to remember. */
  toRemember(): RememberedKey | undefined;
}

/** Decides once. Keys are exchanged anew from time to time: with the same host key, or the connection ends. */
function guardHostKey(decide: (key: PublicKey) => Promise<Result<AcceptedKey>>, onRefused: (failure: Failure) => void): HostKeyGuard {
  const state = { accepted: undefined as string | undefined, remember: undefined as RememberedKey | undefined };
  return {
    verify: async (key) => {
      const id = Buffer.from(key.blob).toString('base64');
      if (state.accepted !== undefined) return state.accepted === id;
      const decided = await decide(key);
      if (!decided.ok) {
        onRefused(decided.failure);
        return false;
      }
      state.accepted = id;
      state.remember = decided.value.remember;
      return true;
    },
    toRemember: () => state.remember,
  };
}

async function remember(key: RememberedKey | undefined, { store }: HostKeyParts, log: Log): Promise<void> {
  if (key === undefined) return;
  try {
    await store.add(key);
  } catch (error) {
    log.error(`The host key of ${key.host} could not be remembered: ${String(error)}`);
  }
}

/** A mistake in what is called from inside the library: it ends the attempt, instead of vanishing in there. */
async function orCrash<T>(work: Promise<T>, otherwise: T, crash: (error: Error) => void): Promise<T> {
  try {
    return await work;
  } catch (error) {
    crash(error instanceof Error ? error : new Error(String(error)));
    return otherwise;
  }
}

function keepAlive({ serverAliveIntervalMs, serverAliveCountMax }: HostSettings): { readonly keepAliveMs: number; readonly keepAliveCount: number } {
  if (serverAliveIntervalMs === 0) return usualKeepAlive;
  return { keepAliveMs: serverAliveIntervalMs, keepAliveCount: serverAliveCountMax };
}

/** Logs in over a stream that has just been opened. The stream is destroyed where it fails. */
export function logIn(stream: Duplex, route: Route, opening: Opening, parts: ConnectParts): Promise<Result<LiveConnection>> {
  const { settings, through } = route;
  const { person, signal, keyring } = opening;
  const machine = machineName(settings);
  return new Promise((settle, reject) => {
    const gone = new AbortController();
    const state = { phase: 'greeting' as LoginPhase, heard: '', saving: Promise.resolve(), exhausted: false, settled: false };

    const unheard = onAbort(signal, () => cancel());
    const finish = (tell: () => void): void => {
      if (state.settled) return;
      state.settled = true;
      patience.end();
      unheard();
      stream.off('data', listen);
      void state.saving.then(tell);
    };
    const giveUp = (failure: Failure): void =>
      finish(() => {
        connection.destroy();
        settle(fail(failure));
      });
    const crash = (error: Error): void =>
      finish(() => {
        connection.destroy();
        reject(error);
      });
    const cancel = (): void => giveUp(cancelled());
    const patience = createPatience(settings.connectTimeoutMs ?? usualTimeoutMs, () =>
      giveUp(state.phase === 'greeting' ? silent(machine) : loginTimedOut(machine)),
    );
    const listen = (chunk: Buffer): void => {
      state.heard = (state.heard + chunk.toString('latin1')).slice(0, mostHeard);
    };
    const login = createLogin({ ...parts, settings, person, keyring, signal, asking: (question) => patience.during(question) });

    const hostKey = guardHostKey(
      (key) => {
        person.progress.phase(message('ssh.progress.hostKey', machine));
        return patience.during(() => decideHostKey(key, { settings, person, through, signal }, parts));
      },
      (failure) => giveUp(signal.aborted ? cancelled() : failure),
    );

    const nextAttempt = async (offered: readonly string[] | undefined): Promise<Attempt | undefined> => {
      patience.restart();
      const attempt = await orCrash(login.nextAttempt(offered), undefined, crash);
      state.exhausted = attempt === undefined;
      if (attempt?.kind !== 'dialog') return attempt;
      return { kind: 'dialog', answer: (instruction, prompts) => orCrash(attempt.answer(instruction, prompts), [], crash) };
    };

    const connection = parts.library.connect({
      stream,
      user: settings.user,
      hostKeyAlgorithms: hostKeyAlgorithms(route.knownTypes),
      ciphers: parts.ciphers,
      ...keepAlive(settings),
      verifyHost: (key) => orCrash(hostKey.verify(key), false, crash),
      nextAttempt,
      onGreeting: () => {
        state.phase = 'handshake';
        patience.restart();
      },
      onHandshake: () => {
        if (state.phase !== 'handshake') return; // keys exchanged anew
        state.phase = 'login';
        person.progress.phase(message('ssh.progress.login', machine));
        state.saving = remember(hostKey.toRemember(), parts, person.log);
        patience.restart();
      },
      onReady: () => {
        login.succeeded();
        finish(() => settle(succeed({ connection, gone: gone.signal })));
      },
      onPasswordExpired: () => {
        login.expired();
        giveUp(login.failure());
      },
      onFault: (text) => {
        if (state.settled) person.log.info(`${machine}: ${firstWords(text)}`);
        else giveUp(state.exhausted ? login.failure() : failureOf({ ...state, text }, machine));
      },
      onClosed: () => {
        gone.abort();
        giveUp(state.exhausted ? login.failure() : failureOf({ ...state, text: '' }, machine));
      },
    });
    if (signal.aborted) cancel();
    else if (!state.settled) stream.on('data', listen);
  });
}
