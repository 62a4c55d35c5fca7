// One lookup from a place in the registry to the setting it is: case, numbered control sets, Wow6432Node, any listener's key, and the
// policies of the computer and of the user. Also by id of a setting. Indexed when first asked, a look-up in a map from then on.

import type { Hive } from '../registry/hives';
import { keyIdentity, type Place, type RegistryKey } from '../registry/place';
import { once } from './once';
import type { Policy } from './policies/policy';
import type { Domain, Setting } from './setting';
import { allSettings, hivesOf, policyPlaces } from './settingTable';

// What is no value in the registry has tables of its own. A bundle holds them only where somebody asks.
export * from './knowledge';

export interface KnownPlace {
  readonly setting: Setting;
  /** `policy` where the place is in a policy key, be it the setting's policy twin or its only place. */
  readonly side: 'local' | 'policy';
  /** The listener's key name as spelled, for a setting of a listener. */
  readonly listener: string | undefined;
  /** What this place takes: a policy does not always write what the local value takes. */
  readonly types: readonly [number, ...number[]];
  readonly domain: Domain;
  /** The policies that write this place in this hive. */
  readonly policies: readonly Policy[];
}

type Entry = Omit<KnownPlace, 'listener'> & { readonly name: string };

/** The values of one key by name in lower case. */
type KeyEntries = Map<string, Entry>;

const WINSTATIONS = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\terminal server\\winstations\\';
const ADAPTERS = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\terminal server\\lanatable\\';
const LISTENER = `${WINSTATIONS}{listener}`;
const POLICY_PATH = /^software\\(?:policies|microsoft\\windows\\currentversion\\policies)\\/i;

const byKey = once((): ReadonlyMap<string, KeyEntries> => {
  const keys = new Map<string, KeyEntries>();
  const add = (hive: Hive, path: string, entry: Entry): void => {
    const identity = keyIdentity({ hive, path });
    const entries = keys.get(identity) ?? new Map<string, Entry>();
    keys.set(identity, entries.set(entry.name.toLowerCase(), entry));
  };
  for (const setting of allSettings()) {
    const { hives, path, name } = setting.place;
    const side = POLICY_PATH.test(path) ? 'policy' : 'local';
    for (const hive of hives) add(hive, path, { setting, side, types: setting.types, domain: setting.domain, name, policies: [] });
  }
  for (const { setting, twin, writtenBy } of policyPlaces()) {
    for (const hive of twin.hives) {
      const policies = writtenBy.filter((policy) => hivesOf(policy).includes(hive));
      add(hive, twin.path, { setting, side: 'policy', types: twin.types, domain: twin.domain, name: twin.name, policies });
    }
  }
  return keys;
});

const byId = once(() => new Map(allSettings().map((setting) => [setting.id.toLowerCase(), setting])));

/** The setting with this id, in any case. */
export function settingById(id: string): Setting | undefined {
  return byId().get(id.toLowerCase());
}

/** The listener's key name when the key is a direct child of WinStations, else undefined. */
export function listenerOf(key: RegistryKey): string | undefined {
  return childOf(WINSTATIONS, keyIdentity(key)) === undefined ? undefined : key.path.slice(key.path.lastIndexOf('\\') + 1);
}

function childOf(parent: string, identity: string): string | undefined {
  if (!identity.startsWith(parent)) return undefined;
  const name = identity.slice(parent.length);
  return name === '' || name.includes('\\') ? undefined : name;
}

function genericIdentity(key: RegistryKey): string {
  const identity = keyIdentity(key);
  if (childOf(WINSTATIONS, identity) !== undefined) return LISTENER;
  return childOf(ADAPTERS, identity) === undefined ? identity : `${ADAPTERS}{adapter}`;
}

/** The setting at this place, or undefined where the table has none. */
export function findSetting(place: Place): KnownPlace | undefined {
  const entry = byKey().get(genericIdentity(place.key))?.get(place.name.toLowerCase());
  return entry === undefined ? undefined : { ...entry, listener: listenerOf(place.key) };
}

/** Everything the table knows in this key, with the names as Windows spells them. */
export function settingsIn(key: RegistryKey): readonly (KnownPlace & { readonly name: string })[] {
  const listener = listenerOf(key);
  return [...(byKey().get(genericIdentity(key))?.values() ?? [])].map((entry) => ({ ...entry, listener }));
}

/** Whether this is the name of a value that Windows reads in the key of a listener. */
export function isListenerValue(name: string): boolean {
  return byKey().get(LISTENER)?.has(name.toLowerCase()) === true;
}

/** Whether the table knows any setting in this key. */
export function isSettingKey(key: RegistryKey): boolean {
  return byKey().has(genericIdentity(key));
}
