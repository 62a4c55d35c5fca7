// One connection to one host, from the open stream to the login. The order is fixed: greeting, key exchange, the decision about the
// host key, the proof that the server holds it, and only then anything about a user. Every wait ends.

import type { Duplex } from 'node:stream';
import { message } from '../core/messages/message';
import type { Log, RememberedKey, ShellPerson } from '../core/ports';
import { fail, succeed, type Failure, type Result } from '../core/result';
import { hostKeyAlgorithms, type Cipher } from '../core/ssh/algorithms';
import { failureOf, type LoginPhase } from '../core/ssh/faults';
import { machineName } from '../core/ssh/hostName';
import type { HostSettings } from '../core/ssh/hostSettings';
import { cancelled, loginTimedOut, silent } from '../core/ssh/sshFailures';
import { createPatience } from './patience';
import type { AgentPlaces } from './sshAgents';
import { decideHostKey, type AcceptedKey, type HostKeyParts } from './sshHostKeys';
import type { Keyring } from './sshIdentities';
import type { Attempt, PublicKey, SshConnection, SshLibrary } from './sshLibrary';
import { createLogin } from './sshLogin';

/** For one step of connecting where the configuration says nothing. */
export const usualTimeoutMs = 20_000;

// A dead line is noticed after a minute where the configuration asks for no signs of life.
const usualKeepAlive = { intervalMs: 15_000, count: 4 };

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

/** Logs in over a stream that has just been opened. The stream is destroyed where it fails. */
export function logIn(stream: Duplex, route: Route, opening: Opening, parts: ConnectParts): Promise<Result<LiveConnection>> {
  const { settings, through } = route;
  const { person, signal, keyring } = opening;
  const machine = machineName(settings);
  return new Promise((settle) => {
    const gone = new AbortController();
    const state = {
      phase: 'greeting' as LoginPhase,
      heard: '',
      saving: Promise.resolve(),
      exhausted: false,
      settled: false,
    };

    const finish = (outcome: Result<LiveConnection>): void => {
      if (state.settled) return;
      state.settled = true;
      patience.end();
      signal.removeEventListener('abort', cancel);
      stream.off('data', listen);
      if (!outcome.ok) connection.destroy();
      void state.saving.then(() => settle(outcome));
    };
    const giveUp = (failure: Failure): void => finish(fail(failure));
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
      const attempt = await login.nextAttempt(offered);
      state.exhausted = attempt === undefined;
      return attempt;
    };

    const connection = parts.library.connect({
      stream,
      user: settings.user,
      hostKeyAlgorithms: hostKeyAlgorithms(route.knownTypes),
      ciphers: parts.ciphers,
      keepAliveMs: settings.serverAliveIntervalMs === 0 ? usualKeepAlive.intervalMs : settings.serverAliveIntervalMs,
      keepAliveCount: settings.serverAliveIntervalMs === 0 ? usualKeepAlive.count : settings.serverAliveCountMax,
      verifyHost: hostKey.verify,
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
        finish(succeed({ connection, gone: gone.signal }));
      },
      onPasswordExpired: () => {
        login.expired();
        giveUp(login.failure());
      },
      onFault: (text) => {
        if (state.settled) person.log.info(`${machine}: ${text}`);
        else giveUp(state.exhausted ? login.failure() : failureOf({ ...state, text }, machine));
      },
      onClosed: () => {
        gone.abort();
        giveUp(state.exhausted ? login.failure() : failureOf({ ...state, text: '' }, machine));
      },
    });
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    else if (!state.settled) stream.on('data', listen);
  });
}
