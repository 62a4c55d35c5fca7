// Connections accepted (fDenyTSConnections = 0) while the rule Windows brings along for them is switched off, and no other rule in the
// source opens the port. Only then: the settings page switches both at once, a file that was put together by hand forgets the second.
// Silent where the firewall itself is off in a profile: then another one is at work.
// The rule is known by its id or its group, never by its translated name. Source: exports of FirewallRules.

import { message } from '../../messages/message';
import { isFirewallStore, opensPort, readFirewallRule } from '../../rdp/firewallRule';
import { STANDARD_PORT } from '../../rdp/portNumber';
import type { ValueSet } from '../../registry/observation';
import { dwordOf } from '../../registry/valueData';
import { finalValues } from '../finalValues';
import { firewallSettled } from '../port/firewallGate';
import type { Rule } from '../rule';
import { effectiveNumber } from '../settingRule';

const ACCEPTED = 0;
const OFF = 0;
const firewallSwitches = ['firewall.domain', 'firewall.private', 'firewall.public'] as const;
const OWN_RULE = /^remotedesktop-(?:usermode-)?in-tcp(?:$|-(?!ws))/i;

export const rdp112FirewallRuleOff: Rule = {
  code: 'RDP112',
  title: message('RDP112.title'),
  severity: 'warning',
  symptom: 1,
  *check(statements) {
    if (firewallSettled(statements)) return; // RDP218 and RDP220 look at the firewall itself
    if (effectiveNumber(statements, 'denyConnections', undefined) !== ACCEPTED) return;
    const port = statements.final('listener.portNumber').map(({ observation }) => dwordOf(observation.data))[0] ?? STANDARD_PORT;
    if (port !== STANDARD_PORT) return; // RDP203 asks for a rule of its own there
    if (firewallSwitches.some((id) => statements.final(id).some(({ observation }) => dwordOf(observation.data) === OFF))) return;
    const values = finalValues(statements, isFirewallStore);
    if (values.some((value) => opensPort(value, 'TCP', port))) return;
    for (const value of values.filter(isSwitchedOff)) {
      yield { message: message('RDP112.message'), evidence: value.evidence, places: [value.place] };
    }
  },
};

function isSwitchedOff(value: ValueSet): boolean {
  const rule = OWN_RULE.test(value.place.name) ? readFirewallRule(value) : undefined;
  return rule !== undefined && rule.action === 'allow' && !rule.active;
}
