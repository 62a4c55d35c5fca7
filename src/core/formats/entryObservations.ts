// What entries of a GPO export say about the registry, as the rules read it. Says nothing for entries that are switched off or that another
// GPO overrides, and nothing where an observation could not say it: that all values of a key go away (Windows clears a key before it sets
// the values of the same file), that a value is set only where there is none, who may change a key. User rights and groups are no
// registry values.

import type { Evidence, Observation, Origin } from '../registry/observation';
import { keyIdentity, type Place, type RegistryKey } from '../registry/place';
import { dwordData, stringData } from '../registry/valueData';
import { mayConcernRdp } from '../rdp/relevance';
import type { Entry, EntryHive, FirewallRuleEntry, RegistryAction, RegistryEntry } from './entry';
import { hiveOfEntry } from './entryHive';

const FIREWALL_POLICY: RegistryKey = { hive: 'HKEY_LOCAL_MACHINE', path: 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules' };
const RULE_VERSION = '2.31';
/** Fields that may stand more than once in the stored text, once for each item. */
const repeatedFields = /^(?:L|R)Port$|^Profile$/;

/** The key an entry is about, below its root. */
export function keyOfEntry({ hive, key }: RegistryEntry): RegistryKey {
  return { hive: hiveOfEntry[hive], path: key.replace(/^\\+|\\+$/g, '') };
}

/** The values an entry is about; for an action on a key, its default value. */
export function placesOf(entry: RegistryEntry): readonly Place[] {
  const key = keyOfEntry(entry);
  return entry.action === 'deleteValues' ? (entry.names ?? []).map((name) => ({ key, name })) : [{ key, name: entry.name }];
}

/** Whether an entry is about this value. */
export function isAtPlace(entry: RegistryEntry, { key, name }: Place): boolean {
  return keyIdentity(keyOfEntry(entry)) === keyIdentity(key) && entry.name.toLowerCase() === name.toLowerCase();
}

export function setsValue({ action }: RegistryEntry): boolean {
  return action === 'set' || action === 'soft';
}

/** Whether an action is about the value of its own name, and not about a key or a list of names. */
export function concernsValue(action: RegistryAction): boolean {
  return action === 'set' || action === 'soft' || action === 'deleteValue';
}

interface Said {
  readonly origin: Origin;
  readonly evidence: Evidence;
}

function registryObservations(entry: RegistryEntry, key: RegistryKey, said: Said): readonly Observation[] {
  switch (entry.action) {
    case 'set':
      return entry.type === undefined ? [] : [{ kind: 'set', place: { key, name: entry.name }, data: { type: entry.type, bytes: entry.data }, ...said }];
    case 'deleteValue':
    case 'deleteValues':
      return placesOf(entry).map((place) => ({ kind: 'valueDeleted', place, ...said }));
    case 'createKey':
      return [{ kind: 'keyNamed', key, ...said }];
    case 'deleteKey':
      return [{ kind: 'keyDeleted', key, ...said }];
    case 'deleteKeys':
      return (entry.names ?? []).map((name) => ({ kind: 'keyDeleted', key: { hive: key.hive, path: `${key.path}\\${name}` }, ...said }));
    case 'deleteAllValues':
    case 'secureKey':
    case 'soft':
      return [];
  }
}

/** A rule as Windows stores it: `v2.31|Action=Allow|Dir=In|LPort=3389|`. */
function storedRule(fields: FirewallRuleEntry['fields']): string {
  const parts = Object.entries(fields).flatMap(([name, value]) => {
    if (name === 'Version') return [];
    const values = repeatedFields.test(name) ? value.split(',').map((item) => item.trim()) : [value];
    return values.map((item) => `${name}=${item.replaceAll('|', ' ')}|`);
  });
  return `v${fields['Version'] ?? RULE_VERSION}|${parts.join('')}`;
}

/** Rules are told apart by an id that reports do not tell, and two of them may have one name. */
class RuleNames {
  private readonly given = new Map<string, number>();

  nameOf({ Id: id, Name: name }: Readonly<Record<string, string | undefined>>): string {
    const wanted = id ?? name ?? '';
    const count = (this.given.get(wanted.toLowerCase()) ?? 0) + 1;
    this.given.set(wanted.toLowerCase(), count);
    return count === 1 ? wanted : `${wanted} (${String(count)})`;
  }
}

/** In the order of the entries; only of keys that can concern Remote Desktop, and of every key that goes away. */
export function observationsOf(entries: readonly Entry[], origin: Origin): readonly Observation[] {
  const ruleNames = new RuleNames();
  // One object for entries under the same key that follow each other: rules ask once for each object.
  let last: { readonly spelled: string; readonly hive: EntryHive; readonly key: RegistryKey; readonly relevant: boolean } | undefined;
  const keyFor = (entry: RegistryEntry): { readonly key: RegistryKey; readonly relevant: boolean } => {
    if (last?.spelled === entry.key && last.hive === entry.hive) return last;
    const key = keyOfEntry(entry);
    last = { spelled: entry.key, hive: entry.hive, key, relevant: mayConcernRdp(key) };
    return last;
  };
  return entries.flatMap((entry): readonly Observation[] => {
    if (entry.disabled === true || (entry.winner?.precedence ?? 1) > 1) return [];
    const said: Said = { origin, evidence: entry.evidence };
    switch (entry.kind) {
      case 'registry': {
        const { key, relevant } = keyFor(entry);
        const deletesKeys = entry.action === 'deleteKey' || entry.action === 'deleteKeys';
        return relevant || deletesKeys ? registryObservations(entry, key, said) : [];
      }
      case 'service': {
        if (entry.startMode === undefined) return [];
        const key: RegistryKey = { hive: 'HKEY_LOCAL_MACHINE', path: `SYSTEM\\CurrentControlSet\\Services\\${entry.name}` };
        return [{ kind: 'set', place: { key, name: 'Start' }, data: dwordData(entry.startMode), ...said }];
      }
      case 'firewallRule':
        return [{ kind: 'set', place: { key: FIREWALL_POLICY, name: ruleNames.nameOf(entry.fields) }, data: stringData(storedRule(entry.fields)), ...said }];
      case 'userRight':
      case 'groupMember':
      case 'policy':
        return [];
    }
  });
}
