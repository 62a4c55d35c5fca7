// What is said about a statement of a group policy text under the mouse: a registry value as in a .reg file, a user right with the accounts
// behind its identifiers. Offsets are of the text the entries were read from; anything else of a policy is silent.

import type { Entry, RegistryEntry, UserRightEntry } from '../formats/entry';
import { placesOf, setsValue } from '../formats/entryObservations';
import { message, type Message } from '../messages/message';
import { findPrincipal, findSetting, findUserRight } from '../rdp/lookup';
import type { ValueData } from '../registry/valueData';
import { dataText } from './dataText';
import type { Hover } from './hover';
import { meaningOf, settingFacts } from './settingFacts';

function storedBy(entry: RegistryEntry): ValueData | undefined {
  return entry.type === undefined || !setsValue(entry) ? undefined : { type: entry.type, bytes: entry.data };
}

function dataLine(entry: RegistryEntry): Message | undefined {
  const stored = storedBy(entry);
  if (stored !== undefined) return dataText(stored);
  return entry.action === 'deleteValue' ? message('hover.deletesValue') : undefined;
}

function registryHover(entry: RegistryEntry): Hover | undefined {
  const { evidence } = entry;
  const [place] = placesOf(entry);
  const data = dataLine(entry);
  const known = place === undefined ? undefined : findSetting(place);
  if (known === undefined || place === undefined) return data === undefined ? undefined : { range: evidence.range, heading: entry.name, data, facts: [] };
  const stored = storedBy(entry);
  const meaning = stored === undefined ? undefined : meaningOf(known, stored);
  return {
    range: evidence.range,
    heading: `${place.name}: ${known.setting.title}`,
    data,
    facts: [
      ...(meaning === undefined ? [] : [meaning]),
      ...(known.listener === undefined ? [] : [message('key.listener', known.listener)]),
      ...settingFacts(known),
    ],
  };
}

function rightHover({ right, principals, evidence }: UserRightEntry): Hover {
  const known = findUserRight(right);
  const named = principals.flatMap(({ sid }) => {
    const name = sid === undefined ? undefined : findPrincipal(sid)?.name;
    return sid === undefined || name === undefined ? [] : [message('data.plain', sid, name)];
  });
  return { range: evidence.range, heading: known === undefined ? right : `${right}: ${known.title}`, data: undefined, facts: [...named, ...(known === undefined ? [] : [message('setting.trap', known.note)])] };
}

/** Total: any offset. */
export function policyHoverAt(entries: readonly Entry[], offset: number): Hover | undefined {
  const entry = entries.find(({ evidence: { range } }) => range.start <= offset && offset <= range.end);
  if (entry?.kind === 'registry') return registryHover(entry);
  return entry?.kind === 'userRight' ? rightHover(entry) : undefined;
}
