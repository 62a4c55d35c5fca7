// The ports on which Remote Desktop Services listens although no listener is set to them: it reads PortNumber when it starts, so that a
// port that was changed since then is the one it does not have yet. Source: Microsoft, Change the listening port for Remote Desktop.

import { dataOf } from '../../snapshot/sectionData';
import type { Statements } from '../statements';
import { configuredPorts, isTermService } from './portOwners';

export function portsBesides(statements: Statements): readonly number[] {
  const { server } = statements;
  const sockets = server === undefined ? undefined : dataOf(server.snapshot.sections.sockets);
  const configured = configuredPorts(statements).map(({ port }) => port);
  if (server === undefined || sockets === undefined || configured.length === 0) return [];
  const own = sockets.listening.filter((socket) => socket.protocol === 'tcp' && isTermService(socket, server));
  return [...new Set(own.map(({ port }) => port))].filter((port) => !configured.includes(port));
}
