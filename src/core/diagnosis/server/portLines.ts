// Symptom 2 of a server, from within: the listeners, who owns which port, and what its firewall lets in.

import { message, type Message, type Say } from '../../messages/message';
import type { FirewallProfileSeen, FirewallRuleSeen } from '../../snapshot/firewallSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { ListeningSocket } from '../../snapshot/socketsSeen';
import type { Snapshot } from '../../snapshot/snapshot';
import type { ReportLine } from '../reportText';

export function socketLines({ sections }: Snapshot, say: Say): readonly ReportLine[] {
  const sockets = dataOf(sections.sockets);
  if (sockets === undefined) return [];
  const owners = groupsOf(sockets.listening);
  const heard = new Set(owners.filter(({ protocol }) => protocol === 'tcp').map(({ port }) => port));
  const silent = sockets.ports.filter((port) => !heard.has(port));
  return [
    ...owners.map(({ protocol, port, sockets: same }) => ({
      id: `socket:${protocol}:${String(port)}`,
      label: say(message('report.owner', protocol.toUpperCase(), port)),
      value: [...new Set(same.map(({ process }) => process ?? say(message('report.notKnown'))))].join(', '),
      source: ownerSource(same, say),
    })),
    ...silent.map((port) => ({ id: `socket:tcp:${String(port)}`, label: say(message('report.owner', 'TCP', port)), value: say(message('report.nobodyListens')), source: '' })),
    ...(sockets.established === null ? [] : [{ label: say(message('report.established')), value: String(sockets.established), source: '' }]),
  ];
}

interface Owners {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  readonly sockets: readonly ListeningSocket[];
}

function groupsOf(listening: readonly ListeningSocket[]): readonly Owners[] {
  const groups = new Map<string, ListeningSocket[]>();
  for (const socket of listening) {
    const id = `${socket.protocol} ${String(socket.port)}`;
    groups.set(id, [...(groups.get(id) ?? []), socket]);
  }
  return [...groups.values()].flatMap((sockets) => {
    const [first] = sockets;
    return first === undefined ? [] : [{ protocol: first.protocol, port: first.port, sockets }];
  });
}

function ownerSource(sockets: readonly ListeningSocket[], say: Say): string {
  const owners = new Map<number | null, ListeningSocket[]>();
  for (const socket of sockets) owners.set(socket.pid, [...(owners.get(socket.pid) ?? []), socket]);
  return [...owners]
    .map(([pid, own]) => {
      const services = [...new Set(own.flatMap((socket) => socket.services))];
      const on = own.map(({ address }) => address).join(', ');
      const owner = pid === null ? say(message('report.ownerUnknown')) : `PID ${String(pid)}`;
      return [owner, ...(services.length === 0 ? [] : [say(message('report.ownerServices', services.join(', ')))]), say(message('report.ownerAddress', on))].join(', ');
    })
    .join('; ');
}

export function listenerLines({ sections }: Snapshot, say: Say): readonly ReportLine[] {
  return (dataOf(sections.registry)?.listeners ?? []).map((name) => ({ id: `listener:${name}`, label: say(message('report.listener')), value: name, source: '' }));
}

const profileNames: Readonly<Record<FirewallProfileSeen['profile'], Message>> = {
  1: message('report.profile.domain'),
  2: message('report.profile.private'),
  4: message('report.profile.public'),
};

export function firewallLines({ sections }: Snapshot, say: Say): readonly ReportLine[] {
  const firewall = dataOf(sections.firewall);
  if (firewall === undefined) return [];
  const { serviceRunning, profiles, rules } = firewall;
  const activeUnseen = 'unseen' in sections.firewall && sections.firewall.unseen.some(({ what }) => what === 'profiles.active');
  const running = serviceRunning === null ? message('report.notKnown') : serviceRunning ? message('report.firewall.on') : message('report.firewall.off');
  return [
    { id: 'firewall', label: say(message('report.firewall')), value: say(running), source: 'MpsSvc' },
    ...profiles.map((profile) => ({
      id: `firewall:profile:${String(profile.profile)}`,
      label: say(message('report.firewall.profile', say(profileNames[profile.profile]))),
      value: say(profile.enabled ? message('report.profile.on') : message('report.profile.off')),
      source: profileSource(profile, activeUnseen, say),
    })),
    ...rules.map((rule) => ({
      id: `firewall:rule:${rule.id}`,
      label: say(message('report.firewall.rule')),
      value: say(ruleText(rule)),
      source: ruleSource(rule, say),
    })),
  ];
}

function profileSource({ active, inbound }: FirewallProfileSeen, activeUnseen: boolean, say: Say): string {
  return [
    ...(activeUnseen ? [] : [say(active ? message('report.profile.inForce') : message('report.profile.notInForce'))]),
    ...(inbound === null ? [] : [say(inbound === 'block' ? message('report.profile.block') : message('report.profile.allow'))]),
  ].join(', ');
}

function ruleText({ enabled, action }: FirewallRuleSeen): Message {
  if (!enabled) return message('report.rule.off');
  return action === 'allow' ? message('report.rule.allows') : message('report.rule.blocks');
}

const TCP = 6;
const UDP = 17;
const ALL_PROFILES = 7;

function ruleSource({ id, protocol, ports, profiles, remoteAddresses, program, service, store }: FirewallRuleSeen, say: Say): string {
  const name = protocol === null ? say(message('report.any')) : protocol === TCP ? 'TCP' : protocol === UDP ? 'UDP' : String(protocol);
  const bits = ([1, 2, 4] as const).filter((bit) => (profiles & bit) !== 0).map((bit) => say(profileNames[bit]));
  return [
    id,
    `${name} ${ports.length === 0 ? say(message('report.any')) : ports.join(',')}`,
    (profiles & ALL_PROFILES) === ALL_PROFILES ? say(message('report.profile.all')) : bits.join('+'),
    ...(remoteAddresses.length === 0 ? [] : [say(message('report.rule.from', remoteAddresses.slice(0, 4).join(',')))]),
    ...(program === null ? [] : [program]),
    ...(service === null ? [] : [service]),
    ...(store === 'policy' ? [say(message('report.rule.byPolicy'))] : []),
  ].join(', ');
}
