// Checks under way: one at a time for a server. Asked again for the same, the running one is joined; asked for another address, way or
// more than it looks at, or with the server gone, it is stopped and writes nothing any more.

import { asksNoLess, type ProbeMode } from '../core/listener/probeManner';
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
  runningFor(wanted: Wanted): Promise<Result<void>> | undefined;
  /** Joins the one under way, or starts `work`, which `signal` cancels: with more than was wanted where one that looks at more is stopped. */
  join(wanted: Wanted, signal: AbortSignal, work: Work): Promise<Result<void>>;
  /** Resolves when the run has ended and nothing more is written. How it ended is heard by whoever started it. */
  stop(serverId: string): Promise<void>;
}

export interface Wanted {
  readonly server: Server;
  readonly scope: Scope;
  /** How much is asked of the listener. */
  readonly mode: ProbeMode;
}

export type Work = (run: Run, wanted: Wanted) => Promise<Result<void>>;

interface Known extends Wanted {
  readonly done: Promise<Result<void>>;
  readonly abort: () => void;
}

export function keepRuns(store: CheckStore): Runs {
  const runs = new Map<string, Known>();

  /** The check of this very address, reached in this very way, whatever it looks at. */
  function sameDoor({ id, address, port, via, ssh }: Server): Known | undefined {
    const known = runs.get(id);
    if (known === undefined) return undefined;
    const { server } = known;
    return server.address === address && server.port === port && server.via === via && server.ssh === ssh ? known : undefined;
  }

  function runningFor({ server, scope, mode }: Wanted): Promise<Result<void>> | undefined {
    const known = sameDoor(server);
    if (known === undefined || (known.scope !== scope && known.scope !== 'server')) return undefined;
    return asksNoLess(known.mode, mode) ? known.done : undefined;
  }

  function start(wanted: Wanted, signal: AbortSignal, work: Work): Promise<Result<void>> {
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
    const done = work({ signal: controller.signal, isLatest, phase }, wanted).finally(() => {
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
      const running = runningFor(wanted);
      if (running !== undefined) return running;
      // A check of the whole that is asked for more of the listener stays one of the whole.
      const whole = sameDoor(wanted.server)?.scope === 'server';
      runs.get(wanted.server.id)?.abort();
      return start(whole ? { ...wanted, scope: 'server' } : wanted, signal, work);
    },
    async stop(serverId) {
      const known = runs.get(serverId);
      runs.delete(serverId);
      known?.abort();
      await Promise.allSettled([known?.done]);
    },
  };
}
