// A remedy, spelled as edits of the Registry.xml of a group policy preference: attributes of the item at an offset, or the item as a whole. What
// an item of this kind has no attribute for (a list, a type by number) gives no edit, and no item is ever added: where and for whom a new one
// would apply is told by more than its value.

import { keyIdentity, type Place, type RegistryKey } from '../registry/place';
import type { ValueData } from '../registry/valueData';
import type { RemedyAction } from '../remedies/remedy';
import type { TextEdit } from '../text/edits';
import type { RegistryEntry } from './entry';
import { concernsValue, isAtPlace, keyOfEntry, setsValue } from './entryObservations';
import { gppItems } from './gppRegistry';
import { isUnspeakableKey, nameOfType, preferenceText, typeNamed } from './registryText';
import { childNamed, type XmlElement } from './xml/element';
import { wholeElement, writtenText } from './xml/written';

interface Item {
  readonly element: XmlElement;
  readonly properties: XmlElement;
  readonly entries: readonly RegistryEntry[];
}

/** What edits of the text need of it, read once for all of them. */
export function preferenceItems(text: string): readonly Item[] {
  return gppItems(text).flatMap(({ element, entries }): readonly Item[] => {
    const properties = childNamed(element, 'Properties');
    return properties === undefined ? [] : [{ element, properties, entries }];
  });
}

/** The edits for one action on the item at `offset`; undefined where it cannot be said there. */
export function spellPreferenceAction(text: string, offset: number, action: RemedyAction, items = preferenceItems(text)): readonly TextEdit[] | undefined {
  if (action.kind === 'editText') return action.edits;
  // Where one ends, the next one may begin.
  const item = items.findLast(({ element: { range } }) => range.start <= offset && offset <= range.end);
  if (item === undefined) return undefined;
  switch (action.kind) {
    case 'setValue':
      return sets(item, action.place) ? setData(item, action.data) : undefined;
    case 'deleteValue':
      return sets(item, action.place) ? setAttribute(item, 'action', 'D') : undefined;
    case 'renameValue':
      return renameValue(item, action.from, action.to);
    case 'renameKey':
      return renameKey(items, action.from, action.to);
    case 'removeStatement':
      return [{ range: wholeElement(text, item.element.range), newText: '' }];
    case 'changeRight':
      return undefined;
  }
}

const sets = ({ entries }: Item, place: Place): boolean => entries.some((entry) => setsValue(entry) && isAtPlace(entry, place));

function setAttribute({ properties }: Item, name: string, value: string): readonly TextEdit[] | undefined {
  const attribute = properties.attributes.get(name);
  const newText = writtenText(value);
  return attribute === undefined || newText === undefined ? undefined : [{ range: attribute.range, newText }];
}

/** Without a name an item would be about the key, and the default value is marked as such whatever its name. */
function renameValue(item: Item, from: Place, to: string): readonly TextEdit[] | undefined {
  const isMeant = item.entries.some((entry) => concernsValue(entry.action) && isAtPlace(entry, from));
  return !isMeant || from.name === '' || to === '' ? undefined : setAttribute(item, 'name', to);
}

function setData(item: Item, data: ValueData): readonly TextEdit[] | undefined {
  const { attributes } = item.properties;
  const [text, name] = [preferenceText(data), nameOfType(data.type)];
  // Items of a list stand inside, and would be left over.
  if (text === undefined || name === undefined || childNamed(item.properties, 'Values') !== undefined) return undefined;
  const value = setAttribute(item, 'value', text);
  const sameType = typeNamed(attributes.get('type')?.value ?? '') === data.type;
  const type = sameType ? [] : setAttribute(item, 'type', name);
  return value === undefined || type === undefined ? undefined : [...type, ...value];
}

/** Every item under the key: what was one key stays one. */
function renameKey(items: readonly Item[], from: RegistryKey, to: RegistryKey): readonly TextEdit[] | undefined {
  if (from.hive !== to.hive || isUnspeakableKey(to)) return undefined;
  const meant = items.filter(({ entries }) => entries.some((entry) => keyIdentity(keyOfEntry(entry)) === keyIdentity(from)));
  const edits = meant.map((item) => setAttribute(item, 'key', to.path));
  return edits.length === 0 || edits.includes(undefined) ? undefined : edits.flatMap((edit) => edit ?? []);
}
