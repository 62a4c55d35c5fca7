// What is left when a source has been carried out from top to bottom: the last assignment of a place wins, deletions of values and of
// whole keys count. A rule about a setting asks this, because an overwritten line does nothing (RDP024 speaks of that). Places are the
// same only as spelled, case aside: what ControlSet001 says does not overwrite what CurrentControlSet says.

import type { Observation, ValueSet } from '../registry/observation';
import { keyText, type Place, type RegistryKey } from '../registry/place';

/** Those of the `wanted` values that are still there after the last observation, in the order in which they got their data. */
export function finalState(observations: readonly Observation[], wanted: ReadonlySet<ValueSet>): readonly ValueSet[] {
  const standing = new Standing();
  if (wanted.size === 0) return [];
  for (const observation of observations) {
    switch (observation.kind) {
      case 'set':
        if (wanted.has(observation)) standing.set(observation);
        break;
      case 'valueDeleted':
      case 'valueAbsent':
        standing.deleteValue(observation.place);
        break;
      case 'keyDeleted':
        standing.deleteKey(observation.key);
        break;
      case 'keyNamed':
        break;
    }
  }
  return standing.values();
}

class Standing {
  private readonly byPlace = new Map<string, { readonly key: string; readonly value: ValueSet }>();
  /** The keys that hold a value, and all above them: the deletion of any other key is no business of ours. */
  private readonly keys = new Set<string>();

  set(value: ValueSet): void {
    const key = spelledKey(value.place.key);
    const place = spelledPlace(key, value.place);
    this.byPlace.delete(place); // so that a place moves to the position of its last assignment
    this.byPlace.set(place, { key, value });
    for (let above = key; !this.keys.has(above); above = above.slice(0, Math.max(0, above.lastIndexOf('\\')))) this.keys.add(above);
  }

  deleteValue(place: Place): void {
    if (this.byPlace.size > 0) this.byPlace.delete(spelledPlace(spelledKey(place.key), place));
  }

  deleteKey(deleted: RegistryKey): void {
    const gone = spelledKey(deleted);
    if (!this.keys.has(gone)) return;
    for (const [place, { key }] of this.byPlace) {
      if (key === gone || key.startsWith(`${gone}\\`)) this.byPlace.delete(place);
    }
  }

  values(): readonly ValueSet[] {
    return [...this.byPlace.values()].map(({ value }) => value);
  }
}

function spelledKey(key: RegistryKey): string {
  return keyText(key).toLowerCase();
}

function spelledPlace(key: string, { name }: Place): string {
  return `${key}\n${name.toLowerCase()}`;
}
