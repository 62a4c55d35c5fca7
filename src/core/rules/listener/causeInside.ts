// Whether a snapshot shows why the port does not answer as it should: then what a client meets is the effect, and the finding about the
// cause weighs more. Only for the port of a listener of that server.

import type { Severity } from '../rule';
import { effectiveNumber } from '../settingRule';
import type { Statements } from '../statements';
import { configuredPorts, isStopped, isTermService, listensOutward, remoteDesktopRuns, silentPorts, tcpSockets } from '../port/portOwners';

const REFUSED = 1;

/** Information where the cause is told by another rule, else an error. */
export function effectWeight(statements: Statements): Extract<Severity, 'error' | 'information'> {
  return isExplained(statements) ? 'information' : 'error';
}

function isExplained(statements: Statements): boolean {
  const { server, listener } = statements;
  if (server === undefined || listener === undefined || listener.verdict.state === 'unresolved') return false;
  const { port } = listener.address;
  if (remoteDesktopRuns(server) === false || effectiveNumber(statements, 'denyConnections', undefined) === REFUSED) return true;
  if (isStopped(listener) && listensOutward(server, port)) return true; // RDP218
  if (silentPorts(statements).some((silent) => silent.port === port)) return true; // RDP216, RDP219
  const isConfigured = configuredPorts(statements).some((configured) => configured.port === port);
  return isConfigured && tcpSockets(server, port).some((socket) => socket.services.length > 0 && !isTermService(socket, server)); // RDP217
}
