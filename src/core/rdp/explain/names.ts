// Names: rules by code, settings by value name, policies by title or id in any of the known languages, user rights and accounts, keys of
// the registry and what people write in their place.

import { settingFacts } from '../../language/settingFacts';
import { message, type Message, type MessageKey } from '../../messages/message';
import { texts } from '../../messages/table';
import { findHive, hiveAbbreviations } from '../../registry/hives';
import { keyText, type RegistryKey } from '../../registry/place';
import type { RuleCode } from '../../rules/rule';
import { findLocalisedName, findPrincipal, findUserRight } from '../facts';
import { articleErrors } from '../facts/articleErrors';
import { findKeyFact } from '../facts/keyFacts';
import { rulesOfSettings } from '../facts/relatedRules';
import { findNearMiss } from '../nearMissKey';
import { once } from '../once';
import { findPolicies, policies, policyValues } from '../policies';
import type { Policy } from '../policies/policy';
import type { Setting } from '../setting';
import { allSettings } from '../settingTable';
import type { Symptom } from '../symptom';
import { articleDetails, candidate, weights, type Candidate, type Pasted } from './candidate';

export function nameCandidates(pasted: Pasted): readonly Candidate[] {
  return [...ruleCandidates(pasted), ...settingCandidates(pasted), ...policyCandidates(pasted), ...rightCandidates(pasted), ...keyCandidates(pasted)];
}

function ruleCandidates({ text }: Pasted): readonly Candidate[] {
  const codes = new Set(text.toUpperCase().match(/\bRDP\d{3}\b/g) ?? []);
  return [...codes].map((code): Candidate => {
    const title = `${code}.title`;
    const known = isKey(title);
    const digit = Number(code.charAt(3));
    const symptom: Symptom | null = digit === 1 || digit === 2 || digit === 3 || digit === 4 ? digit : null;
    const meaning: Message = known ? message('explain.title', texts[title]) : message('explain.ruleOff');
    const details = known ? [message('explain.rulePage')] : [];
    return {
      weight: weights.named,
      explanation: { kind: 'rule', name: code, meaning, details, symptom: known ? symptom : null, certainty: 'H', source: 'RDP Diagnostics', rules: known && isCode(code) ? [code] : [] },
    };
  });
}

function isKey(text: string): text is MessageKey {
  return Object.hasOwn(texts, text);
}

function isCode(text: string): text is RuleCode {
  return /^RDP\d{3}$/.test(text);
}

const settingsByName = /* @__PURE__ */ once(() => {
  const found = new Map<string, Setting[]>();
  for (const setting of allSettings()) {
    const names = new Set([setting.place.name, ...(setting.policy === undefined ? [] : [setting.policy.name])].map((name) => name.toLowerCase()));
    for (const name of names) found.set(name, [...(found.get(name) ?? []), setting]);
  }
  return found;
});

// Shorter names are words of the language: Start, Type, Enabled.
const DISTINCTIVE = 9;

