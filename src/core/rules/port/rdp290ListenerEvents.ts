// Events about the listener and its port, each kind explained once.
// The numbers of other rules are left to them, and those that a finding about the port has as related (RDP216, RDP217). Sources: event manifests per build, message tables; the table of events.

import { message } from '../../messages/message';
import type { ServerSeen } from '../../snapshot/serverSeen';
import { eventRule } from '../eventRule';
import type { Statements } from '../statements';
import { listenerFailed } from './listenerEvents';
import { configuredPorts, isOther, silentPorts, tcpSockets } from './portOwners';

export const rdp290ListenerEvents = eventRule({ code: 'RDP290', title: message('RDP290.title'), symptom: 2, judged: [], told: (server, statements) => (lacksPort(server, statements) ? listenerFailed : []) });

function lacksPort(server: ServerSeen, statements: Statements): boolean {
  if (silentPorts(statements).length > 0) return true;
  return configuredPorts(statements).some(({ port }) => tcpSockets(server, port).some((socket) => isOther(socket, server)));
}
