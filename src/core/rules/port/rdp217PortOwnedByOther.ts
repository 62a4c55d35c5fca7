// Another program listens on the port of a listener: named with its services. One whose owner could not be told is nobody's in particular.
// Source: Microsoft, article 2477176, symptom 2.

import { message } from '../../messages/message';
import type { ListeningSocket } from '../../snapshot/socketsSeen';
import type { Rule } from '../rule';
import { dataOf } from '../snapshotFacts';
import { configuredPorts } from './portOwners';

export const rdp217PortOwnedByOther: Rule = {
  code: 'RDP217',
  title: message('RDP217.title'),
  severity: 'error',
  symptom: 2,
  *check(statements) {
    const { server } = statements;
    const sockets = server === undefined ? undefined : dataOf(server.snapshot.sections.sockets);
    if (server === undefined || sockets === undefined) return;
    const services = dataOf(server.snapshot.sections.services)?.services;
    const own = services?.find(({ name }) => name.toLowerCase() === 'termservice')?.pid ?? 0;
    for (const { port } of configuredPorts(statements)) {
      const other = sockets.listening.find((socket) => socket.protocol === 'tcp' && socket.port === port && isOther(socket, own));
      if (other === undefined) continue;
      const who = other.services.length === 0 ? (other.process ?? '-') : `${other.process ?? '-'}: ${other.services.join(', ')}`;
      yield { message: message('RDP217.message', port, who, String(other.pid)), why: message('RDP217.why'), evidence: server.evidence(`socket:tcp:${String(port)}`) };
    }
  },
};

// Without services, svchost.exe may be anybody, Remote Desktop included.
function isOther({ pid, process, services }: ListeningSocket, own: number): boolean {
  if (pid === null || pid === own || services.some((name) => name.toLowerCase() === 'termservice')) return false;
  return services.length > 0 || (process !== null && process.toLowerCase() !== 'svchost.exe');
}
