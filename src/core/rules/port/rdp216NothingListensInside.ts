// The service runs, connections are allowed, and nothing listens on the configured port: the listener did not come up. Only where the
// sockets of that port were asked about. A service that still listens on the port it had before has RDP219.
// Source: Microsoft, General Remote Desktop connection troubleshooting.

import { message } from '../../messages/message';
import type { Rule } from '../rule';
import { CONNECTION_MANAGER, relatedEvents } from '../snapshotFacts';
import { listenerFailed } from './listenerEvents';
import { portsBesides } from './listeningPorts';
import { silentPorts } from './portOwners';

export const rdp216NothingListensInside: Rule = {
  code: 'RDP216',
  title: message('RDP216.title'),
  severity: 'error',
  symptom: 2,
  *check(statements) {
    const { server } = statements;
    const silent = silentPorts(statements);
    if (server === undefined || silent.length === 0 || portsBesides(statements).length > 0) return;
    for (const { listener, port } of silent) {
      yield { message: message('RDP216.message', listener, port), why: message('RDP216.why'), evidence: server.evidence('port'), related: relatedEvents(server, CONNECTION_MANAGER, listenerFailed) };
    }
  },
};
