// A rule made for TermService that opens ports none of which a listener of the same source has: the port and its rule were meant to
// agree. Where another rule opens the port of the listener, this one is a leftover: information. Only rules people made: those Windows
// brings along carry a group (port 3390 of Media Center extenders is one of them).
// Source: Microsoft, Change the listening port for Remote Desktop.

import { message } from '../../messages/message';
import { concernsPort, isFirewallStore, opensPort, readFirewallRule, type FirewallRule } from '../../rdp/firewallRule';
import { isPort, STANDARD_PORT } from '../../rdp/portNumber';
import { dwordOf } from '../../registry/valueData';
import { finalValues } from '../finalValues';
import { firewallSettled } from './firewallGate';
import type { Rule } from '../rule';

export const rdp209RuleForOtherPort: Rule = {
  code: 'RDP209',
  title: message('RDP209.title'),
  severity: 'warning',
  symptom: 2,
  *check(statements) {
    if (firewallSettled(statements)) return; // RDP218 and RDP220 look at the firewall itself
    const listeners = statements.final('listener.portNumber').filter(({ observation }) => isPort(dwordOf(observation.data) ?? 0));
    const ports = listeners.flatMap(({ observation }) => dwordOf(observation.data) ?? []);
    if (ports.length === 0) return;
    const related = listeners.map(({ observation }) => ({ message: message('RDP209.listener'), evidence: observation.evidence }));
    const firewall = finalValues(statements, isFirewallStore);
    const opened = ports.every((port) => firewall.some((value) => opensPort(value, 'TCP', port)));
    for (const value of firewall) {
      const rule = readFirewallRule(value);
      if (rule === undefined || !isForListener(rule)) continue;
      const transport = rule.protocol === '17' ? 'UDP' : 'TCP';
      if ([...ports, STANDARD_PORT].some((port) => concernsPort(rule, transport, port))) continue;
      yield {
        message: message('RDP209.message', rule.ports.join(', '), ports.join(', ')),
        evidence: value.evidence,
        places: [value.place],
        related,
        severity: opened ? 'information' : 'warning',
      };
    }
  },
};

function isForListener({ action, active, inbound, service, ports, group }: FirewallRule): boolean {
  return action === 'allow' && active && inbound && service === 'termservice' && group === undefined && ports.some((port) => /^\d/.test(port));
}
