// A port other than 3389 without a firewall rule that opens it in the same source. Changing PortNumber neither creates nor moves a rule
// (Microsoft, Change the listening port). The rule may well exist on the server, so this is information and never more.
// A port that is a slip (RDP201) or none (RDP202) is left to those rules, and the listeners of other makers to their firewall rules.

import { message } from '../../messages/message';
import { isFirewallStore, opensPort } from '../../rdp/firewallRule';
import { intendedPort, isPort, STANDARD_PORT } from '../../rdp/portNumber';
import { dwordOf } from '../../registry/valueData';
import { finalValues } from '../finalValues';
import type { Rule } from '../rule';

export const rdp203PortNotOpened: Rule = {
  code: 'RDP203',
  title: message('RDP203.title'),
  severity: 'information',
  symptom: 2,
  *check(statements) {
    if (statements.server !== undefined) return; // RDP220 looks at the firewall itself
    const changed = statements.final('listener.portNumber').flatMap(({ observation, listener = '' }) => {
      const port = dwordOf(observation.data);
      return port !== undefined && /^rdp/i.test(listener) && isPort(port) && port !== STANDARD_PORT && intendedPort(port) === undefined
        ? [{ observation, listener, port }]
        : [];
    });
    if (changed.length === 0) return; // spares large exports the walk below
    const firewall = finalValues(statements, isFirewallStore);
    for (const { observation, listener, port } of changed) {
      if (firewall.some((value) => opensPort(value, 'TCP', port))) continue;
      const { place, evidence } = observation;
      yield { message: message('RDP203.message', listener, port), evidence, places: [place] };
    }
  },
};
