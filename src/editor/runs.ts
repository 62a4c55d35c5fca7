// Checks under way: one at a time for a server. Asked again for the same address, the running one is joined; asked for another address,
// or with the server gone, it is stopped and writes nothing any more.

import { message } from '../core/messages/message';
import type { Result } from '../core/result';
import type { Server } from '../core/servers/server';
import type { CheckStore } from '../core/servers/store';

export interface Run {
  readonly signal: AbortSignal;
  /** Whether it still speaks for its server: to be asked before each thing that is written. */
  readonly isLatest: () => boolean;
}

export interface Runs {
  /** The check of this very address that is under way. */
  runningFor(server: Server): Promise<Result<void>> | undefined;
  /** Joins the one under way, or starts `work`, which `signal` cancels. */
  join(server: Server, signal: AbortSignal, work: (run: Run) => Promise<Result<void>>): Promise<Result<void>>;
  /** Resolves when the run has ended and nothing more is written. How it ended is heard by whoever started it. */
  stop(serverId: string): Promise<void>;
}

interface Known {
  readonly server: Server;
  readonly done: Promise<Result<void>>;
  readonly abort: () => void;
}

export function keepRuns(store: CheckStore): Runs {
  const runs = new Map<string, Known>();

  function runningFor({ id, address, port }: Server): Promise<Result<void>> | undefined {
    const known = runs.get(id);
    return known?.server.address === address && known.server.port === port ? known.done : undefined;
  }

  function start(server: Server, signal: AbortSignal, work: (run: Run) => Promise<Result<void>>): Promise<Result<void>> {
    const { id } = server;
    const controller = new AbortController();
    const abort = (): void => {
      controller.abort();
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    const isLatest = (): boolean => runs.get(id)?.abort === abort;
    const done = work({ signal: controller.signal, isLatest }).finally(() => {
      signal.removeEventListener('abort', abort);
      if (!isLatest()) return;
      runs.delete(id);
      store.setRunning(id, undefined);
    });
    runs.set(id, { server, done, abort });
    store.setRunning(id, message('server.state.checking'));
    return done;
  }

  return {
    runningFor,
    join(server, signal, work) {
      const known = runningFor(server);
      if (known !== undefined) return known;
      runs.get(server.id)?.abort();
      return start(server, signal, work);
    },
    async stop(serverId) {
      const known = runs.get(serverId);
      runs.delete(serverId);
      known?.abort();
      await Promise.allSettled([known?.done]);
    },
  };
}
