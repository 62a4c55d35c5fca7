// One item of the preference "Registry", as it stands in Registry.xml of a GPO and, under other namespaces, in reports. Follows
// MS-GPPREF 2.2.1.12: create (only where there is none yet), replace, update, delete; a name that is empty is the key itself unless the item is marked as
// the default value. Item-level targeting is not evaluated: the item is read as if it applied.

import { findHive } from '../registry/hives';
import type { DocumentId, Evidence } from '../registry/observation';
import { valueType } from '../registry/valueData';
import type { RegistryAction, RegistryEntry, Winner } from './entry';
import { entryHiveOf } from './entryHive';
import type { Fault } from './fault';
import { preferenceData, typeNamed } from './registryText';
import { childNamed, childrenNamed, type XmlAttribute, type XmlElement, type XmlHead } from './xml/element';
import { xmlFault } from './xml/xmlFaults';

type Verb = 'C' | 'R' | 'U' | 'D';

/** Whether the item, or the folder, is switched off. */
export function isSwitchedOff({ attributes }: XmlHead): boolean {
  return attributes.get('disabled')?.value === '1';
}

export interface ItemContext {
  readonly document: DocumentId;
  /** Something above the item is switched off. */
  readonly disabled: boolean;
  readonly winner?: Winner;
  readonly faults: Fault[];
}

/** What the item does to the registry: nothing where it cannot be read, which is a fault of the context. */
export function readGppItem(item: XmlElement, { document, disabled, winner, faults }: ItemContext): readonly RegistryEntry[] {
  const properties = childNamed(item, 'Properties');
  if (properties === undefined) return [];
  const told = (name: string): string => properties.attributes.get(name)?.value ?? '';
  const unreadable = (what: string, attribute: XmlAttribute | undefined, shown = attribute?.value ?? ''): readonly RegistryEntry[] => {
    faults.push(xmlFault(document, 'itemUnreadable', attribute?.range ?? properties.startTag, [what, shown], { certainty: 'assumed' }));
    return [];
  };
  const root = findHive(told('hive').trim());
  const hive = root === undefined ? undefined : entryHiveOf(root);
  if (hive === undefined) return unreadable('hive', properties.attributes.get('hive'));
  const verb = verbOf(told('action'));
  if (verb === undefined) return unreadable('action', properties.attributes.get('action'));
  const key = told('key').replace(/^\\+|\\+$/g, '');
  if (key === '') return unreadable('key', properties.attributes.get('key'));

  const name = told('default') === '1' ? '' : told('name');
  const isKey = told('default') !== '1' && name === '';
  const evidence = evidenceOf(document, properties);
  const off = disabled || isSwitchedOff(item);
  const entry = (action: RegistryAction, type?: number, data: Uint8Array = new Uint8Array()): RegistryEntry => ({
    kind: 'registry', hive, key, name, type, data, action, evidence,
    ...(off ? { disabled: true } : {}),
    ...(winner === undefined ? {} : { winner }),
  });
  if (isKey) return keyActions[verb].map((action) => entry(action));
  if (verb === 'D') return [entry('deleteValue')];

  const type = typeNamed(told('type'));
  if (type === undefined) return unreadable('type', properties.attributes.get('type'));
  const values = childNamed(properties, 'Values');
  const data = preferenceData(type, told('value'), values === undefined ? undefined : childrenNamed(values, 'Value').map(({ text }) => text));
  if (data === undefined) return unreadable('data', properties.attributes.get('value'));
  const looksLike = decimalTrap(type, told('value'), told('displayDecimal'));
  const written = properties.attributes.get('value');
  if (looksLike !== undefined && written !== undefined) {
    faults.push(xmlFault(document, 'preferenceRadix', written.range, [written.value, Number.parseInt(written.value, 16), looksLike], { certainty: 'assumed' }));
  }
  return [entry(verb === 'C' ? 'soft' : 'set', type, data.bytes)];
}

/** Replacing a key empties it. */
const keyActions: Readonly<Record<Verb, readonly RegistryAction[]>> = { C: ['createKey'], U: ['createKey'], R: ['deleteKey', 'createKey'], D: ['deleteKey'] };

/** Update is what is meant where no action is given. */
function verbOf(action: string): Verb | undefined {
  const verb = action.trim().toUpperCase();
  return verb === '' ? 'U' : verb === 'C' || verb === 'R' || verb === 'U' || verb === 'D' ? verb : undefined;
}

/** The editor writes eight hexadecimal digits; fewer, all of them decimal, in an item shown as decimal, were written by a person. */
function decimalTrap(type: number, value: string, displayDecimal: string): number | undefined {
  if (type !== valueType.dword || displayDecimal !== '1' || !/^\d{2,7}$/.test(value)) return undefined;
  const decimal = Number.parseInt(value, 10);
  return decimal === Number.parseInt(value, 16) ? undefined : decimal;
}

function evidenceOf(document: DocumentId, { startTag, attributes }: XmlElement): Evidence {
  const nameRange = attributes.get('name')?.range;
  const dataRange = attributes.get('value')?.range;
  return { document, range: startTag, ...(nameRange === undefined ? {} : { nameRange }), ...(dataRange === undefined ? {} : { dataRange }) };
}
