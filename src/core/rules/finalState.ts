// What is left when a source has been carried out from top to bottom: the last assignment of a place wins, deletions of values and of
// whole keys count. A rule about a setting asks this, because an overwritten line does nothing (RDP024 speaks of that). Places are the
// same only as spelled, case aside: what ControlSet001 says does not overwrite what CurrentControlSet says.

import type { Observation, ValueSet } from '../registry/observation';
import { keyText, type Place, type RegistryKey } from '../registry/place';

/** Those of the `wanted` values that are still there after the last observation, in the order in which they got their data. */
export function finalState(observations: readonly Observation[], wanted: ReadonlySet<ValueSet>): readonly ValueSet[] {
  const standing = new Map<string, ValueSet>();
  if (wanted.size === 0) return [];
  for (const observation of observations) {
    if (observation.kind !== 'set') {
      if (standing.size > 0) remove(standing, observation);
    } else if (wanted.has(observation)) {
      const identity = spelledPlace(observation.place);
      standing.delete(identity); // so that a place moves to the position of its last assignment
      standing.set(identity, observation);
    }
  }
  return [...standing.values()];
}

function remove(standing: Map<string, ValueSet>, observation: Exclude<Observation, ValueSet>): void {
  switch (observation.kind) {
    case 'keyNamed':
      return;
    case 'valueDeleted':
    case 'valueAbsent':
      standing.delete(spelledPlace(observation.place));
      return;
    case 'keyDeleted': {
      const gone = spelledKey(observation.key);
      for (const [identity, value] of standing) {
        const key = spelledKey(value.place.key);
        if (key === gone || key.startsWith(`${gone}\\`)) standing.delete(identity);
      }
    }
  }
}

function spelledKey(key: RegistryKey): string {
  return keyText(key).toLowerCase();
}

function spelledPlace({ key, name }: Place): string {
  return `${spelledKey(key)}\n${name.toLowerCase()}`;
}
