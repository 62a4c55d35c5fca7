// Windows Firewall rules as the registry stores them: one REG_SZ per rule, `v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|…`.
// Follows [MS-GPFAS] 2.2.2 and rule stores as found in exports; reads only what decides whether an inbound TCP port is opened for
// Remote Desktop. Also knows the exceptions list of older systems (GloballyOpenPorts).

import { keyIdentity, type RegistryKey } from '../registry/place';
import type { ValueSet } from '../registry/observation';
import { textOf } from '../registry/valueData';
import { rangeHolds } from './portRange';

const FIREWALL = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\services\\sharedaccess\\parameters\\firewallpolicy\\';
const ruleStores: ReadonlySet<string> = new Set([
  `${FIREWALL}firewallrules`,
  'HKEY_LOCAL_MACHINE\\software\\policies\\microsoft\\windowsfirewall\\firewallrules',
]);
const OPEN_PORTS = /^(?:.*\\firewallpolicy|.*\\policies\\microsoft\\windowsfirewall)\\[^\\]+profile\\globallyopenports\\list$/;
const LIMIT = /^(?:profile|[rl]a[46]|if|iftype|rport|ttk|luauth|luown|ruauth|rmauth|security)(?:2?_\d+)?$|^[rl]a[46]2$/i;
const protocols = { TCP: '6', UDP: '17' } as const;

/** Whether the values of this key are firewall rules or exceptions. */
export function isFirewallStore(key: RegistryKey): boolean {
  return ruleStores.has(keyIdentity(key)) || OPEN_PORTS.test(keyIdentity(key));
}

export type Transport = 'TCP' | 'UDP';

/** What of a rule decides whom it lets in or keeps out. */
export interface FirewallRule {
  readonly action: 'allow' | 'block' | undefined;
  readonly active: boolean;
  readonly inbound: boolean;
  /** Undefined where the rule is about every protocol. */
  readonly protocol: string | undefined;
  /** Single ports and ranges as spelled; empty where the rule is about every port. */
  readonly ports: readonly string[];
  readonly service: string | undefined;
  /** To profiles, addresses, interfaces, users or computers. */
  readonly limited: boolean;
  /** The group of rules Windows brings along, as `@FirewallAPI.dll,-28752`. */
  readonly group: string | undefined;
  /** Whether TermService is among the programs and services it is about. */
  readonly reachesListener: boolean;
}

/** The rule this value holds; undefined where it is no rule of a store. */
export function readFirewallRule({ place, data }: ValueSet): FirewallRule | undefined {
  const text = ruleStores.has(keyIdentity(place.key)) ? textOf(data) : undefined;
  if (text === undefined || !text.includes('|')) return undefined;
  const fields = text.split('|').map((field) => field.split('=', 2));
  const all = (name: string): readonly string[] =>
    fields.filter(([found]) => found?.toLowerCase() === name).map(([, value]) => (value ?? '').toLowerCase());
  const action = all('action')[0];
  return {
    action: action === 'allow' || action === 'block' ? action : undefined,
    active: all('active')[0] === 'true',
    inbound: all('dir')[0] === 'in',
    protocol: all('protocol')[0],
    // `LPort` for single ports, `LPort2_10` and its like for ranges; either may repeat.
    ports: fields.filter(([name]) => /^lport(?:2_\d+)?$/i.test(name ?? '')).map(([, value]) => value ?? ''),
    service: all('svc')[0],
    limited: fields.some(([name]) => LIMIT.test(name ?? '')),
    group: all('embedctxt')[0],
    reachesListener:
      // A rule for another program or a store app does not reach the listener.
      all('app').every((app) => app === 'system' || app.endsWith('\\svchost.exe')) &&
      all('svc').every((service) => service === '*' || service === 'termservice') &&
      all('pfn').length === 0,
  };
}

/** Whether the rule is about this port and protocol, whatever it does. */
export function concernsPort({ inbound, protocol, ports, reachesListener }: FirewallRule, transport: Transport, port: number): boolean {
  return (
    inbound &&
    reachesListener &&
    (protocol === undefined || protocol === protocols[transport]) &&
    (ports.length === 0 || ports.some((range) => rangeHolds(range, port)))
  );
}

/** Whether this value is an enabled rule that lets connections to `port` in for Remote Desktop, in any profile. */
export function opensPort(value: ValueSet, transport: Transport, port: number): boolean {
  const rule = readFirewallRule(value);
  if (rule !== undefined) return rule.action === 'allow' && rule.active && concernsPort(rule, transport, port);
  const text = OPEN_PORTS.test(keyIdentity(value.place.key)) ? textOf(value.data) : undefined;
  return text !== undefined && exceptionOpens(text, transport, port);
}

/** `3390:TCP:*:Enabled:name` */
function exceptionOpens(text: string, transport: Transport, port: number): boolean {
  const [number, protocol, , state] = text.split(':');
  return number === String(port) && protocol?.toUpperCase() === transport && state?.toLowerCase() === 'enabled';
}
