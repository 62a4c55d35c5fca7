// Another program listens on the port of a listener: named with its services. One whose owner could not be told is nobody's in particular.
// Source: Microsoft, article 2477176, symptom 2.

import { message } from '../../messages/message';
import type { Rule } from '../rule';
import { CONNECTION_MANAGER, relatedEvents } from '../snapshotFacts';
import { listenerFailed } from './listenerEvents';
import { configuredPorts, isOther, isTermService, tcpSockets } from './portOwners';

export const rdp217PortOwnedByOther: Rule = {
  code: 'RDP217',
  title: message('RDP217.title'),
  severity: 'error',
  symptom: 2,
  *check(statements) {
    const { server } = statements;
    if (server === undefined) return;
    for (const port of new Set(configuredPorts(statements).map((configured) => configured.port))) {
      const sockets = tcpSockets(server, port);
      const other = sockets.find((socket) => isOther(socket, server));
      if (other === undefined) continue;
      const who = other.services.length === 0 ? (other.process ?? '-') : `${other.process ?? '-'}: ${other.services.join(', ')}`;
      const found = { message: message('RDP217.message', port, who, String(other.pid)), evidence: server.evidence(`socket:tcp:${String(port)}`), related: relatedEvents(server, CONNECTION_MANAGER, listenerFailed) };
      // A port proxy on one address, say, while Remote Desktop has the others.
      if (sockets.some((socket) => isTermService(socket, server))) yield { ...found, why: message('RDP217.whyShared', other.address), severity: 'warning' };
      else yield { ...found, why: message('RDP217.why') };
    }
  },
};
