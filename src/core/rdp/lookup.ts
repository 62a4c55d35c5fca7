// One lookup from a place in the registry to the setting it is: case, numbered control sets, Wow6432Node, any listener's key,
// and the policy twin in its hives.

import { keyIdentity, type Place, type RegistryKey } from '../registry/place';
import type { Setting } from './setting';
import { settings } from './settings';

export interface KnownPlace {
  readonly setting: Setting;
  /** `policy` where the place is the setting's policy twin. */
  readonly side: 'local' | 'policy';
  /** The listener's key name as spelled, for a setting of a listener. */
  readonly listener: string | undefined;
}

const LISTENER = '{listener}';
const WINSTATIONS = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\terminal server\\winstations\\';

interface Entry {
  readonly setting: Setting;
  readonly side: 'local' | 'policy';
}

function index(rows: readonly Setting[]): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const setting of rows) {
    for (const side of ['local', 'policy'] as const) {
      const at = side === 'local' ? setting.place : setting.policy;
      if (at === undefined) continue;
      for (const hive of at.hives) entries.set(`${keyIdentity({ hive, path: at.path })}\n${at.name.toLowerCase()}`, { setting, side });
    }
  }
  return entries;
}

const byPlace = index(settings);
const knownKeys = new Set([...byPlace.keys()].map((place) => place.slice(0, place.indexOf('\n'))));

/** The listener's key name when the key is a direct child of WinStations, else undefined. */
export function listenerOf(key: RegistryKey): string | undefined {
  const identity = keyIdentity(key);
  if (!identity.startsWith(WINSTATIONS)) return undefined;
  const name = identity.slice(WINSTATIONS.length);
  return name === '' || name.includes('\\') ? undefined : key.path.slice(key.path.lastIndexOf('\\') + 1);
}

function genericIdentity(key: RegistryKey): { readonly identity: string; readonly listener: string | undefined } {
  const listener = listenerOf(key);
  return { identity: listener === undefined ? keyIdentity(key) : WINSTATIONS + LISTENER, listener };
}

/** The setting at this place, or undefined where the table has none. */
export function findSetting(place: Place): KnownPlace | undefined {
  const { identity, listener } = genericIdentity(place.key);
  const entry = byPlace.get(`${identity}\n${place.name.toLowerCase()}`);
  return entry === undefined ? undefined : { ...entry, listener };
}

const listenerValues: ReadonlySet<string> = new Set(
  settings.filter(({ place }) => place.path.endsWith(LISTENER)).map(({ place }) => place.name.toLowerCase()),
);

/** Whether this is the name of a value that Windows reads in the key of a listener. */
export function isListenerValue(name: string): boolean {
  return listenerValues.has(name.toLowerCase());
}

/** Whether the table knows any setting in this key. */
export function isSettingKey(key: RegistryKey): boolean {
  return knownKeys.has(genericIdentity(key).identity);
}