function settingCandidates({ lower }: Pasted): readonly Candidate[] {
  const whole = lower.replace(/^"|"(?:=.*)?$|=.*$/g, '').slice(lower.lastIndexOf('\\') + 1).replace(/^["']|["']$/g, '');
  const exact = settingsByName().get(whole) ?? settingsByName().get(lower);
  if (exact !== undefined) return exact.map((setting) => settingCandidate(setting, weights.named));
  const words = new Set(lower.match(/[a-z][\w-]+/g) ?? []);
  return [...settingsByName()]
    .filter(([name]) => (name.length >= DISTINCTIVE || /^f[a-z]{5,}/.test(name)) && (words.has(name) || (name.includes(' ') && lower.includes(name))))
    .flatMap(([, settings]) => settings.map((setting) => settingCandidate(setting, weights.alone + 15)));
}

function settingCandidate(setting: Setting, weight: number): Candidate {
  const { hives, path, name } = setting.place;
  const [hive = 'HKEY_LOCAL_MACHINE'] = hives;
  const isPolicy = setting.id.startsWith('policy.');
  const facts = settingFacts({ setting, side: isPolicy ? 'policy' : 'local', domain: setting.domain, policies: [] });
  const details = [message('explain.place', `${keyText({ hive, path })}\\${name}`), ...facts.slice(0, -1)]; // the last one is the source
  const rank = weight + (setting.symptom === null ? 0 : 2) - (isPolicy ? 1 : 0) - (setting.role === undefined ? 0 : 1);
  return candidate(rank, {
    kind: 'setting', name, means: setting.title, ...(setting.symptom === null ? {} : { symptom: setting.symptom }), source: setting.source,
    confidence: setting.confidence, rules: rulesOfSettings[setting.id] ?? [], details,
  });
}

function policyCandidates({ text, lower: written }: Pasted): readonly Candidate[] {
  // People write the short name, titles have the long one.
  const lower = written.replace(/\bnla\b/g, 'network level authentication');
  const known = findLocalisedName(lower)?.id ?? text;
  const found = new Set<Policy>(findPolicies(known));
  for (const policy of policies()) {
    const title = policy.title.toLowerCase();
    if (title === lower || (title.length >= DISTINCTIVE * 2 && lower.includes(title)) || (lower.length >= DISTINCTIVE * 2 && title.includes(lower))) found.add(policy);
  }
  return [...found].map((policy) => policyCandidate(policy, policy.title.toLowerCase() === lower ? weights.named + 2 : weights.withKind));
}

function policyCandidate(policy: Policy, weight: number): Candidate {
  const written = policyValues(policy);
  const linked = written.flatMap(({ setting }) => allSettings().find(({ id }) => id === setting) ?? []);
  const own = written.length === 1 ? `policy.${policy.id}` : undefined;
  const rules = [...new Set([...linked.map(({ id }) => id), ...(own === undefined ? [] : [own])].flatMap((id) => rulesOfSettings[id] ?? []))];
  const symptom = linked[0]?.symptom ?? null;
  const hive = policy.class === 'user' ? 'HKEY_CURRENT_USER' : 'HKEY_LOCAL_MACHINE';
  const details = [
    message('setting.isPolicy', policy.title, policy.category),
    ...written.map(({ name }) => message('explain.place', `${keyText({ hive, path: policy.key })}\\${name}`)),
    ...(policy.note === undefined ? [] : [message('explain.sentence', policy.note)]),
  ];
  const means = linked.length === 0 ? policy.title : linked.map(({ title }) => title).join('; ');
  return candidate(weight + (symptom === null ? 0 : 1), { kind: 'policy', name: policy.title, means, ...(symptom === null ? {} : { symptom }), source: policy.source, confidence: policy.confidence, rules, details });
}

function rightCandidates({ text }: Pasted): readonly Candidate[] {
  const rights = [...new Set(text.match(/\bSe\w+Right\b/gi) ?? [])].flatMap((id) => findUserRight(id) ?? []);
  const people = [...new Set(text.match(/\bS-1-[\d-]+\b/gi) ?? [])].flatMap((sid) => findPrincipal(sid) ?? []);
  return [
    ...rights.map(({ id, title, standard, note, source, confidence }) => {
      const has = standard === undefined ? [] : [message('explain.right', standard.member.map((sid) => findPrincipal(sid)?.name ?? sid).join(', '))];
      return candidate(weights.named, { kind: 'right', name: id, means: title, symptom: 1, source, confidence, rules: ['RDP120'], details: [message('explain.sentence', note), ...has] });
    }),
    ...people.map(({ sid, name, source, confidence }) => candidate(weights.named, { kind: 'right', name: sid, means: name, symptom: 1, source, confidence, rules: ['RDP120'] })),
  ];
}

function keyCandidates({ text }: Pasted): readonly Candidate[] {
  const key = keyIn(text);
  if (key === undefined) return [];
  const miss = findNearMiss(key);
  const known = findKeyFact(key);
  const first = articleErrors.find(({ number }) => number === 1);
  return [
    ...(miss === undefined || first === undefined
      ? []
      : [
          candidate(weights.named, {
            kind: 'articleError', name: keyText(key), means: `Windows does not read this key; it reads ${keyText(miss.to)}`, symptom: 2, source: first.source,
            confidence: first.confidence, rules: ['RDP204'], details: miss.slip === 'article' ? articleDetails([1, 2]) : [],
          }),
        ]),
    ...(known === undefined
      ? []
      : [candidate(weights.named, { kind: 'setting', name: keyText(key), means: known.holds, source: known.source, confidence: known.confidence, details: known.trap === undefined ? [] : [message('explain.sentence', known.trap)] })]),
  ];
}

function keyIn(text: string): RegistryKey | undefined {
  const [, root = '', path = ''] = /(?<![\w\\])(HK[\w]+)\\([^"\]\r\n]+)/i.exec(text) ?? [];
  const hive = findHive(root) ?? hiveAbbreviations[root.toUpperCase()];
  return hive === undefined ? undefined : { hive, path: path.replace(/[\\.\s]+$/, '') };
}
