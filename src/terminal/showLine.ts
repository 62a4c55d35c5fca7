// An entry as one line for an administrator: where it goes, what it is set to in words and numbers, and what that means where the table of
// settings knows it.

import { dataText } from '../core/language/dataText';
import { meaningOf } from '../core/language/settingFacts';
import { english } from '../core/messages/english';
import { message, type Message } from '../core/messages/message';
import type { Entry, FirewallRuleEntry, GroupMemberEntry, PolicyEntry, Principal, RegistryEntry, ServiceEntry } from '../core/formats/entry';
import { keyOfEntry, placesOf } from '../core/formats/entryObservations';
import { accountName } from '../core/rdp/accountNames';
import { hiveAbbreviations } from '../core/registry/hives';
import type { RegistryKey } from '../core/registry/place';
import type { ValueData } from '../core/registry/valueData';
import { oneLine } from '../core/text/oneLine';
import { knownPlaceOf } from '../core/policies/showRow';

const shortHives = new Map(Object.entries(hiveAbbreviations).map(([short, hive]) => [hive, short]));
const states: Readonly<Record<PolicyEntry['state'], Message>> = { enabled: message('show.enabled'), disabled: message('show.disabled'), notConfigured: message('show.notConfigured') };
const startModes: Readonly<Record<NonNullable<ServiceEntry['startMode']>, Message>> = { 2: message('show.automatic'), 3: message('show.manual'), 4: message('show.off') };

function keyWords({ hive, path }: RegistryKey): string {
  return [shortHives.get(hive) ?? hive, ...(path === '' ? [] : [path])].join('\\');
}

const nameWords = (name: string): string => (name === '' ? english(message('show.default')) : name);

function registryWords(entry: RegistryEntry, data: ValueData): string {
  const key = keyWords(keyOfEntry(entry));
  switch (entry.action) {
    case 'set':
    case 'soft':
      return english(message(`show.${entry.action}`, key, nameWords(entry.name), english(dataText(data))));
    case 'deleteValue':
    case 'deleteValues':
      return english(message(placesOf(entry).length > 1 ? 'show.deleteValues' : 'show.deleteValue', key, placesOf(entry).map(({ name }) => nameWords(name)).join(', ')));
    case 'deleteKeys':
      return english(message('show.deleteKeys', key, (entry.names ?? []).join(', ')));
    case 'deleteAllValues':
    case 'secureKey':
    case 'createKey':
    case 'deleteKey':
      return english(message(`show.${entry.action}`, key));
  }
}

/** What the table says: the title of the policy or of the setting, and what the data means. */
function settingWords(entry: RegistryEntry, data: ValueData): readonly string[] {
  const known = knownPlaceOf(entry);
  if (known === undefined) return [];
  const { side, setting } = known;
  const title = side === 'policy' ? (setting.policy?.title ?? setting.title) : setting.title;
  const meaning = entry.action === 'set' || entry.action === 'soft' ? meaningOf(known, data) : undefined;
  if (meaning === undefined) return [title];
  return [title, meaning.key === 'setting.means' ? String(meaning.args[0]) : english(meaning)];
}

function principalWords({ sid, name }: Omit<Principal, 'evidence'>): string {
  if (sid === undefined) return name ?? '';
  const shown = name ?? accountName(sid.toUpperCase());
  return shown === sid.toUpperCase() ? sid : `${shown} (${sid})`;
}

function principalsWords(principals: readonly Principal[]): string {
  return principals.length === 0 ? english(message('show.nobody')) : principals.map(principalWords).join(', ');
}

function groupWords({ group, relation, principals }: GroupMemberEntry): string {
  const name = principalWords(group);
  if (principals.length === 0) return english(message(relation === 'members' ? 'show.noMembers' : 'show.inNoGroup', name));
  return english(message(`show.${relation}`, name, principalsWords(principals)));
}

function ruleWords({ fields }: FirewallRuleEntry): string {
  const shown = Object.entries(fields).filter(([field]) => field !== 'Name' && field !== 'Version');
  return english(message('show.firewallRule', fields['Name'] ?? '', shown.map(([field, value]) => `${field}=${value}`).join(', ')));
}

function words(entry: Entry): string {
  switch (entry.kind) {
    case 'registry': {
      const data = { type: entry.type ?? 0, bytes: entry.data };
      return [registryWords(entry, data), ...settingWords(entry, data)].join('; ');
    }
    case 'userRight':
      return english(message('show.userRight', entry.right, principalsWords(entry.principals)));
    case 'service':
      return english(message('show.service', entry.name, english(entry.startMode === undefined ? message('show.permissionsOnly') : startModes[entry.startMode])));
    case 'groupMember':
      return groupWords(entry);
    case 'firewallRule':
      return ruleWords(entry);
    case 'policy':
      return english(message('show.policy', entry.name, entry.category, english(states[entry.state])));
  }
}

function remarks(entry: Entry, gpo: string | undefined): readonly Message[] {
  const { disabled, winner } = entry;
  const named = entry.gpo ?? gpo;
  const result = winner === undefined ? [] : [message((winner.precedence ?? 1) > 1 ? 'show.lost' : 'show.won', winner.gpo)];
  return [
    ...(disabled === true ? [message('show.switchedOff')] : []),
    ...(entry.kind === 'registry' && entry.account !== undefined ? [message('show.account', entry.account)] : []),
    ...(winner?.gpo === named || named === undefined ? [] : [message('show.gpo', named)]),
    ...result,
  ];
}

/** @param gpo name of the export the document belongs to, where the entry does not say it itself */
export function entryLine(entry: Entry, gpo: string | undefined): string {
  const about = remarks(entry, gpo).map(english);
  return oneLine(words(entry) + (about.length === 0 ? '' : ` [${about.join('; ')}]`));
}
