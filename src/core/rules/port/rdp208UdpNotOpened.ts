// A changed port for which the source opens TCP in Windows Firewall and not UDP: the session works and stays on TCP. Silent where the
// source itself turns UDP off (SelectTransport 1). Where nothing is opened at all, RDP203 speaks. Sources: Microsoft, Change the
// listening port for Remote Desktop (the port is TCP and UDP); TerminalServer.admx, "Select RDP transport protocols".

import { message } from '../../messages/message';
import { isFirewallStore, opensPort } from '../../rdp/firewallRule';
import { isPort, STANDARD_PORT } from '../../rdp/portNumber';
import { dwordOf } from '../../registry/valueData';
import { finalValues } from '../finalValues';
import type { Rule } from '../rule';
import { effectiveNumber } from '../settingRule';

const TCP_ONLY = 1;

export const rdp208UdpNotOpened: Rule = {
  code: 'RDP208',
  title: message('RDP208.title'),
  severity: 'information',
  symptom: 2,
  *check(statements) {
    const ports = statements.final('listener.portNumber');
    if (ports.length === 0) return;
    const firewall = finalValues(statements, isFirewallStore);
    for (const { observation, listener = '' } of ports) {
      const port = dwordOf(observation.data) ?? STANDARD_PORT;
      if (!isPort(port) || port === STANDARD_PORT || effectiveNumber(statements, 'listener.selectTransport', listener) === TCP_ONLY) continue;
      const opening = firewall.filter((value) => opensPort(value, 'TCP', port));
      if (opening.length === 0 || firewall.some((value) => opensPort(value, 'UDP', port))) continue;
      const related = opening.map(({ evidence }) => ({ message: message('RDP208.rule', port), evidence }));
      yield { message: message('RDP208.message', listener, port), evidence: observation.evidence, places: [observation.place], related };
    }
  },
};
