// The firewall section of the fallback: rules and profiles from the registry, the service from `sc`. Which profile is in force stands
// nowhere but in a translated text, so no profile is called active, and that is said.

import type { FirewallProfileSeen, FirewallRuleSeen, FirewallSeen } from '../firewallSeen';
import type { SectionGap } from '../snapshot';
import type { ToolAnswers } from './answers';
import { concernsPorts, ruleFields } from './firewallRules';
import { gap, notAvailable, type Denied, type Reading } from './reading';
import { firewallByPolicy, firewallPolicy } from './registryQuestions';
import { numberOf, type RegistryView } from './registryView';
import { readServiceState } from './services';

const MOST_RULES = 500;
const STORES = [
  { store: 'local', path: `${firewallPolicy}\\FirewallRules` },
  { store: 'policy', path: `${firewallByPolicy}\\FirewallRules` },
  { store: 'other', path: `${firewallPolicy}\\Mdm\\FirewallRules` },
] as const;
const PROFILES = [
  { profile: 1, paths: [`${firewallPolicy}\\DomainProfile`, `${firewallByPolicy}\\DomainProfile`] },
  { profile: 2, paths: [`${firewallPolicy}\\StandardProfile`, `${firewallByPolicy}\\StandardProfile`, `${firewallByPolicy}\\PrivateProfile`] },
  { profile: 4, paths: [`${firewallPolicy}\\PublicProfile`, `${firewallByPolicy}\\PublicProfile`] },
] as const;

export function firewallByTools(answers: ToolAnswers, view: RegistryView, ports: readonly number[], denied: Denied): Reading<FirewallSeen> {
  const unseen: SectionGap[] = [gap('profiles.active', 'notAvailable', 'no program of Windows tells it without words in its language')];
  const rules: FirewallRuleSeen[] = [];
  let read = 0;
  for (const { store, path } of STORES) {
    const reading = view.read(path);
    if (reading.state === 'denied') unseen.push(gap(`rules.${store}`, denied, 'reg query may not read it'));
    if (reading.state === 'unknown' && store !== 'other') unseen.push(gap(`rules.${store}`, 'notAvailable', 'reg query did not tell'));
    if (reading.state !== 'present') continue;
    read += reading.values.length;
    for (const { name, text } of reading.values) {
      const fields = ruleFields(text);
      if (!concernsPorts(name, fields, ports)) continue;
      if (rules.length < MOST_RULES) rules.push(ruleOf(name, fields, store));
      else if (!unseen.some(({ what }) => what === 'rules')) unseen.push(gap('rules', 'tooLarge', `more than ${MOST_RULES} rules concern these ports`));
    }
  }
  const profiles = PROFILES.flatMap(({ profile, paths }): readonly FirewallProfileSeen[] => {
    const last = (name: string): number | undefined => paths.map((path) => numberOf(view.value(path, name))).findLast((number) => number !== undefined);
    const enabled = last('EnableFirewall');
    if (enabled === undefined) {
      unseen.push(gap(`profiles.${profile}`, 'notAvailable', 'no EnableFirewall'));
      return [];
    }
    return [{ profile, enabled: enabled !== 0, active: false, inbound: last('DefaultInboundAction') === 0 ? 'allow' : 'block' }];
  });
  if (read === 0 && profiles.length === 0) return notAvailable('reg query printed neither a rule nor a profile of the firewall');
  if (read === 0) unseen.push(gap('rules', 'notAvailable', 'reg query printed no rule'));
  const service = answers.get('sc.mpssvc');
  const state = service?.code === 0 ? readServiceState(service.text)?.state : undefined;
  if (state === undefined) unseen.push(gap('serviceRunning', 'notAvailable', 'sc queryex did not tell'));
  return { data: { serviceRunning: state === undefined ? null : state === 4, profiles, rules }, unseen };
}

function ruleOf(id: string, { one, ports, from, profiles }: ReturnType<typeof ruleFields>, store: FirewallRuleSeen['store']): FirewallRuleSeen {
  const protocol = Number(one.get('Protocol') ?? Number.NaN);
  return {
    id, enabled: one.get('Active') === 'TRUE', action: one.get('Action') === 'Block' ? 'block' : 'allow', profiles,
    protocol: Number.isInteger(protocol) ? protocol : null, ports, remoteAddresses: from, program: one.get('App') ?? null, service: one.get('Svc') ?? null, store,
  };
}
