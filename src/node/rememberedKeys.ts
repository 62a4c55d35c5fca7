// Host keys a person chose to remember: in a file of our own, or in memory for the command line. known_hosts is never written.

import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { HostKeyStore, RememberedKey } from '../core/ports';
import { systemCodeOf } from './addresses';

const schema = v.object({ keys: v.array(v.object({ host: v.string(), keyType: v.string(), key: v.string() })) });

type Change = (keys: readonly RememberedKey[]) => readonly RememberedKey[];

const sameHost = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const sameKey = (a: RememberedKey, b: RememberedKey): boolean => sameHost(a.host, b.host) && a.keyType === b.keyType && a.key === b.key;
const withKey = (keys: readonly RememberedKey[], key: RememberedKey): readonly RememberedKey[] => [...keys.filter((known) => !sameKey(known, key)), key];

function parsed(text: string): readonly RememberedKey[] | undefined {
  try {
    const read = v.safeParse(schema, JSON.parse(text));
    return read.success ? read.output.keys : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Undefined: damaged. A file that is not there holds no key; any other error of the system is the caller's. */
async function readKeys(path: string): Promise<readonly RememberedKey[] | undefined> {
  try {
    return parsed(await readFile(path, 'utf8'));
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Another process sees the old file or the new one, never a part. */
async function writeKeys(path: string, keys: readonly RememberedKey[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const half = `${path}.${randomUUID()}`;
  try {
    await writeFile(half, `${JSON.stringify({ keys }, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
    await chmod(half, 0o600);
    await rename(half, path);
  } finally {
    await rm(half, { force: true });
  }
}

/**
 * Keys in a JSON file that only its owner may read. A damaged file counts as empty, so that every host is asked about again, and is kept
 * beside the new one. Reading and writing reject with the system's error where the file is there and cannot be used.
 */
export function createKeyFile(path: string): HostKeyStore {
  // One after the other: two connections that remember at once would lose one of the keys.
  let last: Promise<unknown> = Promise.resolve();
  const changed = (change: Change): Promise<void> => {
    const run = async (): Promise<void> => {
      const before = await readKeys(path);
      if (before === undefined) await rename(path, `${path}.damaged`);
      await writeKeys(path, change(before ?? []));
    };
    const done = last.then(run, run);
    last = done;
    return done;
  };
  return {
    list: async () => (await readKeys(path)) ?? [],
    add: (key) => changed((keys) => withKey(keys, key)),
    async forget(host) {
      let forgotten = 0;
      await changed((keys) => {
        const kept = keys.filter((key) => !sameHost(key.host, host));
        forgotten = keys.length - kept.length;
        return kept;
      });
      return forgotten;
    },
  };
}

/** Keys for as long as the process runs. */
export function createKeyMemory(initial: readonly RememberedKey[] = []): HostKeyStore {
  let keys = initial;
  return {
    list: async () => keys,
    async add(key) {
      keys = withKey(keys, key);
    },
    async forget(host) {
      const before = keys.length;
      keys = keys.filter((key) => !sameHost(key.host, host));
      return before - keys.length;
    },
  };
}
