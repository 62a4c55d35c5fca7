// What the table of settings says about the values that a line of a report names, as Windows spells them. Where several settings have a
// name, the line says by its title which is meant; where it does not, it is the listener's, and else nothing is said.

import type { KnownPlace } from '../rdp/lookup';
import { once } from '../rdp/once';
import { allSettings, policyPlaces } from '../rdp/settingTable';
import { settingFacts, type Fact, type Known } from './settingFacts';

export interface SettingNote {
  /** Offsets in the line. */
  readonly start: number;
  readonly end: number;
  readonly heading: string;
  readonly facts: readonly Fact[];
}

const byName = once((): ReadonlyMap<string, readonly Known[]> => {
  const found = new Map<string, Known[]>();
  const add = (name: string, known: Known): void => {
    const key = name.toLowerCase();
    const others = found.get(key) ?? [];
    // A policy twin of the same name is told with the setting itself.
    if (!others.some(({ setting }) => setting.id === known.setting.id)) found.set(key, [...others, known]);
  };
  const sideOf = (path: string): KnownPlace['side'] => (/^software\\policies\\/i.test(path) ? 'policy' : 'local');
  for (const setting of allSettings()) add(setting.place.name, { setting, side: sideOf(setting.place.path), domain: setting.domain, policies: [] });
  for (const { setting, twin, writtenBy } of policyPlaces()) add(twin.name, { setting, side: 'policy', domain: twin.domain, policies: writtenBy });
  return found;
});

function meantIn(line: string, name: string): Known | undefined {
  const all = byName().get(name.toLowerCase()) ?? [];
  if (all.length < 2) return all[0];
  return all.find(({ setting }) => line.includes(setting.title)) ?? all.find(({ setting }) => setting.place.path.includes('{listener}'));
}

/** In the order of the line; each setting once. */
export function settingNotes(line: string): readonly SettingNote[] {
  const told = new Set<string>();
  return [...line.matchAll(/[A-Za-z][\w-]*/g)].flatMap(({ index, 0: name }) => {
    const known = meantIn(line, name);
    // A word of a sentence can be the name of a value in another case: Windows' own spelling is the value.
    if (known === undefined || told.has(known.setting.id) || ![known.setting.place.name, known.setting.policy?.name].includes(name)) return [];
    told.add(known.setting.id);
    return [{ start: index, end: index + name.length, heading: `${name}: ${known.setting.title}`, facts: settingFacts(known) }];
  });
}
