// An active rule of Windows Firewall that blocks the port of the listener: a block wins over every rule that allows. Rules limited to a
// profile, to addresses or to interfaces are left alone, because keeping Remote Desktop out of public networks is good sense; so is
// a source that turns the firewall off in every profile.
// Sources: Microsoft, Windows Firewall rules; exports in which such a rule stands. The listener's port is 3389 unless the source says otherwise.

import { message } from '../../messages/message';
import { concernsPort, isFirewallStore, readFirewallRule } from '../../rdp/firewallRule';
import { isPort, STANDARD_PORT } from '../../rdp/portNumber';
import { dwordOf } from '../../registry/valueData';
import { finalValues } from '../finalValues';
import { firewallSettled } from '../port/firewallGate';
import type { Rule } from '../rule';
import { effectiveNumber } from '../settingRule';
import type { Statements } from '../statements';

const profiles = ['firewall.domain', 'firewall.private', 'firewall.public'] as const;
const OFF = 0;

export const rdp111FirewallBlocks: Rule = {
  code: 'RDP111',
  title: message('RDP111.title'),
  severity: 'warning',
  symptom: 1,
  *check(statements) {
    if (firewallSettled(statements)) return; // RDP218 and RDP220 look at the firewall itself
    if (profiles.every((id) => effectiveNumber(statements, id, undefined) === OFF)) return;
    for (const value of finalValues(statements, isFirewallStore)) {
      const rule = readFirewallRule(value);
      if (rule === undefined || rule.action !== 'block' || !rule.active || rule.limited) continue;
      const port = portsOf(statements).find((candidate) => concernsPort(rule, 'TCP', candidate));
      if (port !== undefined) yield { message: message('RDP111.message', port), evidence: value.evidence, places: [value.place] };
    }
  },
};

function portsOf(statements: Statements): readonly number[] {
  const told = statements.final('listener.portNumber').flatMap(({ observation }) => dwordOf(observation.data) ?? []);
  return told.length === 0 ? [STANDARD_PORT] : told.filter(isPort);
}
