// The last check of each server, kept between sessions. All of them are one value of the editor's storage, so that many checks which end
// together are written together: one write for each would carry every other check along.

import type * as vscode from 'vscode';
import type { ServerCheck } from '../core/servers/check';

export interface CheckMemory {
  /** Undefined: forgotten. */
  remember(serverId: string, check: ServerCheck | undefined): void;
  /** Resolves when all that was remembered is written. */
  written(): Promise<void>;
}

const CHECKS_KEY = 'checks';
const PAUSE_MS = 250;

/** The checks of earlier sessions, as {@link createCheckStore} takes them. */
export function rememberedChecks(memory: vscode.Memento): unknown {
  return memory.get(CHECKS_KEY);
}

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, PAUSE_MS);
  });

export function keepChecks(memory: vscode.Memento): CheckMemory {
  const pending = new Map<string, ServerCheck | undefined>();
  const last = { written: Promise.resolve(), rested: Promise.resolve() };

  /** Other windows write here too: what they left is read at the moment of writing. */
  async function write(): Promise<void> {
    const checks = new Map(Object.entries(memory.get<Readonly<Record<string, unknown>>>(CHECKS_KEY) ?? {}));
    for (const [id, check] of pending) {
      if (check === undefined) checks.delete(id);
      else checks.set(id, check);
    }
    pending.clear();
    await memory.update(CHECKS_KEY, Object.fromEntries(checks));
  }

  return {
    remember(serverId, check) {
      const isFirst = pending.size === 0;
      pending.set(serverId, check);
      // The write that is due takes this one along.
      if (!isFirst) return;
      const written = last.rested.then(write);
      last.written = written;
      last.rested = Promise.allSettled([written]).then(pause);
    },
    written: () => last.written,
  };
}
