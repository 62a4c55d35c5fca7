// Many checks, few at a time: servers wait until it is their turn, and those whose host is looked at from within wait for each other too,
// because each of them is a login and programs on both sides. Nothing is started once the signal is aborted.

import type { Server } from '../core/servers/server';

const HOSTS_AT_ONCE = 8;

/** `work` does not reject. Resolves when nothing runs any more. */
export function workThrough(servers: readonly Server[], atOnce: number, signal: AbortSignal, work: (server: Server) => Promise<void>): Promise<void> {
  const waiting = { outside: servers.filter(({ via }) => via === 'none'), hosts: servers.filter(({ via }) => via !== 'none') };
  const lane = async (kinds: readonly (keyof typeof waiting)[]): Promise<void> => {
    const next = (): Server | undefined => kinds.map((kind) => waiting[kind]).find(({ length }) => length > 0)?.shift();
    for (let server = next(); server !== undefined && !signal.aborted; server = next()) await work(server);
  };
  // A lane that may take hosts takes them first: they last longest.
  const lanes = Array.from({ length: atOnce }, (_, index) => lane(index < HOSTS_AT_ONCE ? ['hosts', 'outside'] : ['outside']));
  return Promise.all(lanes).then(() => undefined);
}
