// The names a snapshot holds, from the places that are there for names: the computer, its domain, accounts and members of groups,
// certificates, licence servers, policies, and the settings whose data name somebody. Collected before anything is replaced.

import { isIpv4, isIpv6 } from '../../listener/ipAddress';
import { isNetworkService } from '../../rdp/networkService';
import { textOf, textsOf } from '../../registry/valueData';
import { valueDataOf } from '../observations';
import type { RegistryValueSeen } from '../registrySeen';
import { dataOf } from '../sectionData';
import type { Snapshot } from '../snapshot';
import { createStandIns, type StandIns } from './standIns';
import { isAccountOfWindows } from './vocabulary';

const WELL_KNOWN = /^S-1-(?!5-21-|12-1-)/i;
// It belongs to no domain.
const LOCAL_POLICY = /^local ?(?:gpo|group policy)$/i;
const hostValues = /server|broker|redirector|clustername|sessiondirectory(?:location|additional)|homedirectory|wfhome|hostname/i;
const accountValues = /^(?:user(?:name)?|defaultusername|altdefaultusername|objectname|lastloggedonuser|lastloggedonsamuser)$/i;
const domainValues = /^(?:domain|defaultdomainname|altdefaultdomainname|nv domain|searchlist)$/i;

export function namesOf(snapshot: Snapshot): StandIns {
  const names = createStandIns();
  fromHost(snapshot, names);
  fromPeople(snapshot, names);
  const { licensing, certificates, policySources, registry } = snapshot.sections;
  for (const { name } of dataOf(licensing)?.servers ?? []) names.host(name);
  for (const { subject, issuer, thumbprint } of dataOf(certificates)?.certificates ?? []) {
    names.text(thumbprint);
    distinguished(subject, names);
    distinguished(issuer, names);
  }
  for (const { gpoId, gpoName } of dataOf(policySources)?.sources ?? []) {
    if (gpoName !== null) policy(gpoName, names);
    policy(gpoId, names);
  }
  for (const { values } of dataOf(registry)?.keys ?? []) for (const value of values) fromValue(value, names);
  return names;
}

function fromHost({ sections }: Snapshot, names: StandIns): void {
  const host = dataOf(sections.host);
  if (host === undefined) return;
  const own = names.host(host.name);
  // A NetBIOS name is the first 15 letters of the other one.
  const [label = ''] = (host.dnsName ?? '').split('.');
  if (host.name !== '' && label.toLowerCase().startsWith(host.name.toLowerCase())) names.alias(label, own);
  if (host.domain !== null) names.domain(host.domain);
  if (host.dnsName !== null) names.host(host.dnsName);
}

function fromPeople({ sections }: Snapshot, names: StandIns): void {
  const groups = dataOf(sections.groups);
  for (const { name, sid } of [...(groups?.remoteDesktopUsers ?? []), ...(groups?.administrators ?? [])]) {
    if (sid === null || !WELL_KNOWN.test(sid)) names.account(name);
  }
  const rights = dataOf(sections.rights);
  const principals: readonly (readonly string[])[] = rights === undefined ? [] : Object.values(rights);
  for (const principal of principals.flat()) if (!/^S-1-/i.test(principal)) account(principal, names);
  for (const { account: runsAs } of dataOf(sections.services)?.services ?? []) if (runsAs !== null) account(runsAs, names);
}

/** A GPO by name or id. */
export function policy(name: string, names: StandIns): string {
  return LOCAL_POLICY.test(name) ? name : names.gpo(name);
}

export function account(name: string, names: StandIns): string {
  return isNetworkService(name) || isAccountOfWindows(name) ? name : names.account(name);
}

/** `CN=rds01.corp.example, O="Some, Inc."`: the values named, the keys as they are. */
export function distinguished(name: string, names: StandIns): string {
  return name.replace(/([\w.]+)=("(?:[^"]|"")*"|(?:\\.|[^,+"\\])*)/g, (_, key: string, value: string) => {
    const plain = value.replace(/^"|"$/g, '').trim();
    if (plain === '') return `${key}=${value}`;
    if (/^dc$/i.test(key)) return `${key}=${names.domain(plain)}`;
    if (/^[\w-]+(?:\.[\w-]+)+$/.test(plain) || isHost(plain, names)) return `${key}=${names.host(plain)}`;
    return `${key}=${names.name(plain)}`;
  });
}

// A subject that is only the computer's own name, or an address.
function isHost(plain: string, names: StandIns): boolean {
  return /^(?:host|domain)-/.test(names.of(plain) ?? '') || isIpv4(plain) || isIpv6(plain);
}

function fromValue(value: RegistryValueSeen, names: StandIns): void {
  const kind = namingValue(value.name);
  if (kind === undefined) return;
  for (const text of textsIn(value)) for (const name of text.match(partsOf(kind)) ?? []) named(kind, name, names);
}

export type Naming = 'host' | 'account' | 'domain';

/** Whether data of a value with this name are names. */
export function namingValue(name: string): Naming | undefined {
  if (accountValues.test(name)) return 'account';
  if (domainValues.test(name)) return 'domain';
  return hostValues.test(name) ? 'host' : undefined;
}

export function named(kind: Naming, name: string, names: StandIns): string {
  if (!/[a-z]/i.test(name)) return names.text(name);
  if (kind === 'account') return account(name, names);
  // A path or a program is no name; what it names is found in it.
  if (/[\\/%"]/.test(name) || name.includes('.dll') || name.includes('.exe')) return names.text(name);
  return kind === 'domain' ? names.domain(name) : names.host(name);
}

/** The names in such data. An account has blanks in its name; between computers they separate, rightly or not. */
export function partsOf(kind: Naming): RegExp {
  return kind === 'account' ? /[^\0]+/g : /[^,;\s\0]+/g;
}

function textsIn(value: RegistryValueSeen): readonly string[] {
  const data = valueDataOf(value);
  if (data === undefined) return [];
  const text = textOf(data);
  return text === undefined ? (textsOf(data) ?? []) : [text];
}
