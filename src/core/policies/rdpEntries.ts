// Which entries are about Remote Desktop: values the table of settings knows and everything under Remote Desktop's keys, the two rights to
// log on through it, its group, its services, rules of the firewall for its port or its group of rules, and its policies by their folder.

import type { Entry, RegistryEntry } from '../formats/entry';
import { keyOfEntry, observationsOf, placesOf } from '../formats/entryObservations';
import { languageOfFolder } from '../formats/report/namedPolicy';
import { accountIdentity } from '../rdp/accountNames';
import { concernsPort, isFirewallStore, readFirewallRule } from '../rdp/firewallRule';
import { findSetting } from '../rdp/lookup';
import { TERMINAL_SERVICES } from '../rdp/policies/policy';
import { isRdpKey } from '../rdp/rdpKeys';
import type { ValueSet } from '../registry/observation';
import { keyIdentity, type RegistryKey } from '../registry/place';
import { dwordOf } from '../registry/valueData';

const STANDARD_PORT = 3389;
const REMOTE_DESKTOP_USERS = 'S-1-5-32-555';
const RULE_GROUP = /^(?:@firewallapi\.dll,-287(?:52|82)|remote ?desktop(?: \\(websocket\\))?)$/;
const rights: ReadonlySet<string> = new Set(['seremoteinteractivelogonright', 'sedenyremoteinteractivelogonright']);
const services: ReadonlySet<string> = new Set(['termservice', 'sessionenv', 'umrdpservice']);
const POLICY = TERMINAL_SERVICES.toLowerCase();
/** What goes away with a key above them is Remote Desktop's affair as well. */
const roots = ['HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\terminal server', 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\services\\termservice', `HKEY_LOCAL_MACHINE\\${POLICY}`, `HKEY_CURRENT_USER\\${POLICY}`];
const ENGLISH_FOLDER = /remote desktop|terminal services|remote assistance/i;

function isPolicyKey(key: RegistryKey): boolean {
  const path = keyIdentity(key).slice(key.hive.length + 1);
  return path === POLICY || path.startsWith(`${POLICY}\\`);
}

function holdsRoot(key: RegistryKey): boolean {
  const identity = keyIdentity(key);
  return roots.some((root) => root.startsWith(`${identity}\\`));
}

/** Windows Firewall's settings as a whole: of those only values the table knows are counted. */
const FIREWALL = /\\(?:firewallpolicy|policies\\microsoft\\windowsfirewall)(?:\\|$)/i;

const isKeyDeletion = ({ action }: RegistryEntry): boolean => action === 'deleteKey' || action === 'deleteKeys';

function isRuleForRdp(value: ValueSet, ports: readonly number[]): boolean {
  const rule = readFirewallRule(value);
  if (rule === undefined) return false;
  const isOwn = RULE_GROUP.test(rule.group ?? '') || rule.service === 'termservice';
  return isOwn || ports.some((port) => concernsPort(rule, 'TCP', port) || concernsPort(rule, 'UDP', port));
}

function isFirewallForRdp(entry: Entry, ports: readonly number[]): boolean {
  // Also where it is switched off or lost to another GPO: it is still about Remote Desktop.
  const inForce = { ...entry, disabled: false, ...(entry.winner === undefined ? {} : { winner: { ...entry.winner, precedence: 1 } }) };
  const values = observationsOf([inForce], 'policy').filter((observation) => observation.kind === 'set');
  // The exceptions of older systems are named by their port.
  const byName = entry.kind === 'registry' && ports.some((port) => entry.name.startsWith(`${String(port)}:`));
  return byName || values.some((value) => isRuleForRdp(value, ports));
}

function isRegistryForRdp(entry: RegistryEntry, ports: readonly number[]): boolean {
  const key = keyOfEntry(entry);
  if (placesOf(entry).some((place) => findSetting(place) !== undefined) || isPolicyKey(key)) return true;
  if (isFirewallStore(key)) return isFirewallForRdp(entry, ports);
  return (isRdpKey(key) && !FIREWALL.test(key.path)) || (isKeyDeletion(entry) && holdsRoot(key));
}

function concernsRdp(entry: Entry, ports: readonly number[]): boolean {
  switch (entry.kind) {
    case 'registry':
      return isRegistryForRdp(entry, ports);
    case 'userRight':
      return rights.has(entry.right.toLowerCase());
    case 'service':
      return services.has(entry.name.toLowerCase());
    case 'groupMember':
      return [entry.group, ...(entry.relation === 'memberOf' ? entry.principals : [])].some((principal) => accountIdentity(principal) === REMOTE_DESKTOP_USERS);
    case 'firewallRule':
      return isFirewallForRdp(entry, ports);
    case 'policy':
      return ENGLISH_FOLDER.test(entry.category) || languageOfFolder(entry.category) !== undefined;
  }
}

function portOf(entry: Entry): number | undefined {
  if (entry.kind !== 'registry' || entry.name.toLowerCase() !== 'portnumber' || entry.type === undefined) return undefined;
  return findSetting({ key: keyOfEntry(entry), name: entry.name })?.listener === undefined ? undefined : dwordOf({ type: entry.type, bytes: entry.data });
}

/** In their order. The port is the standard one and every port that one of the entries gives to a listener. */
export function rdpEntries(entries: readonly Entry[]): readonly Entry[] {
  const ports = [STANDARD_PORT, ...entries.flatMap((entry) => portOf(entry) ?? [])];
  return entries.filter((entry) => concernsRdp(entry, ports));
}
