// What a GPO sets about Remote Desktop, a fact for each statement: where, which data, what that means, where it is written, what the rules
// say about it. Leaves out what is switched off, what another GPO beat in a resultant set, and values nobody here knows in keys that hold
// other things too. Order of the extensions: Microsoft, Group Policy registry extension first, the others by their identifiers.

import { observationsOf, placesOf } from '../formats/entryObservations';
import type { Entry, GroupMemberEntry, PolicyEntry, Principal, RegistryEntry, UserRightEntry } from '../formats/entry';
import { meaningText, rawText } from '../diagnosis/server/settingLines';
import { message, type Message } from '../messages/message';
import { accountIdentity, accountName } from '../rdp/accountNames';
import { concernsPort, isFirewallStore, readFirewallRule } from '../rdp/firewallRule';
import { userRights } from '../rdp/facts/userRights';
import { findSetting, isSettingKey, type KnownPlace } from '../rdp/lookup';
import { isPolicyIn32BitView } from '../rdp/policyView';
import { mayConcernRdp } from '../rdp/relevance';
import type { Symptom } from '../rdp/symptom';
import type { Evidence } from '../registry/observation';
import { keyIdentity, keyText, type Place, type RegistryKey } from '../registry/place';
import { hexText, type ValueData } from '../registry/valueData';
import type { Finding } from '../rules/rule';
import { findingsByStatement, type Gpo, type Stated } from './gpo';
import { targetIn, type ReadPolicyFile, type Target } from './readPolicyFile';

/** A person's own words, or ours. */
export type Said = string | Message;

/** Windows carries all GPOs' policies out before any template, and all templates before any preference. */
export type Phase = 'policy' | 'template' | 'preference';

export interface PolicyFact {
  /** What it is about: equal for two statements of which only one can count. */
  readonly id: string;
  readonly title: Said;
  /** The name of the value or right; empty where the title says all. */
  readonly name: string;
  /** The key in full, the section of a template, the folder of the policy. */
  readonly where: string;
  readonly symptom: Symptom | null;
  /** `ifAbsent`: only where there is no value yet. `clear`: every value of a key, or a key with all below it. */
  readonly effect: 'set' | 'ifAbsent' | 'delete' | 'clear';
  readonly data: Said;
  /** Where it is not the data again. */
  readonly meaning: string | undefined;
  /** Equal for two statements that do the same to the same. */
  readonly outcome: string;
  readonly phase: Phase;
  /** The setting, where the place is one. */
  readonly known: KnownPlace | undefined;
  readonly value: ValueData | undefined;
  /** The key of a value, or the one that is cleared. */
  readonly key: RegistryKey | undefined;
  /** Clears what is below the key too. */
  readonly below: boolean;
  readonly file: ReadPolicyFile;
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
}

type Bare = Omit<PolicyFact, 'phase' | 'file' | 'evidence' | 'findings' | 'key' | 'below' | 'value' | 'known'> & Partial<Pick<PolicyFact, 'key' | 'below' | 'value' | 'known'>>;

const REMOTE_DESKTOP_USERS = 'S-1-5-32-555';
const RDP_PORT = 3389;
const OWN_KEY = /\\terminal (?:server|services)(?:\\|$)/i;
const POLICY_FOLDER = /remote desktop|terminal serv/i;

/** In the order of the files. */
export function factsOf(gpo: Gpo): readonly PolicyFact[] {
  const findingsIn = findingsByStatement(gpo.findings);
  return gpo.stated.flatMap((said) => {
    const { file, entry } = said;
    if (entry.disabled === true || (entry.winner?.precedence ?? 1) > 1) return [];
    const bare = bareFacts(entry);
    if (bare.length === 0) return [];
    const findings = findingsIn(said);
    return bare.map((fact): PolicyFact => ({ key: undefined, below: false, value: undefined, known: undefined, ...fact, phase: phaseOf(said), file, evidence: entry.evidence, findings }));
  });
}

/** Where the statement stands. */
export function targetOf({ file, evidence }: Pick<PolicyFact, 'file' | 'evidence'>): Target {
  return targetIn(file, evidence.range.start);
}

/** What the rules say about the files of a GPO and about none of its facts. */
export function looseFindings(gpo: Gpo, facts: readonly PolicyFact[]): readonly Finding[] {
  const told = new Set(facts.flatMap(({ findings }) => findings));
  return gpo.findings.filter((finding) => !told.has(finding));
}

function phaseOf({ file: { format }, entry: { kind, carriedOutBy } }: Stated): Phase {
  if (carriedOutBy !== undefined) return carriedOutBy;
  if (format === 'gpp-registry') return 'preference';
  return format === 'security-template' || kind === 'userRight' || kind === 'groupMember' || kind === 'service' ? 'template' : 'policy';
}

function bareFacts(entry: Entry): readonly Bare[] {
  switch (entry.kind) {
    case 'registry':
      return registryFacts(entry);
    case 'service':
    case 'firewallRule':
      return observationsOf([entry], 'policy').flatMap((seen) => (seen.kind === 'set' ? valueFacts(seen.place, seen.data, 'set', '') : []));
    case 'userRight':
      return rightFacts(entry);
    case 'groupMember':
      return groupFacts(entry);
    case 'policy':
      return reportedFacts(entry);
  }
}

