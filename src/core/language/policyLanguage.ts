// What is said about a statement of a group policy text under the mouse: a registry value as in a .reg file, a right, a service or a group
// with the accounts behind its identifiers. Says nothing about statements of another kind, and looks no account up anywhere.

import type { Entry, GroupMemberEntry, Principal, RegistryEntry, ServiceEntry, UserRightEntry } from '../formats/entry';
import { placesOf, setsValue } from '../formats/entryObservations';
import { message, type Message } from '../messages/message';
import { accountName } from '../rdp/accountNames';
import { services, type ServiceFact } from '../rdp/facts/serviceFacts';
import { findPrincipal, findSetting, findUserRight } from '../rdp/lookup';
import type { ValueData } from '../registry/valueData';
import { dataText } from './dataText';
import type { Hover } from './hover';
import { meaningOf, settingFacts, sourceFact, type Fact } from './settingFacts';

type Told = Omit<Hover, 'range'>;

/** What the registry would hold; undefined where the statement sets nothing. */
export function dataOfEntry(entry: RegistryEntry): ValueData | undefined {
  return entry.type === undefined || !setsValue(entry) ? undefined : { type: entry.type, bytes: entry.data };
}

/** The name of the account for people, else the identifier as it stands. */
export function principalName({ sid, name }: Omit<Principal, 'evidence'>): string {
  return sid === undefined ? (name ?? '') : (findPrincipal(sid)?.name ?? accountName(sid));
}

function actionLine({ action, names = [] }: RegistryEntry): Message | undefined {
  switch (action) {
    case 'deleteValue':
      return message('hover.deletesValue');
    case 'deleteValues':
      return message('hover.deletesValues', names.join(', '));
    case 'deleteAllValues':
      return message('hover.deletesAllValues');
    case 'deleteKey':
      return message('hover.deletesKey');
    case 'deleteKeys':
      return message('hover.deletesKeys', names.join(', '));
    case 'createKey':
      return message('hover.createsKey');
    case 'set':
    case 'soft':
    case 'secureKey':
      return undefined;
  }
}

function registryTold(entry: RegistryEntry): Told | undefined {
  const stored = dataOfEntry(entry);
  const data = stored === undefined ? actionLine(entry) : dataText(stored);
  const soft = entry.action === 'soft' ? [message('hover.soft')] : [];
  const aboutValue = setsValue(entry) || entry.action === 'deleteValue';
  const [place] = aboutValue ? placesOf(entry) : [];
  const known = place === undefined ? undefined : findSetting(place);
  if (known === undefined || place === undefined) return data === undefined ? undefined : { heading: aboutValue ? entry.name : entry.key, data, facts: soft };
  const meaning = stored === undefined ? undefined : meaningOf(known, stored);
  return {
    heading: `${place.name}: ${known.setting.title}`,
    data,
    facts: [
      ...(meaning === undefined ? [] : [meaning]),
      ...soft,
      ...(known.listener === undefined ? [] : [message('key.listener', known.listener)]),
      ...settingFacts(known),
    ],
  };
}

function accountFacts(principals: readonly Principal[]): readonly Fact[] {
  return principals.flatMap((principal) => {
    const { sid } = principal;
    if (sid === undefined) return [];
    const name = principalName(principal);
    if (name !== sid) return [message('account.is', sid, name)];
    return sid.startsWith('S-1-5-21-') ? [message('account.ofDomain', sid)] : [];
  });
}

function holders(right: string, isNobody: boolean): 'right.these' | 'right.nobody' | 'denial.these' | 'denial.nobody' {
  if (/^SeDeny/i.test(right)) return isNobody ? 'denial.nobody' : 'denial.these';
  return isNobody ? 'right.nobody' : 'right.these';
}

function rightTold({ right, principals }: UserRightEntry): Told {
  const known = findUserRight(right);
  const named = (sids: readonly string[]): string => sids.map((sid) => principalName({ sid, name: undefined })).join(', ');
  const { standard } = known ?? {};
  return {
    heading: known === undefined ? right : `${right}: ${known.title}`,
    data: message(holders(right, principals.length === 0)),
    facts: [
      ...accountFacts(principals),
      ...(standard === undefined ? [] : [message('right.standard', named(standard.member), named(standard.domainController))]),
      ...(known === undefined ? [] : [message('setting.trap', known.note), sourceFact(known)]),
    ],
  };
}

function serviceTold({ name, startMode }: ServiceEntry): Told {
  const known: ServiceFact | undefined = services.find((service) => service.name.toLowerCase() === name.toLowerCase());
  const data = startMode === undefined ? message('start.permissions') : message(`start.${startMode}`);
  return { heading: name, data, facts: known === undefined ? [] : [message('start.does', known.does), sourceFact(known)] };
}

function groupData({ relation, principals }: GroupMemberEntry): Message {
  if (relation === 'memberOf') return principals.length === 0 ? message('group.memberOfNone') : message('group.memberOf');
  return principals.length === 0 ? message('group.empty') : message('group.members');
}

function told(entry: Entry): Told | undefined {
  switch (entry.kind) {
    case 'registry':
      return registryTold(entry);
    case 'userRight':
      return rightTold(entry);
    case 'service':
      return serviceTold(entry);
    case 'groupMember':
      return { heading: principalName(entry.group), data: groupData(entry), facts: accountFacts(entry.principals) };
    case 'firewallRule':
    case 'policy':
      return undefined;
  }
}

/** Total: any offset. */
export function policyHoverAt(entries: readonly Entry[], offset: number): Hover | undefined {
  const entry = entries.find(({ evidence: { range } }) => range.start <= offset && offset <= range.end);
  const all = entry === undefined ? undefined : told(entry);
  if (entry === undefined || all === undefined) return undefined;
  return { range: entry.evidence.range, ...all, facts: [...(entry.disabled === true ? [message('hover.disabled')] : []), ...all.facts] };
}
