// Another program listens on the port of a listener: named with its services. One whose owner could not be told is nobody's in particular.
// Source: Microsoft, article 2477176, symptom 2.

import { message } from '../../messages/message';
import type { ListeningSocket } from '../../snapshot/socketsSeen';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { Rule } from '../rule';
import { configuredPorts, isTermService, tcpSockets } from './portOwners';

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
      const found = { message: message('RDP217.message', port, who, String(other.pid)), evidence: server.evidence(`socket:tcp:${String(port)}`) };
      // A port proxy on one address, say, while Remote Desktop has the others.
      if (sockets.some((socket) => isTermService(socket, server))) yield { ...found, why: message('RDP217.whyShared', other.address), severity: 'warning' };
      else yield { ...found, why: message('RDP217.why') };
    }
  },
};

// Without services, svchost.exe may be anybody, Remote Desktop included.
function isOther(socket: ListeningSocket, server: ServerSeen): boolean {
  const { pid, process, services } = socket;
  if (pid === null || isTermService(socket, server)) return false;
  return services.length > 0 || (process !== null && process.toLowerCase() !== 'svchost.exe');
}
