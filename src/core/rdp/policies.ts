// The table of policies: every policy of the three TerminalServer templates, CredSSP, sleep, firewall and Remote Assistance, from the files of
// policies/. A row gets its group's category and key, and its template's source, when the table is first asked for.

import { clientPolicies } from './policies/clientPolicies';
import { connectionPolicies } from './policies/connectionPolicies';
import { credSspPolicies } from './policies/credSspPolicies';
import type { Encoded, Policy, PolicyGroup, PolicyTemplate, PolicyValue } from './policies/policy';
import { firewallPolicies } from './policies/firewallPolicies';
import { powerPolicies } from './policies/powerPolicies';
import { redirectionPolicies } from './policies/redirectionPolicies';
import { remoteAssistancePolicies } from './policies/remoteAssistancePolicies';
import { securityPolicies } from './policies/securityPolicies';
import { sessionPolicies } from './policies/sessionPolicies';
import { timeLimitPolicies } from './policies/timeLimitPolicies';
import { once } from './once';

const groups: readonly (readonly PolicyGroup[])[] = [
  connectionPolicies,
  securityPolicies,
  timeLimitPolicies,
  redirectionPolicies,
  sessionPolicies,
  clientPolicies,
  credSspPolicies,
  powerPolicies,
  firewallPolicies,
  remoteAssistancePolicies,
];

const templateFiles: Readonly<Record<PolicyTemplate, string>> = {
  TerminalServer: 'TerminalServer.admx',
  'TerminalServer-Server': 'TerminalServer-Server.admx',
  'terminalserver-avd': 'terminalserver-avd.admx',
  CredSsp: 'CredSsp.admx',
  Power: 'Power.admx',
  WindowsFirewall: 'WindowsFirewall.admx',
  RemoteAssistance: 'RemoteAssistance.admx',
};

/** Every policy, in the order of the editor's folders. */
export const policies = once((): readonly Policy[] =>
  groups.flat().flatMap(({ template, category, key, rows }) =>
    rows.map((row) => ({ key, ...row, template, category, source: `${templateFiles[template]} of Windows Server 2025`, confidence: 'H' as const })),
  ),
);

const byId = once(() => {
  const found = new Map<string, Policy[]>();
  for (const policy of policies()) {
    const id = policy.id.toLowerCase();
    const sameId = found.get(id);
    if (sameId === undefined) found.set(id, [policy]);
    else sameId.push(policy);
  }
  return found;
});

/** The policies with this id, in any case: one, or one for the computer and one for users. */
export function findPolicies(id: string): readonly Policy[] {
  return byId().get(id.toLowerCase()) ?? [];
}

/** The values of a policy by name; a list has none, its entries are named as they come. */
export function policyValues({ writes }: Pick<Policy, 'writes'>): readonly PolicyValue[] {
  return writes.filter((write) => write.kind !== 'list');
}

/** What a disabled policy leaves of this value. */
export function whenDisabled(value: PolicyValue): Encoded {
  return value.kind === 'switch' || value.kind === 'choice' ? (value.disabled ?? null) : null;
}

/** Whether enabling the policy writes 0 and disabling it writes 1. */
export function isInverted({ writes: [first] }: Policy): boolean {
  return first.kind === 'switch' && first.enabled === 0 && first.disabled === 1;
}
