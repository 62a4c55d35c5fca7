// The servers of the user's and the workspace's settings as one list. The editor does not merge arrays: a workspace that names one
// server would hide all of the user's. Entries that cannot be used are kept apart with their reason, so that none vanishes silently.

import { readServer, type Server, type ServerFault } from './server';

export type Origin = 'user' | 'workspace';

export interface ServerEntry {
  readonly server: Server;
  readonly origin: Origin;
  /** Position in its list. */
  readonly index: number;
}

export interface EntryProblem {
  readonly origin: Origin;
  /** Position in the list, or undefined where the whole setting is no list. */
  readonly index: number | undefined;
  readonly fault: ServerFault | undefined;
}

export interface ServerList {
  readonly entries: readonly ServerEntry[];
  readonly problems: readonly EntryProblem[];
}

export interface Sources {
  readonly user: unknown;
  /** Undefined where there is none or it must not be used. */
  readonly workspace: unknown;
}

/** Ids are unique in the result: of two entries with one id (a copied line) the later goes by its position until its next edit. */
export function joinServers(sources: Sources): ServerList {
  const entries: ServerEntry[] = [];
  const problems: EntryProblem[] = [];
  const ids = new Set<string>();
  for (const origin of ['user', 'workspace'] as const) {
    const list = sources[origin];
    if (list === undefined || list === null) continue;
    if (!Array.isArray(list)) {
      problems.push({ origin, index: undefined, fault: undefined });
      continue;
    }
    list.forEach((entry: unknown, index) => {
      const read = readServer(entry);
      if (!read.ok) {
        problems.push({ origin, index, fault: read.fault });
        return;
      }
      const taken = ids.has(read.server.id);
      // The user's own entry stands for the workspace's of the same id: it is the one that was edited here.
      if (taken && origin === 'workspace' && read.hasId) return;
      const server = taken ? { ...read.server, id: `${read.server.id} ${origin} ${String(index)}` } : read.server;
      ids.add(server.id);
      entries.push({ server, origin, index });
    });
  }
  return { entries, problems };
}

export function findServer(list: ServerList, id: string): ServerEntry | undefined {
  return list.entries.find((entry) => entry.server.id === id);
}
