// The service runs, connections are allowed, and nothing listens on the configured port: the listener did not come up. Only where the
// sockets of that port were asked about. Source: Microsoft, General Remote Desktop connection troubleshooting.

import { message } from '../../messages/message';
import type { Rule } from '../rule';
import { effectiveNumber } from '../settingRule';
import { dataOf } from '../snapshotFacts';
import { configuredPorts, remoteDesktopRuns } from './portOwners';

export const rdp216NothingListensInside: Rule = {
  code: 'RDP216',
  title: message('RDP216.title'),
  severity: 'error',
  symptom: 2,
  *check(statements) {
    const { server } = statements;
    const sockets = server === undefined ? undefined : dataOf(server.snapshot.sections.sockets);
    if (server === undefined || sockets === undefined || remoteDesktopRuns(server) !== true) return;
    if (effectiveNumber(statements, 'denyConnections', undefined) !== 0) return;
    for (const { listener, port } of configuredPorts(statements)) {
      // A listener that is off has its own rule (RDP102).
      if (!sockets.ports.includes(port) || effectiveNumber(statements, 'listener.enabled', listener) === 0) continue;
      if (sockets.listening.some((socket) => socket.protocol === 'tcp' && socket.port === port)) continue;
      yield { message: message('RDP216.message', listener, port), why: message('RDP216.why'), evidence: server.evidence('port') };
    }
  },
};
