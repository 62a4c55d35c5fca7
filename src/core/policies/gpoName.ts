// The display name and the id of a GPO, from what describes a backup of it (bkupInfo.xml) or from the head of a report about it.
// formats.md 5.1 and 7. Of a report about several GPOs it says nothing: its entries name them.

import { childNamed, childText, type XmlElement } from '../formats/xml/element';
import { readXml } from '../formats/xml/readXml';

export interface GpoName {
  readonly name: string;
  /** As spelled, in braces; undefined where the document tells none. */
  readonly guid: string | undefined;
}

/** Names stand at the beginning of both documents. */
const HEAD = 4_096;

/** Whether the file describes a backup and is to be read for its name, by what it is called. */
export function tellsGpoName(path: string): boolean {
  return /(?:^|[\\/])bkupinfo\.xml$/i.test(path);
}

function idOf(identifier: XmlElement): string {
  return childNamed(identifier, 'Identifier')?.text.trim() ?? identifier.text.trim();
}

/** @param text of either document, or its head */
export function gpoNameIn(text: string): GpoName | undefined {
  let name = '';
  let guid = '';
  readXml(text.slice(0, HEAD), {
    wants: (element, ancestors) => {
      const parent = ancestors.at(-1)?.name;
      if (ancestors.length === 0) return element.name === 'BackupInst';
      return ancestors.length === 1 && parent === 'GPO' && (element.name === 'Name' || element.name === 'Identifier');
    },
    take: (element) => {
      if (element.name === 'BackupInst') [name, guid] = [childText(element, 'GPODisplayName'), childText(element, 'GPOGuid')];
      else if (element.name === 'Name') name = element.text.trim();
      else guid = idOf(element);
    },
  });
  return name === '' ? undefined : { name, guid: guid === '' ? undefined : guid };
}
