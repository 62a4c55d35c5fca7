// How a policy is written down: one call per policy and per value. Spelled out as objects, the table was half names of fields and the
// largest thing in every bundle that reads it.

import type { SettingId } from '../settings';
import type { Encoded, PolicyChoice, PolicyList, PolicyRow, PolicyValue, PolicyWrite } from './policy';

type Writes = readonly [PolicyWrite, ...PolicyWrite[]];
type More = Pick<PolicyRow, 'key' | 'note'>;
type Switch = Extract<PolicyValue, { kind: 'switch' }>;
type Choices = Extract<PolicyValue, { kind: 'choice' }>;
type Numbers = Extract<PolicyValue, { kind: 'number' }>;
type Text = Extract<PolicyValue, { kind: 'text' }>;
type Checkbox = Extract<PolicyValue, { kind: 'checkbox' }>;

export function machine(id: string, title: string, supportedOn: string, writes: Writes, more?: More): PolicyRow {
  return { id, class: 'machine', title, supportedOn, writes, ...more };
}

export function user(id: string, title: string, supportedOn: string, writes: Writes, more?: More): PolicyRow {
  return { id, class: 'user', title, supportedOn, writes, ...more };
}

/** One id for the computer and for users. */
export function both(id: string, title: string, supportedOn: string, writes: Writes, more?: More): PolicyRow {
  return { id, class: 'both', title, supportedOn, writes, ...more };
}

/** `setting`: the local setting the value overrides. */
export function switched(name: string, enabled: Encoded, disabled: Encoded, setting?: SettingId): Switch {
  return { kind: 'switch', name, enabled, disabled, ...(setting === undefined ? {} : { setting }) };
}

/** Enabled writes 1, disabled 0. */
export function onOff(name: string, setting?: SettingId): Switch {
  return switched(name, 1, 0, setting);
}

/** Named the other way round: enabled writes 0, disabled 1. */
export function offOn(name: string, setting?: SettingId): Switch {
  return switched(name, 0, 1, setting);
}

/** Numbers, or texts, with what the editor shows for each; `more` as in the shape of a choice. */
export function choice(
  name: string,
  choices: readonly (readonly [value: number | string, meaning: string])[],
  more?: Pick<Choices, 'setting' | 'label' | 'disabled' | 'required'>,
): Choices {
  return choiceOf(name, choices.map(([value, meaning]) => ({ value, meaning })), more);
}

export function choiceOf(name: string, choices: readonly PolicyChoice[], more?: Pick<Choices, 'setting' | 'label' | 'disabled' | 'required'>): Choices {
  return { kind: 'choice', name, choices, ...more };
}

export function number(name: string, min: number, max: number, more?: Pick<Numbers, 'setting' | 'label' | 'unit' | 'required'>): Numbers {
  return { kind: 'number', name, min, max, ...more };
}

export function text(name: string, more?: Pick<Text, 'setting' | 'label' | 'longest' | 'required'>): Text {
  return { kind: 'text', name, ...more };
}

/** Selected writes 1; not selected `off`, where null deletes the value. */
export function checkbox(name: string, off: 0 | null): Checkbox {
  return { kind: 'checkbox', name, on: 1, off };
}

export function texts(name: string): PolicyValue {
  return { kind: 'texts', name };
}

export function list(key: string, numbered?: true): PolicyList {
  return { kind: 'list', key, ...(numbered === undefined ? {} : { numbered }) };
}
