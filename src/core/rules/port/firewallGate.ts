// Whether Windows Firewall of a server lets a port in for Remote Desktop from the networks it is connected to, and where it does not, why:
// the sentence is for a finding. Undefined where that cannot be told: the firewall was not seen whole, its service does not run (then
// another one may be at work), or no network is connected. Rules about other programs do not count. Source: [MS-FASP], [MS-GPFAS].

import { message, type Message } from '../../messages/message';
import { rangeHolds } from '../../rdp/portRange';
import type { FirewallProfileSeen, FirewallRuleSeen, FirewallSeen } from '../../snapshot/firewallSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import { wholeOf } from '../snapshotFacts';
import type { Statements } from '../statements';

export type Gate =
  | { readonly state: 'open' }
  /** Some of the networks in force are let in, or only some addresses. */
  | { readonly state: 'partly'; readonly why: Message; readonly fact: string }
  | { readonly state: 'closed'; readonly why: Message; readonly fact: string };

const TCP = 6;
const ALL = 7;

export function firewallGate({ snapshot }: ServerSeen, port: number): Gate | undefined {
  const firewall = wholeOf(snapshot.sections.firewall);
  const inForce = firewall?.profiles.filter(({ active }) => active) ?? [];
  if (firewall?.serviceRunning !== true || inForce.length === 0) return undefined;
  const gates = inForce.map((profile) => gateOf(profile, firewall, port));
  const closed = gates.find(({ state }) => state === 'closed');
  const partly = gates.find(({ state }) => state === 'partly');
  if (closed === undefined || closed.state === 'open') return partly ?? { state: 'open' };
  return gates.every(({ state }) => state === 'closed') ? closed : { ...closed, state: 'partly' };
}

/**
 * Whether a snapshot leaves nothing for the rules that read one firewall rule at a time: it shows the firewall whole, or not that it is on
 * everywhere, without which a rule decides nothing.
 */
export function firewallSettled({ server }: Pick<Statements, 'server'>): boolean {
  if (server === undefined) return false;
  const { firewall } = server.snapshot.sections;
  const seen = dataOf(firewall);
  const isOn = seen?.serviceRunning === true && seen.profiles.length > 0 && seen.profiles.every(({ enabled }) => enabled);
  return !isOn || wholeOf(firewall) !== undefined;
}

function gateOf({ profile, enabled, inbound }: FirewallProfileSeen, { rules }: FirewallSeen, port: number): Gate {
  const about = rules.filter((rule) => concerns(rule, port));
  const here = about.filter((rule) => rule.enabled && (rule.profiles & profile) !== 0);
  const blocking = enabled ? here.find(({ action, remoteAddresses }) => action === 'block' && remoteAddresses.length === 0) : undefined;
  if (blocking !== undefined) return { state: 'closed', why: message('firewall.blocked', blocking.id), fact: factOf(blocking) };
  if (!enabled || inbound === 'allow') return { state: 'open' };
  const allowing = here.filter(({ action }) => action === 'allow');
  if (allowing.some(({ remoteAddresses }) => letsAnybodyIn(remoteAddresses))) return { state: 'open' };
  const [limited] = allowing;
  if (limited !== undefined) {
    return { state: 'partly', why: message('firewall.limited', limited.id, limited.remoteAddresses.join(', ')), fact: factOf(limited) };
  }
  return { state: 'closed', ...whyClosed(about.filter(({ action }) => action === 'allow'), rules, profile) };
}

function whyClosed(about: readonly FirewallRuleSeen[], rules: readonly FirewallRuleSeen[], profile: number): { readonly why: Message; readonly fact: string } {
  const off = about.find((rule) => !rule.enabled && (rule.profiles & profile) !== 0);
  if (off !== undefined) return { why: message('firewall.off', off.id), fact: factOf(off) };
  const elsewhere = about.find(({ enabled }) => enabled);
  if (elsewhere !== undefined) {
    return { why: message('firewall.otherProfile', elsewhere.id, namesOf(elsewhere.profiles), namesOf(profile)), fact: factOf(elsewhere) };
  }
  const ofTermService = rules.find((rule) => rule.enabled && rule.action === 'allow' && rule.service?.toLowerCase() === 'termservice' && rule.protocol === TCP);
  if (ofTermService !== undefined) {
    return { why: message('firewall.otherPort', ofTermService.id, ofTermService.ports.join(', ')), fact: factOf(ofTermService) };
  }
  return { why: message('firewall.noRule'), fact: 'firewall' };
}

function concerns({ protocol, ports, program, service }: FirewallRuleSeen, port: number): boolean {
  if (protocol !== null && protocol !== TCP) return false;
  if (service !== null && service !== '*' && service.toLowerCase() !== 'termservice') return false;
  if (program !== null && !/^(?:system|.*\\svchost\.exe)$/i.test(program)) return false;
  return ports.length === 0 || ports.some((range) => rangeHolds(range, port));
}

function letsAnybodyIn(addresses: readonly string[]): boolean {
  return addresses.length === 0 || addresses.some((address) => /^(?:\*|any|0\.0\.0\.0\/(?:0|0\.0\.0\.0)|::\/0)$/i.test(address));
}

function namesOf(profiles: number): string {
  if ((profiles & ALL) === ALL) return 'domain, private, public';
  return ([[1, 'domain'], [2, 'private'], [4, 'public']] as const).flatMap(([bit, name]) => ((profiles & bit) === 0 ? [] : [name])).join(', ');
}

function factOf({ id }: FirewallRuleSeen): string {
  return `firewall:rule:${id}`;
}
