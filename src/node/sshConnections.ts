// The connections that are open: one per host and way to it, shared by all who use it at the same time, joined while it is being made,
// and closed when nobody has used it for a while. A host that is gone through is one of them.

import type { Duplex } from 'node:stream';
import { message } from '../core/messages/message';
import type { Executor, ShellPerson } from '../core/ports';
import { fail, succeed, type Result } from '../core/result';
import type { Cipher } from '../core/ssh/algorithms';
import { machineName } from '../core/ssh/hostName';
import { cancelled, connectionLost, hostUnreachable, jumpRefused } from '../core/ssh/sshFailures';
import { onAbort } from './onAbort';
import { openStream } from './sockets';
import type { AgentPlaces } from './sshAgents';
import { createChannels, type Run } from './sshChannels';
import { logIn, usualTimeoutMs, type ConnectParts, type LiveConnection, type Opening } from './sshConnect';
import type { HostKeyParts } from './sshHostKeys';
import type { Keyring } from './sshIdentities';
import type { SshLibrary } from './sshLibrary';
import { findRoute, type Hop, type ResolveTarget } from './sshRoute';

const usualIdleMs = 60_000;
const untilCutMs = 1000;

export interface SshParts extends HostKeyParts {
  readonly resolve: ResolveTarget;
  readonly agents: AgentPlaces;
  /** How long a connection is kept that nobody uses. */
  readonly idleMs?: number;
}

export interface SshExecutors {
  /** `target` is an alias of the SSH configuration or user@host:port. */
  open(target: string, person: ShellPerson, signal: AbortSignal): Promise<Result<Executor>>;
  dispose(): void;
}

interface Shared {
  readonly live: LiveConnection;
  readonly run: Run;
}

interface Entry {
  readonly shared: Promise<Result<Shared>>;
  /** Ends the attempt, when all who wait for it have left. */
  readonly controller: AbortController;
  users: number;
  open: Shared | undefined;
  idle: NodeJS.Timeout | undefined;
}

interface Lease {
  readonly shared: Shared;
  release(): void;
}

function hangUp({ connection }: LiveConnection): void {
  connection.end();
  setTimeout(() => connection.destroy(), untilCutMs).unref();
}

/** Resolves with undefined when the signal aborts first. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const abort = (): void => resolve(undefined);
    const unheard = onAbort(signal, abort);
    if (signal.aborted) abort();
    promise.then(resolve, reject).finally(unheard);
  });
}

/** A line to the host through the one before it. */
async function streamThrough(live: LiveConnection, hop: Hop, through: string, signal: AbortSignal): Promise<Result<Duplex>> {
  const { hostName, port, connectTimeoutMs } = hop.settings;
  const where = `${hostName}:${port}`;
  const given = AbortSignal.timeout(connectTimeoutMs ?? usualTimeoutMs);
  const forward = live.connection.forward(hostName, port);
  const opened = await orAborted(forward, AbortSignal.any([signal, given, live.gone]));
  if (opened === undefined) {
    void forward.then((late) => late.ok && late.value.destroy());
    if (signal.aborted) return fail(cancelled());
    return fail(live.gone.aborted ? connectionLost(through, '') : hostUnreachable('timeout', where, 'ETIMEDOUT'));
  }
  return opened.ok ? succeed(opened.value) : fail(jumpRefused(where, through, opened.fault.said));
}

async function streamTo(hop: Hop, signal: AbortSignal): Promise<Result<Duplex>> {
  const { hostName, port, connectTimeoutMs } = hop.settings;
  const opened = await openStream({ host: hostName, port }, connectTimeoutMs ?? usualTimeoutMs, signal);
  if (opened.kind === 'connected') return succeed(opened.stream);
  return fail(opened.kind === 'cancelled' ? cancelled() : hostUnreachable(opened.kind, `${hostName}:${port}`, opened.systemCode));
}

/** What making a connection asks of the collection it becomes part of. */
interface Around {
  readonly parts: ConnectParts;
  acquire(hop: Hop, opening: Opening): Promise<Result<Lease>>;
  /** It is to be given to nobody else. */
  onSpoilt(live: LiveConnection): void;
}

