// Whether a snapshot shows why the port does not answer as it should: then what a client meets is the effect, and the finding about the
// cause weighs more. Only for the port of a listener of that server.

import { intendedPort } from '../../rdp/portNumber';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import { isHomeEdition } from '../connections/homeEdition';
import { hasNoListener } from '../connections/listenerMissing';
import { configuredPorts, isOther, isStopped, isTermService, listensOutward, remoteDesktopRuns, silentPorts, tcpSockets } from '../port/portOwners';
import type { Severity } from '../rule';
import { effectiveNumber } from '../settingRule';
import type { Statements } from '../statements';

const REFUSED = 1;

/** Information where the cause is told by another rule, else an error. */
export function effectWeight(statements: Statements): Extract<Severity, 'error' | 'information'> {
  return isExplained(statements) ? 'information' : 'error';
}

function isExplained(statements: Statements): boolean {
  const { server, listener } = statements;
  if (server === undefined || listener === undefined || listener.verdict.state === 'unresolved') return false;
  const { port } = listener.address;
  const isConfigured = configuredPorts(statements).some((configured) => configured.port === port);
  if (remoteDesktopRuns(server) === false || effectiveNumber(statements, 'denyConnections', undefined) === REFUSED) return true;
  const host = dataOf(server.snapshot.sections.host);
  if (host !== undefined && isHomeEdition(host)) return true; // RDP125
  if (isStopped(listener) && listensOutward(server, port)) return true; // RDP218
  if (tcpSockets(server, port).length === 0 && (hasNoListener(server) || isElsewhere(statements, server, port))) return true; // RDP115, RDP201, RDP221
  if (silentPorts(statements).some((silent) => silent.port === port)) return true; // RDP216, RDP219
  return isConfigured && tcpSockets(server, port).some((socket) => isOther(socket, server)); // RDP217
}

/** Another port is the one of the listeners: they listen there, or its number is a slip. */
function isElsewhere(statements: Statements, server: ServerSeen, asked: number): boolean {
  const configured = configuredPorts(statements);
  if (configured.some(({ port }) => port === asked)) return false;
  return configured.some(({ port }) => intendedPort(port) !== undefined || tcpSockets(server, port).some((socket) => isTermService(socket, server)));
}
