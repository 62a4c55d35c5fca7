// The table of settings joined with the table of policies: a setting gets the policy that overrides it, and a policy value without a
// local setting becomes a setting of its own, whose only place is the policy key. Made when first asked for.

import type { Hive } from '../registry/hives';
import { keyIdentity } from '../registry/place';
import { valueType } from '../registry/valueData';
import { once } from './once';
import { policies, policyValues, whenDisabled } from './policies';
import type { Encoded, Policy, PolicyValue } from './policies/policy';
import type { Choice, Domain, PolicyTwin, Setting, SettingRow } from './setting';
import { settings } from './settings';

/** One value in a policy key, with every policy that writes it. */
export interface PolicyPlace {
  readonly setting: Setting;
  readonly twin: PolicyTwin;
  readonly writtenBy: readonly Policy[];
}

interface Written {
  readonly policy: Policy;
  readonly value: PolicyValue;
}

interface Table {
  readonly settings: readonly Setting[];
  readonly policyPlaces: readonly PolicyPlace[];
}

const table = once((): Table => {
  const written = writtenPlaces();
  const twins = new Map<string, PolicyTwin>();
  for (const group of written) {
    const id = linkedSetting(group);
    if (id !== undefined) twins.set(id, twinOf(group));
  }
  const joined = new Map<string, Setting>(settings.map((row: SettingRow) => [row.id, withPolicy(row, twins.get(row.id))]));
  const policyPlaces = written.map((group): PolicyPlace => {
    const twin = twinOf(group);
    const setting = joined.get(linkedSetting(group) ?? '') ?? settingOf(group, twin);
    joined.set(setting.id, setting);
    return { setting, twin, writtenBy: group.map(({ policy }) => policy) };
  });
  return { settings: [...joined.values()], policyPlaces };
});

/** Every setting: the rows of the table with their policies, and the settings only a policy knows. */
export function allSettings(): readonly Setting[] {
  return table().settings;
}

export function policyPlaces(): readonly PolicyPlace[] {
  return table().policyPlaces;
}

export function hivesOf(policy: Policy): readonly Hive[] {
  if (policy.class === 'both') return ['HKEY_LOCAL_MACHINE', 'HKEY_CURRENT_USER'];
  return policy.class === 'machine' ? ['HKEY_LOCAL_MACHINE'] : ['HKEY_CURRENT_USER'];
}

/** By place, hive aside; the computer's policy first. */
function writtenPlaces(): readonly (readonly [Written, ...Written[]])[] {
  const byPlace = new Map<string, [Written, ...Written[]]>();
  const machineFirst = policies().toSorted((a, b) => Number(a.class === 'user') - Number(b.class === 'user'));
  for (const policy of machineFirst) {
    for (const value of policyValues(policy)) {
      const place = `${keyIdentity({ hive: 'HKEY_LOCAL_MACHINE', path: policy.key })}\n${value.name.toLowerCase()}`;
      const group = byPlace.get(place);
      if (group === undefined) byPlace.set(place, [{ policy, value }]);
      else group.push({ policy, value });
    }
  }
  return [...byPlace.values()];
}

function linkedSetting(group: readonly Written[]): string | undefined {
  return group.find(({ value }) => value.setting !== undefined)?.value.setting;
}

function withPolicy(row: SettingRow, policy: PolicyTwin | undefined): Setting {
  return policy === undefined ? row : { ...row, policy };
}

function twinOf(group: readonly [Written, ...Written[]]): PolicyTwin {
  const [{ policy, value }] = group;
  return {
    hives: [...new Set(group.flatMap((written) => hivesOf(written.policy)))],
    path: policy.key,
    name: value.name,
    id: policy.id,
    title: policy.title,
    category: policy.category,
    types: typesOf(value),
    domain: domainOf(value),
  };
}

function settingOf([{ policy, value }]: readonly [Written, ...Written[]], twin: PolicyTwin): Setting {
  const { hives, path, name, types, domain } = twin;
  const id = policyValues(policy).length === 1 ? policy.id : `${policy.id}.${value.name}`;
  return {
    id: `policy.${id}`,
    title: policy.title,
    place: { hives, path, name },
    policy: twin,
    types,
    domain,
    ...(policy.note === undefined ? {} : { trap: policy.note }),
    since: policy.supportedOn,
    restart: 'unknown',
    symptom: null,
    confidence: policy.confidence,
    source: policy.source,
  };
}

/** Every type the policy itself writes, the usual one first. */
function typesOf(value: PolicyValue): readonly [number, ...number[]] {
  switch (value.kind) {
    case 'switch':
      return encodedTypes([value.enabled, value.disabled]);
    case 'choice':
      return encodedTypes([...value.choices.map((choice) => choice.value), whenDisabled(value)]);
    case 'checkbox':
    case 'number':
      return [valueType.dword];
    case 'text':
      return [valueType.sz, valueType.expandSz];
    case 'texts':
      return [valueType.multiSz];
  }
}

function encodedTypes(encoded: readonly Encoded[]): readonly [number, ...number[]] {
  const types = encoded.flatMap((data) => (data === null ? [] : [typeof data === 'number' ? valueType.dword : valueType.sz]));
  const [first = valueType.dword, ...rest] = new Set(types);
  return [first, ...rest];
}

function domainOf(value: PolicyValue): Domain {
  switch (value.kind) {
    case 'switch':
      return { kind: 'choices', choices: [...numbered(value.enabled, 'policy enabled'), ...numbered(value.disabled, 'policy disabled')] };
    case 'choice':
      return choiceDomain(value.choices);
    case 'checkbox':
      return { kind: 'choices', choices: [...numbered(value.on, 'selected'), ...numbered(value.off ?? 0, 'not selected')] };
    case 'number':
      return { kind: 'range', min: value.min, max: value.max, unit: value.unit ?? 'none' };
    case 'text':
      return { kind: 'text' };
    case 'texts':
      return { kind: 'texts' };
  }
}

function choiceDomain(choices: readonly { readonly value: number | string; readonly meaning: string }[]): Domain {
  const numbers = choices.flatMap(({ value, meaning }) => numbered(value, meaning));
  if (numbers.length > 0) return { kind: 'choices', choices: numbers };
  return { kind: 'text', usual: choices.map(({ value }) => String(value)) };
}

function numbered(data: Encoded, meaning: string): readonly Choice[] {
  return typeof data === 'number' ? [{ value: data, meaning }] : [];
}
