// The elements of a policy as a report shows them, paired with what the policy writes. A report tells the label and the content of each
// element, not the value it goes to: where two elements could be each other's and the table does not know their labels, none of them is
// paired. Choices are told by their display text and are looked up in the table; a text that is not there is not a choice.

import type { PolicyValue, PolicyWrite } from '../../rdp/policies/policy';
import { dwordData, stringData, valueType, type ValueData } from '../../registry/valueData';
import { numberData, textsData } from '../registryText';
import { childNamed, childrenNamed, childText, type XmlElement } from '../xml/element';

type ElementWrite = Exclude<PolicyWrite, { readonly kind: 'switch' }>;

/** What a write was given; undefined where it cannot be told. */
export interface Given {
  readonly element: XmlElement;
  readonly write: ElementWrite;
}

const elementNames: Readonly<Record<ElementWrite['kind'], readonly string[]>> = {
  choice: ['DropDownList'],
  number: ['Numeric'],
  checkbox: ['CheckBox'],
  text: ['EditText', 'ComboBox'],
  texts: ['MultiText'],
  list: ['ListBox'],
};

const sameText = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The value chosen, by the text shown for it. */
function chosen(write: Extract<PolicyValue, { kind: 'choice' }>, element: XmlElement): number | string | undefined {
  const value = childNamed(element, 'Value');
  const shown = value === undefined ? '' : childText(value, 'Name');
  return write.choices.find(({ meaning }) => sameText(meaning, shown))?.value;
}

/** Labels end in a colon or not, from one version of the templates to the next. */
const plainLabel = (label: string): string => label.trim().replace(/\s*:$/, '').toLowerCase();

function hasLabel({ label }: PolicyValue, element: XmlElement): boolean {
  return label !== undefined && plainLabel(label) === plainLabel(childText(element, 'Name'));
}

function fits(write: ElementWrite, element: XmlElement): boolean {
  return write.kind !== 'choice' || chosen(write, element) !== undefined;
}

/** Whether the report shows any element of the kind this write asks for. */
export function hasElement(policy: XmlElement, write: ElementWrite): boolean {
  return policy.children.some(({ name }) => elementNames[write.kind].includes(name));
}

/** One to one, or nothing: for each write the element that is its own. */
export function pairElements(policy: XmlElement, writes: readonly PolicyWrite[]): ReadonlyMap<PolicyWrite, Given> {
  const pairs = new Map<PolicyWrite, Given>();
  const elementWrites = writes.filter((write) => write.kind !== 'switch');
  for (const write of elementWrites) {
    const own = policy.children.filter(({ name }) => elementNames[write.kind].includes(name));
    const rivals = elementWrites.filter(({ kind }) => kind === write.kind);
    const labelled = rivals.length > 1 && write.kind !== 'list' ? own.filter((element) => hasLabel(write, element)) : [];
    const fitting = (): readonly XmlElement[] => own.filter((element) => fits(write, element) && !rivals.some((rival) => rival !== write && fits(rival, element)));
    const candidates = rivals.length === 1 ? own : labelled.length > 0 ? labelled : fitting();
    const [element] = candidates;
    if (element !== undefined && candidates.length === 1) pairs.set(write, { element, write });
  }
  return pairs;
}

export type Content =
  | { readonly kind: 'data'; readonly data: ValueData }
  /** The value is taken away, or was never filled in. */
  | { readonly kind: 'nothing'; readonly deleted: boolean }
  | { readonly kind: 'list'; readonly names: readonly (readonly [name: string, text: string])[]; readonly additive: boolean }
  | { readonly kind: 'unknown' };

const UNKNOWN: Content = { kind: 'unknown' };

const encodedContent = (value: number | string | null | undefined): Content =>
  value === undefined ? UNKNOWN : value === null ? { kind: 'nothing', deleted: true } : { kind: 'data', data: typeof value === 'number' ? dwordData(value) : stringData(value) };

export function contentOf({ write, element }: Given): Content {
  const state = childText(element, 'State');
  if (write.kind === 'checkbox') return encodedContent(state === 'Enabled' ? write.on : state === 'Disabled' ? write.off : undefined);
  if (state !== 'Enabled') return state === 'NotConfigured' || state === 'Disabled' ? { kind: 'nothing', deleted: false } : UNKNOWN;
  const value = childNamed(element, 'Value');
  switch (write.kind) {
    case 'choice':
      return encodedContent(chosen(write, element));
    case 'number': {
      const digits = value?.text.trim() ?? '';
      const data = /^\d{1,10}$/.test(digits) ? numberData(valueType.dword, BigInt(digits)) : undefined;
      return data === undefined ? UNKNOWN : { kind: 'data', data };
    }
    case 'text':
      return value === undefined ? UNKNOWN : { kind: 'data', data: stringData(value.text) };
    case 'texts':
      return value === undefined ? UNKNOWN : { kind: 'data', data: textsData(value.children.length > 0 ? value.children.map(({ text }) => text) : value.text.split('\n')) };
    case 'list': {
      const items = value === undefined ? [] : childrenNamed(value, 'Element');
      const named = items.map((item, index) => {
        const text = childNamed(item, 'Data')?.text ?? '';
        return [childNamed(item, 'Name')?.text ?? (write.numbered === true ? String(index + 1) : text), text] as const;
      });
      return { kind: 'list', names: named, additive: childText(element, 'Additive') === 'true' };
    }
  }
}
