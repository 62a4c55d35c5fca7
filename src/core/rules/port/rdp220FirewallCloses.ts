// The firewall of the server lets nobody in on the port of a listener that is on, for a network the server is connected to. From within
// only: where the port was tried from here, the answer itself counts (RDP218). A firewall that was not seen whole says nothing.
// Source: [MS-FASP]; Microsoft, Change the listening port for Remote Desktop.

import { message } from '../../messages/message';
import { intendedPort } from '../../rdp/portNumber';
import type { Rule } from '../rule';
import { effectiveNumber } from '../settingRule';
import { firewallGate } from './firewallGate';
import { configuredPorts, listensOutward } from './portOwners';

const ACCEPTED = 0;

export const rdp220FirewallCloses: Rule = {
  code: 'RDP220',
  title: message('RDP220.title'),
  severity: 'warning',
  symptom: 2,
  *check(statements) {
    const { server, listener: outside } = statements;
    if (server === undefined || effectiveNumber(statements, 'denyConnections', undefined) !== ACCEPTED) return;
    const tried = outside?.verdict.state === 'unresolved' ? undefined : outside?.address.port;
    for (const port of new Set(configuredPorts(statements).map((configured) => configured.port))) {
      // What a slip in the number comes to (RDP201) needs no rule.
      const gate = port === tried || intendedPort(port) !== undefined || !listensOutward(server, port) ? undefined : firewallGate(server, port);
      if (gate === undefined || gate.state === 'open') continue;
      const evidence = server.evidence(gate.fact);
      if (gate.state === 'closed') yield { message: message('RDP220.message', port), why: gate.why, evidence };
      else yield { message: message('RDP220.partly', port), why: gate.why, evidence, severity: 'information' };
    }
  },
};
