// What is compared: the things of a section (a value, a service, a rule), each under an identity of its own, with the parts that can
// change. A part that could not be told is null and never compared; a section also says which things it may have missed.

import { message, type Message } from '../../messages/message';
import type { Symptom } from '../../rdp/symptom';
import type { SectionGap } from '../snapshot';

export interface Part {
  readonly label: Message;
  /** Null where it could not be told. */
  readonly value: Message | null;
  /** For what is counted: it differs where one is ten times the other, whatever `value` says. */
  readonly perDay?: number;
}

export interface Item {
  /** The same for the same thing in every snapshot. */
  readonly id: string;
  readonly fact: string;
  readonly label: Message;
  readonly symptom: Symptom | null;
  /** What stands for it where the other side lacks it. */
  readonly whole: Message;
  /** By name; both sides of one thing have the same names. */
  readonly parts: Readonly<Record<string, Part>>;
}

export interface Items {
  readonly items: readonly Item[];
  /** Why the section may have missed this thing, or undefined where its absence is a fact. */
  misses(item: Item): Message | undefined;
}

export function plain(text: string | number | null): Message | null {
  return text === null ? null : message('comparison.text', text);
}

export function yesNo(flag: boolean | null): Message | null {
  return flag === null ? null : message(flag ? 'comparison.yes' : 'comparison.no');
}

export function listed(texts: readonly string[]): Message {
  return texts.length === 0 ? message('comparison.none') : message('comparison.text', texts.toSorted().join(', '));
}

/** The gap of exactly this field, told. */
export function gapIn(unseen: readonly SectionGap[], what: string): Message | undefined {
  const gap = unseen.find((one) => one.what === what);
  return gap === undefined ? undefined : message('comparison.notSeen', gap.reason, gap.detail);
}

export const NOT_TOLD = /* @__PURE__ */ message('comparison.notTold');
