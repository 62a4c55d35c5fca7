// The values a source sets, by the key they are set in, for keys that a rule asks for: rules about a key look at all its values at
// once. Keys are told apart as spelled, case aside, because such rules are about the spelling.

import type { Observation, ValueSet } from '../../registry/observation';
import { keyText, type RegistryKey } from '../../registry/place';

export interface KeyGroup<T> {
  readonly key: RegistryKey;
  readonly about: T;
  /** The key lines, in spellings that have them. */
  readonly named: readonly Observation[];
  readonly sets: readonly ValueSet[];
}

interface Growing {
  readonly named: Observation[];
  readonly sets: ValueSet[];
}

/** The groups in the order of their first mention. `choose` answers once per key; undefined leaves the key out. */
export function keyGroups<T>(
  observations: readonly Observation[],
  choose: (key: RegistryKey) => T | undefined,
): readonly KeyGroup<T>[] {
  const groups: (KeyGroup<T> & Growing)[] = [];
  const byText = new Map<string, Growing | undefined>();
  const byKey = new Map<RegistryKey, Growing | undefined>(); // formats share one object among the values of a key
  const groupOf = (key: RegistryKey): Growing | undefined => {
    if (byKey.has(key)) return byKey.get(key);
    const text = keyText(key).toLowerCase();
    if (!byText.has(text)) {
      const about = choose(key);
      const group = about === undefined ? undefined : { key, about, named: [], sets: [] };
      if (group !== undefined) groups.push(group);
      byText.set(text, group);
    }
    const found = byText.get(text);
    byKey.set(key, found);
    return found;
  };
  for (const observation of observations) {
    if (observation.kind === 'set') groupOf(observation.place.key)?.sets.push(observation);
    else if (observation.kind === 'keyNamed') groupOf(observation.key)?.named.push(observation);
  }
  return groups;
}