async function connect(hop: Hop, opening: Opening, around: Around): Promise<Result<Shared>> {
  const { settings } = hop;
  const machine = machineName(settings);
  const before = hop.before === undefined ? undefined : await around.acquire(hop.before, opening);
  if (before?.ok === false) return before;
  const through = hop.before === undefined ? undefined : machineName(hop.before.settings);
  const leave = (): void => before?.value.release();

  const held = { here: true };
  try {
    opening.person.progress.phase(message('ssh.progress.connecting', machine));
    const knownTypes = await around.parts.judge.knownTypes(settings);
    const stream =
      before === undefined || through === undefined
        ? await streamTo(hop, opening.signal)
        : await streamThrough(before.value.shared.live, hop, through, opening.signal);
    if (!stream.ok) return stream;
    const logged = await logIn(stream.value, { settings, knownTypes, through }, opening, around.parts);
    if (!logged.ok) return logged;
    const live = logged.value;
    // The host on the way is held for as long as the connection through it stands.
    held.here = live.gone.aborted;
    if (!held.here) onAbort(live.gone, leave);
    // A program that may still run there ends with its connection, on Windows for certain.
    return succeed({ live, run: createChannels(live, machine, () => around.onSpoilt(live)) });
  } finally {
    if (held.here) leave();
  }
}

/** Connections through `library`; `ciphers` are those the runtime has. */
export function createConnections(library: SshLibrary, ciphers: readonly Cipher[], parts: SshParts): SshExecutors {
  const entries = new Map<string, Entry>();
  const state = { disposed: false };

  const forget = (hop: Hop, entry: Entry): void => {
    clearTimeout(entry.idle);
    if (entries.get(hop.key) === entry) entries.delete(hop.key);
  };

  const release = (hop: Hop, entry: Entry): void => {
    entry.users--;
    if (entry.users > 0) return;
    const { open } = entry;
    if (open === undefined) {
      forget(hop, entry);
      entry.controller.abort();
      return;
    }
    entry.idle = setTimeout(() => {
      forget(hop, entry);
      hangUp(open.live);
    }, parts.idleMs ?? usualIdleMs);
    entry.idle.unref();
  };

  const start = (hop: Hop, opening: Opening): Entry => {
    const controller = new AbortController();
    const onSpoilt = (live: LiveConnection): void => {
      forget(hop, entry);
      hangUp(live);
    };
    const around: Around = { parts: { ...parts, library, ciphers }, acquire, onSpoilt };
    const shared = connect(hop, { ...opening, signal: controller.signal }, around).then((outcome) => {
      if (!outcome.ok) {
        forget(hop, entry);
        return outcome;
      }
      entry.open = outcome.value;
      const { live } = outcome.value;
      if (controller.signal.aborted) hangUp(live);
      onAbort(live.gone, () => forget(hop, entry));
      if (live.gone.aborted) forget(hop, entry);
      return outcome;
    });
    // Something is wrong in here, and whoever waits is told; the next one starts anew.
    shared.catch(() => forget(hop, entry));
    const entry: Entry = { shared, controller, users: 0, open: undefined, idle: undefined };
    entries.set(hop.key, entry);
    return entry;
  };

  async function acquire(hop: Hop, opening: Opening): Promise<Result<Lease>> {
    const entry = entries.get(hop.key) ?? start(hop, opening);
    entry.users++;
    clearTimeout(entry.idle);
    const outcome = await orAborted(entry.shared, opening.signal);
    if (outcome?.ok === true) return succeed({ shared: outcome.value, release: () => release(hop, entry) });
    release(hop, entry);
    return outcome ?? fail(cancelled());
  }

  return {
    open: async (target, person, signal) => {
      if (signal.aborted || state.disposed) return fail(cancelled());
      const route = await findRoute(target, parts.resolve, signal);
      if (!route.ok) return route;
      const keyring: Keyring = new Map();
      const lease = await acquire(route.value, { person, signal, keyring });
      keyring.clear();
      if (!lease.ok) return lease;
      const { shared } = lease.value;
      const use = { closed: false };
      return succeed({
        machine: machineName(route.value.settings),
        execute: (execution, stopped) => shared.run(execution, stopped),
        close: () => {
          if (use.closed) return;
          use.closed = true;
          lease.value.release();
        },
      });
    },
    dispose: () => {
      state.disposed = true;
      for (const entry of entries.values()) {
        clearTimeout(entry.idle);
        entry.controller.abort();
        if (entry.open !== undefined) hangUp(entry.open.live);
      }
      entries.clear();
    },
  };
}
