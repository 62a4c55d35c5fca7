// What a text of group policy does to Remote Desktop, in one line: the known settings and rights it writes, the last word on each.

import type { Entry } from '../formats/entry';
import { placesOf } from '../formats/entryObservations';
import { message } from '../messages/message';
import { services } from '../rdp/facts/serviceFacts';
import { findSetting, findUserRight } from '../rdp/lookup';
import { keyText } from '../registry/place';
import { plainDataText } from './dataText';
import { dataOfEntry, principalName } from './policyLanguage';
import type { Summary } from './summary';

const SHOWN = 4;
/** The count of findings stands behind it on the same line. */
const LONGEST = 120;
const NOTHING = '-';

/** What is said, by what it is said about. */
function sayings(entry: Entry): readonly (readonly [string, string])[] {
  if (entry.disabled === true) return [];
  switch (entry.kind) {
    case 'registry': {
      const data = dataOfEntry(entry);
      const says = data === undefined ? NOTHING : (plainDataText(data) ?? String(data.bytes.length));
      if (data === undefined && !entry.action.startsWith('deleteValue')) return [];
      return placesOf(entry)
        .filter((place) => findSetting(place) !== undefined)
        .map(({ key, name }) => [`${keyText(key)}\n${name}`.toLowerCase(), `${name} = ${says}`]);
    }
    case 'userRight':
      return findUserRight(entry.right) === undefined ? [] : [[entry.right.toLowerCase(), `${entry.right} = ${entry.principals.map(principalName).join(', ') || NOTHING}`]];
    case 'service':
      return entry.startMode === undefined || !services.some(({ name }) => name.toLowerCase() === entry.name.toLowerCase())
        ? []
        : [[`service ${entry.name.toLowerCase()}`, `${entry.name} = ${String(entry.startMode)}`]];
    case 'groupMember':
    case 'firewallRule':
    case 'policy':
      return [];
  }
}

/** Undefined for a text without an entry. */
export function policySummary(entries: readonly Entry[]): Summary | undefined {
  const [first] = entries;
  if (first === undefined) return undefined;
  const written = new Map(entries.flatMap(sayings));
  const all = [...written.values()];
  const at = first.evidence.range;
  if (all.length === 0) return { at, says: message('lens.nothing') };
  let count = 1;
  while (count < SHOWN && all.slice(0, count + 1).join(', ').length <= LONGEST) count++;
  const shown = all.slice(0, count).join(', ');
  return { at, says: message('lens.settings', all.length, all.length > count ? `${shown}, …` : shown) };
}
