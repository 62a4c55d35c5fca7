// Registry.xml of a group policy preference: items in folders. Follows MS-GPPREF 2.2.1.12 and files of real GPOs. It does not evaluate
// item-level targeting and does not expand the variables of preferences.

import type { DocumentId } from '../registry/observation';
import type { TextEncodingSeen } from '../text/decode';
import type { RegistryEntry } from './entry';
import type { Fault } from './fault';
import { isSwitchedOff, readGppItem } from './gppItem';
import type { SourceReading } from './source';
import type { XmlElement } from './xml/element';
import { readXml, type XmlStop } from './xml/readXml';
import { encodingFaults, stopFault } from './xml/xmlFaults';

interface GppItem {
  readonly element: XmlElement;
  readonly entries: readonly RegistryEntry[];
}

function readItems(text: string, document: DocumentId, faults: Fault[], take: (item: GppItem) => void): XmlStop | undefined {
  return readXml(text, {
    wants: ({ name }, ancestors) => name === 'Registry' && ancestors.length > 0 && ancestors.every(({ name: folder }, depth) => folder === (depth === 0 ? 'RegistrySettings' : 'Collection')),
    take: (element, folders) => {
      take({ element, entries: readGppItem(element, { document, disabled: folders.some(isSwitchedOff), faults }) });
    },
  });
}

/** The items with the elements they are read from, for edits. */
export function gppItems(text: string): readonly GppItem[] {
  const items: GppItem[] = [];
  readItems(text, '', [], (item) => items.push(item));
  return items;
}

/** @param seen how the text was found in its bytes, where that is known */
export function readGppRegistry(text: string, document: DocumentId, seen?: TextEncodingSeen): SourceReading {
  const entries: RegistryEntry[] = [];
  const faults: Fault[] = [...encodingFaults(document, text, seen)];
  const stop = readItems(text, document, faults, (item) => {
    entries.push(...item.entries);
  });
  if (stop !== undefined) faults.push(stopFault(document, stop));
  return { document, entries, faults };
}
