// Firewall, certificates, rights and groups as things to compare: rules by id and store, certificates by store and thumbprint, people by
// SID. A list that was cut, or could not be asked, says that it may have missed what it lacks.

import { message, type Message } from '../../messages/message';
import type { GroupMember, GroupsSeen, RightsSeen } from '../accessSeen';
import type { CertificatesSeen } from '../certificatesSeen';
import type { FirewallRuleSeen, FirewallSeen } from '../firewallSeen';
import type { SectionGap } from '../snapshot';
import { gapIn, listed, NOT_TOLD, plain, yesNo, type Item, type Items, type Part } from './item';

const profileTexts = { 1: 'comparison.profile.1', 2: 'comparison.profile.2', 4: 'comparison.profile.4' } as const;

export function firewallItems({ serviceRunning, profiles, rules }: FirewallSeen, unseen: readonly SectionGap[]): Items {
  const label = message('comparison.firewall.service');
  const service: Item = { id: 'service', fact: 'firewall', label, symptom: 2, whole: label, parts: { running: { label, value: yesNo(serviceRunning) } } };
  const profileItems = profiles.map(({ profile, enabled, active, inbound }): Item => {
    const named = (part: string): Message => message(profileTexts[profile], part);
    const parts: Record<string, Part> = {
      enabled: { label: named('enabled'), value: yesNo(enabled) },
      active: { label: named('active'), value: gapIn(unseen, 'profiles.active') === undefined ? yesNo(active) : null },
      inbound: { label: named('inbound'), value: plain(inbound) },
    };
    return { id: `profile ${profile}`, fact: `firewall:profile:${profile}`, label: named('enabled'), symptom: 2, whole: message(enabled ? 'comparison.yes' : 'comparison.no'), parts };
  });
  const misses = ({ id }: Item): Message | undefined => {
    if (id.startsWith('profile ')) return gapIn(unseen, `profiles.${id.slice('profile '.length)}`) ?? NOT_TOLD;
    return unseen.flatMap(({ what }) => (what === 'rules' || what.startsWith('rules.') ? (gapIn(unseen, what) ?? []) : []))[0];
  };
  return { items: [service, ...profileItems, ...rules.map(ruleItem)], misses };
}

function ruleItem(rule: FirewallRuleSeen): Item {
  const { id, store } = rule;
  const part = (name: string, value: Message | null): readonly [string, Part] => [name, { label: message('comparison.rule.part', id, store, name), value }];
  const opens = `${rule.action} ${protocolName(rule.protocol)} ${rule.ports.join(', ') || '*'}`;
  return {
    id: `rule ${store} ${id.toLowerCase()}`,
    fact: `firewall:rule:${id}`,
    label: message('comparison.rule', id, store),
    symptom: 2,
    whole: message('comparison.text', opens),
    parts: Object.fromEntries([
      part('enabled', yesNo(rule.enabled)),
      part('action', plain(rule.action)),
      part('profiles', plain(rule.profiles)),
      part('protocol', plain(protocolName(rule.protocol))),
      part('ports', listed(rule.ports)),
      part('remoteAddresses', listed(rule.remoteAddresses)),
      part('program', plain(rule.program ?? '*')),
      part('service', plain(rule.service ?? '*')),
    ]),
  };
}

function protocolName(protocol: number | null): string {
  return protocol === 6 ? 'TCP' : protocol === 17 ? 'UDP' : protocol === null ? '*' : String(protocol);
}

export function certificateItems({ certificates, machineKeys }: CertificatesSeen, unseen: readonly SectionGap[]): Items {
  const own = certificates.map(({ store, thumbprint, subject, notAfter, serverAuthentication, hasPrivateKey, keyReadable }): Item => {
    const part = (name: string, value: Message | null): readonly [string, Part] => [name, { label: message('comparison.certificate.part', thumbprint, store, name), value }];
    return {
      id: `certificate ${store.toLowerCase()}\n${thumbprint.toLowerCase()}`,
      fact: `certificate:${thumbprint}`,
      label: message('comparison.certificate', thumbprint, store),
      symptom: 3,
      whole: message('comparison.certificate.whole', subject, notAfter),
      // The rest of a certificate cannot change under one thumbprint.
      parts: Object.fromEntries([part('serverAuthentication', yesNo(serverAuthentication)), part('hasPrivateKey', yesNo(hasPrivateKey)), part('keyReadable', yesNo(keyReadable))]),
    };
  });
  const access = (machineKeys ?? []).map(({ sid, allow, rights }): Item => {
    const label = allow ? message('comparison.machineKeys.allow', sid) : message('comparison.machineKeys.deny', sid);
    const value = message('comparison.text', `0x${(rights >>> 0).toString(16)}`);
    return { id: `access ${sid} ${String(allow)}`, fact: 'certificates', label, symptom: 3, whole: value, parts: { rights: { label, value } } };
  });
  const misses = ({ id }: Item): Message | undefined => {
    if (id.startsWith('access ')) return machineKeys === null ? (gapIn(unseen, 'machineKeys') ?? NOT_TOLD) : undefined;
    const store = id.slice('certificate '.length, id.indexOf('\n'));
    const gap = unseen.find(({ what }) => what === 'certificates' || what.toLowerCase() === `certificates.${store}`);
    return gap === undefined ? undefined : message('comparison.notSeen', gap.reason, gap.detail);
  };
  return { items: [...own, ...access], misses };
}

export function rightItems(rights: RightsSeen): Items {
  const items = rightNames.flatMap((right) =>
    rights[right].map((sid): Item => {
      const label = message('comparison.right', right, sid);
      return { id: `${right} ${sid.toLowerCase()}`, fact: `right:${right}`, label, symptom: 1, whole: message('comparison.present'), parts: {} };
    }),
  );
  return { items, misses: () => undefined };
}

const rightNames = ['SeRemoteInteractiveLogonRight', 'SeDenyRemoteInteractiveLogonRight', 'SeNetworkLogonRight', 'SeDenyNetworkLogonRight'] as const satisfies readonly (keyof RightsSeen)[];

export function groupItems(groups: GroupsSeen, unseen: readonly SectionGap[]): Items {
  const members = (group: keyof GroupsSeen, label: Message): readonly Item[] =>
    (groups[group] ?? []).map(({ sid, name }: GroupMember): Item => {
      const whole = message('comparison.text', sid === null ? name : `${name} (${sid})`);
      return { id: `${group} ${(sid ?? name).toLowerCase()}`, fact: `group:${group}`, label, symptom: 1, whole, parts: {} };
    });
  const misses = ({ fact }: Item): Message | undefined => {
    const group = fact === 'group:administrators' ? 'administrators' : 'remoteDesktopUsers';
    return groups[group] === null ? (gapIn(unseen, group) ?? NOT_TOLD) : undefined;
  };
  return {
    items: [
      ...members('remoteDesktopUsers', message('comparison.group.remoteDesktopUsers')),
      ...members('administrators', message('comparison.group.administrators')),
    ],
    misses,
  };
}