function registryFacts(entry: RegistryEntry): readonly Bare[] {
  const [first] = placesOf(entry);
  const key = first?.key;
  if (key === undefined || !mayConcernRdp(key) || isPolicyIn32BitView(key)) return [];
  const account = entry.account ?? '';
  switch (entry.action) {
    case 'set':
    case 'soft':
      return entry.type === undefined ? [] : placesOf(entry).flatMap((place) => valueFacts(place, { type: entry.type ?? 0, bytes: entry.data }, entry.action === 'soft' ? 'ifAbsent' : 'set', account));
    case 'deleteValue':
    case 'deleteValues':
      return placesOf(entry).flatMap((place) => placeFact(place, account, { effect: 'delete', data: message('policies.deleted'), meaning: undefined, outcome: 'delete' }));
    case 'deleteAllValues':
      return isSettingKey(key) ? [clearFact(key, false)] : [];
    case 'deleteKey':
      return [clearFact(key, true)];
    case 'deleteKeys':
      return (entry.names ?? []).map((name) => clearFact({ hive: key.hive, path: `${key.path}\\${name}` }, true));
    case 'createKey':
    case 'secureKey':
      return [];
  }
}

function clearFact(key: RegistryKey, below: boolean): Bare {
  return {
    id: `clear ${keyIdentity(key)} ${below ? 'below' : ''}`,
    title: below ? message('policies.wholeKey') : message('policies.allValues'),
    name: '',
    where: keyText(key),
    symptom: null,
    effect: 'clear',
    data: message('policies.deleted'),
    meaning: undefined,
    outcome: 'clear',
    key,
    below,
  };
}

function valueFacts(place: Place, data: ValueData, effect: 'set' | 'ifAbsent', account: string): readonly Bare[] {
  const raw = rawText(data);
  const known = findSetting(place);
  const meaning = known === undefined ? raw : meaningText(known.domain, data);
  const outcome = `${effect} ${String(data.type)} ${hexText(data.bytes)}`;
  return placeFact(place, account, { effect, data: raw, meaning: meaning === raw ? undefined : meaning, outcome, value: data });
}

function placeFact(place: Place, account: string, said: Pick<Bare, 'effect' | 'data' | 'meaning' | 'outcome' | 'value'>): readonly Bare[] {
  const { key, name } = place;
  const whose = account !== '' ? account : key.hive === 'HKEY_CURRENT_USER' ? 'HKCU' : '';
  const common = { ...said, key, id: `value ${valueId(place)} ${account}`.trimEnd(), name: whose === '' ? name : `${name} (${whose})`, where: keyText(key) };
  const known = findSetting(place);
  if (known !== undefined) return [{ ...common, title: titleOf(known), symptom: known.setting.symptom, known }];
  if (isFirewallStore(key)) return said.value !== undefined && !opensOrShuts(place, said.value) ? [] : [{ ...common, title: message('policies.firewallRule'), symptom: 1 }];
  return OWN_KEY.test(key.path) ? [{ ...common, title: message('policies.unknownValue'), symptom: null }] : [];
}

/** Equal for two spellings of one place. */
export function valueId({ key, name }: Place): string {
  return `${keyIdentity(key)}\\${name.toLowerCase()}`;
}

/** A policy by its name in the editor, which is what its choices answer to: enabled, it can allow what the value is named for denying. */
function titleOf({ setting, side, listener, policies }: KnownPlace): string {
  const [policy] = policies;
  if (side === 'policy' && policy !== undefined) return policy.title;
  return listener === undefined || listener.toLowerCase() === 'rdp-tcp' ? setting.title : `${setting.title} (${listener})`;
}

/** A rule for another port is none of Remote Desktop. */
function opensOrShuts(place: Place, data: ValueData): boolean {
  const rule = readFirewallRule({ kind: 'set', place, data, origin: 'policy', evidence: { document: '', range: { start: 0, end: 0 } } });
  // What is no rule is an entry in a list of exceptions, whose name is the port.
  if (rule === undefined) return place.name.includes(String(RDP_PORT));
  return rule.ports.length > 0 && (concernsPort(rule, 'TCP', RDP_PORT) || concernsPort(rule, 'UDP', RDP_PORT));
}

function rightFacts({ right, principals }: UserRightEntry): readonly Bare[] {
  const known = userRights.find(({ id }) => id.toLowerCase() === right.toLowerCase());
  if (known === undefined) return [];
  return [{ id: `right ${known.id}`, title: known.title, name: known.id, where: 'Privilege Rights', symptom: 1, ...membersSaid(principals) }];
}

function groupFacts({ group, relation, principals }: GroupMemberEntry): readonly Bare[] {
  const identity = accountIdentity(group);
  const concerns = relation === 'members' ? identity === REMOTE_DESKTOP_USERS : principals.some((principal) => accountIdentity(principal) === REMOTE_DESKTOP_USERS);
  if (!concerns) return [];
  const name = accountName(identity);
  const title = relation === 'members' ? message('policies.membersOf', name) : message('policies.memberOf', name);
  return [{ id: `group ${relation} ${identity}`, title, name: '', where: 'Group Membership', symptom: 1, ...membersSaid(principals) }];
}

function membersSaid(principals: readonly Principal[]): Pick<Bare, 'effect' | 'data' | 'meaning' | 'outcome'> {
  const identities = principals.map(accountIdentity);
  // The name a template or report gives is what a person knows; the SID alone where there is none.
  const names = principals.map(({ name }, index) => name ?? accountName(identities[index] ?? ''));
  return { effect: 'set', data: names.length === 0 ? message('policies.nobody') : names.join(', '), meaning: undefined, outcome: identities.toSorted().join('\n') };
}

function reportedFacts({ name, category, state }: PolicyEntry): readonly Bare[] {
  if (!POLICY_FOLDER.test(category)) return [];
  const data = message(`policies.state.${state}`);
  return [{ id: `policy ${category} ${name}`.toLowerCase(), title: name, name: '', where: category, symptom: null, effect: 'set', data, meaning: undefined, outcome: state }];
}
