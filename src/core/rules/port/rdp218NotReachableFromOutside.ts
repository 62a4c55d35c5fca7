// Remote Desktop listens on the server, and from here the port is silent or refused: something between the two stops it. Where the
// firewall of the server lets nobody in, or the listener has one address only, that is named; else it is on the way. Needs both views
// of the same port. Source: Microsoft, article 2477176, symptom 2.

import { message } from '../../messages/message';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { Found, Rule } from '../rule';
import { unseenOf } from '../snapshotFacts';
import { firewallGate } from './firewallGate';
import { heardFromOutside, isStopped, listensOutward } from './portOwners';

export const rdp218NotReachableFromOutside: Rule = {
  code: 'RDP218',
  title: message('RDP218.title'),
  severity: 'error',
  symptom: 2,
  *check({ server, listener }) {
    if (server === undefined || listener === undefined || !isStopped(listener)) return;
    const { port } = listener.address;
    if (listensOutward(server, port)) yield cause(server, port);
  },
};

function cause(server: ServerSeen, port: number): Found {
  const gate = firewallGate(server, port);
  if (gate?.state === 'closed') return { message: message('RDP218.firewall', port), why: gate.why, evidence: server.evidence(gate.fact) };
  const addresses = heardFromOutside(server, port);
  const onlySome = addresses.length > 0 && !addresses.some((address) => address === '0.0.0.0' || address === '::');
  if (onlySome) {
    const told = message('RDP218.address', port, addresses.join(', '));
    return { message: told, why: message('RDP218.whyAddress'), evidence: server.evidence(`socket:tcp:${String(port)}`) };
  }
  const found = { message: message('RDP218.message', port), evidence: server.evidence('outside'), unseen: unseenOf(server, 'firewall') };
  if (gate?.state !== 'partly') return { ...found, why: message('RDP218.why') };
  return { ...found, why: gate.why, evidence: server.evidence(gate.fact), certainty: 'assumed' };
}
