// Remote Desktop Services listens on another port than the one that is set: it reads PortNumber when it starts. Clients that use the new
// port are refused, those of the old one get in. Where the firewall does not know the new
// port, a restart would shut everybody out, and that is said. Source: Microsoft, Change the listening port for Remote Desktop.

import { message } from '../../messages/message';
import type { Rule } from '../rule';
import { firewallGate } from './firewallGate';
import { portsBesides } from './listeningPorts';
import { silentPorts } from './portOwners';

export const rdp219OtherPort: Rule = {
  code: 'RDP219',
  title: message('RDP219.title'),
  severity: 'warning',
  symptom: 2,
  *check(statements) {
    const { server } = statements;
    const others = portsBesides(statements);
    if (server === undefined || others.length === 0) return;
    for (const { listener, port } of silentPorts(statements)) {
      yield { message: message('RDP219.message', listener, port, others.join(', ')), why: firewallGate(server, port)?.state === 'closed' ? message('RDP219.whyClosed') : message('RDP219.why'), evidence: server.evidence('port') };
    }
  },
};
