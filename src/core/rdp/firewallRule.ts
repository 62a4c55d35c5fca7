// Windows Firewall rules as the registry stores them: one REG_SZ per rule, `v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|…`.
// Follows [MS-GPFAS] 2.2.2 and rule stores as found in exports; reads only what decides whether an inbound TCP port is opened for
// Remote Desktop. Also knows the exceptions list of older systems (GloballyOpenPorts).

import { keyIdentity, type RegistryKey } from '../registry/place';
import type { ValueSet } from '../registry/observation';
import { textOf } from '../registry/valueData';

const FIREWALL = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\services\\sharedaccess\\parameters\\firewallpolicy\\';
const ruleStores: ReadonlySet<string> = new Set([
  `${FIREWALL}firewallrules`,
  'HKEY_LOCAL_MACHINE\\software\\policies\\microsoft\\windowsfirewall\\firewallrules',
]);
const OPEN_PORTS = /^(?:.*\\firewallpolicy|.*\\policies\\microsoft\\windowsfirewall)\\[^\\]+profile\\globallyopenports\\list$/;
const TCP = '6';

/** Whether the values of this key are firewall rules or exceptions. */
export function isFirewallStore(key: RegistryKey): boolean {
  return ruleStores.has(keyIdentity(key)) || OPEN_PORTS.test(keyIdentity(key));
}

/** Whether this value is an enabled rule that lets TCP connections to `port` in for Remote Desktop, in any profile. */
export function opensTcpPort({ place, data }: ValueSet, port: number): boolean {
  const text = textOf(data);
  if (text === undefined) return false;
  if (ruleStores.has(keyIdentity(place.key))) return ruleOpens(text, port);
  return OPEN_PORTS.test(keyIdentity(place.key)) && exceptionOpens(text, port);
}

function ruleOpens(text: string, port: number): boolean {
  const fields = text.split('|').map((field) => field.split('=', 2));
  const all = (name: string): readonly string[] =>
    fields.filter(([found]) => found?.toLowerCase() === name).map(([, value]) => (value ?? '').toLowerCase());
  const isOrAbsent = (name: string, fits: (value: string) => boolean): boolean => all(name).every(fits);
  // `LPort` for single ports, `LPort2_10` and its like for ranges; either may repeat. A rule without them opens every port.
  const ports = fields.filter(([name]) => /^lport(?:2_\d+)?$/i.test(name ?? '')).map(([, value]) => value ?? '');
  return (
    all('action')[0] === 'allow' &&
    all('active')[0] === 'true' &&
    all('dir')[0] === 'in' &&
    isOrAbsent('protocol', (protocol) => protocol === TCP) &&
    (ports.length === 0 || ports.some((range) => rangeHolds(range, port))) &&
    // A rule for another program or a store app lets nothing reach the listener.
    isOrAbsent('app', (app) => app === 'system' || app.endsWith('\\svchost.exe')) &&
    isOrAbsent('svc', (service) => service === '*' || service === 'termservice') &&
    all('pfn').length === 0
  );
}

function rangeHolds(range: string, port: number): boolean {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(range.trim()) ?? [];
  if (from === undefined) return false; // RPC, IPHTTPSIn and other words
  return port >= Number(from) && port <= Number(to ?? from);
}

/** `3390:TCP:*:Enabled:name` */
function exceptionOpens(text: string, port: number): boolean {
  const [number, protocol, , state] = text.split(':');
  return number === String(port) && protocol?.toUpperCase() === 'TCP' && state?.toLowerCase() === 'enabled';
}
