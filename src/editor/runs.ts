// Checks under way: one at a time for a server. Asked again for the same, the running one is joined; asked for another address, way or
// more than it looks at, or with the server gone, it is stopped and writes nothing any more.

import { message, type Message } from '../core/messages/message';
import type { Result } from '../core/result';
import type { Server } from '../core/servers/server';
import type { CheckPart } from '../core/servers/checkParts';
import type { CheckStore } from '../core/servers/store';

/** What a check looks at: everything, or what one part of the diagnosis needs. */
export type Scope = 'server' | CheckPart;

export interface Run {
  readonly signal: AbortSignal;
  /** Says on the server's node what is being done. */
  readonly phase: (text: Message) => void;
  /** Whether it still speaks for its server: to be asked before each thing that is written. */
  readonly isLatest: () => boolean;
}

export interface Runs {
  /** The check of this very address that is under way and looks at no less. */
  runningFor(server: Server, scope: Scope): Promise<Result<void>> | undefined;
  /** Joins the one under way, or starts `work`, which `signal` cancels. */
  join(wanted: Wanted, signal: AbortSignal, work: (run: Run) => Promise<Result<void>>): Promise<Result<void>>;
  /** Resolves when the run has ended and nothing more is written. How it ended is heard by whoever started it. */
  stop(serverId: string): Promise<void>;
}

export interface Wanted {
  readonly server: Server;
  readonly scope: Scope;
}

interface Known extends Wanted {
  readonly done: Promise<Result<void>>;
  readonly abort: () => void;
}

export function keepRuns(store: CheckStore): Runs {
  const runs = new Map<string, Known>();

  function runningFor({ id, address, port, via, ssh }: Server, scope: Scope): Promise<Result<void>> | undefined {
    const known = runs.get(id);
    if (known === undefined || (known.scope !== scope && known.scope !== 'server')) return undefined;
    const { server } = known;
    return server.address === address && server.port === port && server.via === via && server.ssh === ssh ? known.done : undefined;
  }

  function start(wanted: Wanted, signal: AbortSignal, work: (run: Run) => Promise<Result<void>>): Promise<Result<void>> {
    const { id } = wanted.server;
    const controller = new AbortController();
    const abort = (): void => {
      controller.abort();
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    const isLatest = (): boolean => runs.get(id)?.abort === abort;
    const phase = (text: Message): void => {
      if (isLatest()) store.setRunning(id, text);
    };
    const done = work({ signal: controller.signal, isLatest, phase }).finally(() => {
      signal.removeEventListener('abort', abort);
      if (!isLatest()) return;
      runs.delete(id);
      store.setRunning(id, undefined);
    });
    runs.set(id, { ...wanted, done, abort });
    store.setRunning(id, message('server.state.checking'));
    return done;
  }

  return {
    runningFor,
    join(wanted, signal, work) {
      const known = runningFor(wanted.server, wanted.scope);
      if (known !== undefined) return known;
      runs.get(wanted.server.id)?.abort();
      return start(wanted, signal, work);
    },
    async stop(serverId) {
      const known = runs.get(serverId);
      runs.delete(serverId);
      known?.abort();
      await Promise.allSettled([known?.done]);
    },
  };
}
