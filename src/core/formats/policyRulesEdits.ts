// A remedy, spelled as edits of a file of Policy Analyzer: the elements inside the rule at an offset, or the rule as a whole. Lines of security
// templates in such a file are left alone. Source: files made by Policy Analyzer.

import { keyIdentity, type RegistryKey } from '../registry/place';
import { valueType, type ValueData } from '../registry/valueData';
import type { RemedyAction } from '../remedies/remedy';
import type { TextEdit } from '../text/edits';
import type { RegistryEntry } from './entry';
import { concernsValue, isAtPlace, keyOfEntry, setsValue } from './entryObservations';
import { policyRuleItems } from './policyRules';
import { isUnspeakableKey, nameOfType, ruleText, typeNamed } from './registryText';
import { childNamed, childText, type XmlElement } from './xml/element';
import { wholeElement, writtenText } from './xml/written';

interface Item {
  readonly element: XmlElement;
  readonly entry: RegistryEntry;
}

/** The edits for one action on the rule at `offset`; undefined where it cannot be said there. `items` are those of the text. */
export function spellPolicyRuleAction(text: string, offset: number, action: RemedyAction, items: readonly Item[] = policyRuleItems(text)): readonly TextEdit[] | undefined {
  if (action.kind === 'editText') return action.edits;
  // Where one ends, the next one may begin.
  const item = items.findLast(({ element: { range } }) => range.start <= offset && offset <= range.end);
  if (item === undefined) return undefined;
  const { element, entry } = item;
  switch (action.kind) {
    case 'setValue':
      return setsValue(entry) && isAtPlace(entry, action.place) && !createsKey(action) ? setData(element, action.data) : undefined;
    case 'deleteValue':
      return setsValue(entry) && isAtPlace(entry, action.place) ? deleteValue(element, entry.name) : undefined;
    case 'renameValue':
      return isAtPlace(entry, action.from) ? renameValue(element, entry, action.to) : undefined;
    case 'renameKey':
      return renameKey(items, action.from, action.to);
    case 'removeStatement':
      return [{ range: wholeElement(text, element.range), newText: '' }];
    case 'changeRight':
      return undefined;
  }
}

/** An element that closes itself has no content that could be replaced. */
function setPart(element: XmlElement, name: string, value: string): readonly TextEdit[] | undefined {
  const part = childNamed(element, name);
  const newText = writtenText(value);
  if (part === undefined || newText === undefined || part.content.end >= part.range.end) return undefined;
  return [{ range: part.content, newText }];
}

/** No name, no type and no data: the key, and nothing in it. */
function createsKey({ place, data }: Extract<RemedyAction, { kind: 'setValue' }>): boolean {
  return place.name === '' && data.type === valueType.none && data.bytes.length === 0;
}

function setData(element: XmlElement, data: ValueData): readonly TextEdit[] | undefined {
  const [text, name] = [ruleText(data), nameOfType(data.type)];
  if (text === undefined || name === undefined) return undefined;
  const type = typeNamed(childText(element, 'RegType')) === data.type ? [] : setPart(element, 'RegType', name);
  const value = setPart(element, 'RegData', text);
  return type === undefined || value === undefined ? undefined : [...type, ...value];
}

/** A prefix of the name says what is done with the value, and stays. */
function renameValue(element: XmlElement, { action, name }: RegistryEntry, to: string): readonly TextEdit[] | undefined {
  const spelled = childNamed(element, 'Value')?.text ?? '';
  if (!concernsValue(action) || to.startsWith('**')) return undefined;
  const prefix = spelled.startsWith('**') ? spelled.slice(0, spelled.length - name.length) : '';
  return setPart(element, 'Value', prefix + to);
}

/** As a registry.pol says it: a name that means the removal of another, with a text of one blank. */
function deleteValue(element: XmlElement, name: string): readonly TextEdit[] | undefined {
  const parts = [setPart(element, 'Value', `**del.${name}`), setPart(element, 'RegType', nameOfType(valueType.sz) ?? ''), setPart(element, 'RegData', ' ')];
  return parts.includes(undefined) ? undefined : parts.flatMap((edits) => edits ?? []);
}

/** Every rule under the key: what was one key stays one. */
function renameKey(items: readonly Item[], from: RegistryKey, to: RegistryKey): readonly TextEdit[] | undefined {
  if (from.hive !== to.hive || isUnspeakableKey(to)) return undefined;
  const edits = items.filter(({ entry }) => keyIdentity(keyOfEntry(entry)) === keyIdentity(from)).map(({ element }) => setPart(element, 'Key', to.path));
  return edits.length === 0 || edits.includes(undefined) ? undefined : edits.flatMap((edit) => edit ?? []);
}
