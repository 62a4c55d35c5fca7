// The roots that an export of a GPO can name, and the roots of the registry they stand for.

import type { Hive } from '../registry/hives';
import type { EntryHive } from './entry';

export const hiveOfEntry: Readonly<Record<EntryHive, Hive>> = {
  machine: 'HKEY_LOCAL_MACHINE',
  user: 'HKEY_CURRENT_USER',
  classes: 'HKEY_CLASSES_ROOT',
  users: 'HKEY_USERS',
  config: 'HKEY_CURRENT_CONFIG',
};

const entryHives = Object.keys(hiveOfEntry) as readonly EntryHive[];

/** Undefined for a root that no export names. */
export function entryHiveOf(hive: Hive): EntryHive | undefined {
  return entryHives.find((entryHive) => hiveOfEntry[entryHive] === hive);
}
