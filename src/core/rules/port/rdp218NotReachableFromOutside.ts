// Remote Desktop listens on the server, and from here the port is silent or refused: something between the two stops it. Where no firewall
// rule of the server lets the port in for a profile in force, that is named; else it is on the way. Needs both views of the same port.

import { message } from '../../messages/message';
import type { FirewallSeen } from '../../snapshot/firewallSeen';
import type { Rule } from '../rule';
import { dataOf, unseenOf } from '../snapshotFacts';

const TCP = 6;
const stopped: ReadonlySet<string> = new Set(['timeout', 'refused', 'unreachable']);

export const rdp218NotReachableFromOutside: Rule = {
  code: 'RDP218',
  title: message('RDP218.title'),
  severity: 'error',
  symptom: 2,
  *check({ server, listener }) {
    if (server === undefined || listener === undefined || !stopped.has(listener.verdict.state)) return;
    const { port } = listener.address;
    const sockets = dataOf(server.snapshot.sections.sockets);
    const inside = sockets?.listening.some((socket) => socket.protocol === 'tcp' && socket.port === port && !/^(?:127\.|::1$)/.test(socket.address)) ?? false;
    if (!inside) return;
    const firewall = dataOf(server.snapshot.sections.firewall);
    const unseen = unseenOf(server, 'firewall');
    const why = message('RDP218.why');
    if (firewall !== undefined && unseen.length === 0 && closed(firewall, port)) {
      yield { message: message('RDP218.firewall', port), why, evidence: server.evidence('firewall') };
    } else yield { message: message('RDP218.message', port), why, evidence: server.evidence('outside'), unseen };
  },
};

/** True only where a profile in force blocks by default and no enabled rule allows this port in it. */
function closed({ serviceRunning, profiles, rules }: FirewallSeen, port: number): boolean {
  if (serviceRunning !== true) return false;
  const blocking = profiles.filter(({ enabled, active, inbound }) => enabled && active && inbound === 'block');
  const allows = rules.filter(({ enabled, action, protocol, ports }) => enabled && action === 'allow' && (protocol === null || protocol === TCP) && (ports.length === 0 || ports.some((range) => holds(range, port))));
  return blocking.some(({ profile }) => !allows.some(({ profiles: of }) => (of & profile) !== 0));
}

function holds(range: string, port: number): boolean {
  const [from = '', to = from] = range.split('-');
  return Number(from) <= port && port <= Number(to);
}
