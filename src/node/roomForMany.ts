// How much of one kind of work this process can do at a time. Names are resolved in the threads of libuv, of which half may wait for a
// resolver: with its usual four, two names that nobody knows would hold up all the others. Files and sockets share one limit, which Node
// has already raised as far as it may; where the system does not say what it is, none is assumed.

import { readFile } from 'node:fs/promises';

/** Each check may have so many sockets open: one that is asked, and one for every other address of its name that is tried beside it. */
const SOCKETS_EACH = 4;

/** What the process itself keeps open, with room for the parts it has yet to load. */
const OWN_FILES = 32;

const MOST_THREADS = 256;

/** Makes ready for so many checks at a time, and resolves with how many of them there may be. Of use before the first name or file. */
export async function atMost(atOnce: number): Promise<number> {
  process.env['UV_THREADPOOL_SIZE'] ??= String(Math.min(MOST_THREADS, 2 * atOnce));
  const files = await openFiles();
  return files === undefined ? atOnce : Math.max(1, Math.min(atOnce, Math.floor((files - OWN_FILES) / SOCKETS_EACH)));
}

async function openFiles(): Promise<number | undefined> {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '');
  const most = /^Max open files\s+(\d+)/m.exec(limits)?.[1];
  return most === undefined ? undefined : Number(most);
}
