// The registry section of a snapshot as observations, so that the rules for files serve a running server too. A value whose contents
// were not taken (only its length) is no observation: nothing true can be said about data nobody saw.

import { findHive } from '../registry/hives';
import type { Evidence, Observation } from '../registry/observation';
import type { RegistryKey } from '../registry/place';
import type { ValueData } from '../registry/valueData';
import type { RegistrySeen, RegistryValueSeen } from './registrySeen';

/** `evidence` gives the line of the report for a fact id: `value:<KEY>\<name>` for a value. */
export function observationsOf({ keys }: RegistrySeen, evidence: (factId: string) => Evidence): readonly Observation[] {
  return keys.flatMap(({ key: spelled, state, values }): readonly Observation[] => {
    const key = state === 'present' ? keyOf(spelled) : undefined;
    if (key === undefined) return [];
    return values.flatMap((value): readonly Observation[] => {
      const data = valueDataOf(value);
      if (data === undefined) return [];
      const seen = { origin: 'live', evidence: evidence(`value:${spelled}\\${value.name}`) } as const;
      return [{ ...seen, kind: 'set', place: { key, name: value.name }, data }];
    });
  });
}

function keyOf(spelled: string): RegistryKey | undefined {
  const end = spelled.indexOf('\\');
  const hive = findHive(end < 0 ? spelled : spelled.slice(0, end));
  return hive === undefined ? undefined : { hive, path: end < 0 ? '' : spelled.slice(end + 1) };
}

/** Undefined where only the length was taken, or where the text is not hexadecimal. */
export function valueDataOf({ type, data }: RegistryValueSeen): ValueData | undefined {
  if (data === null || data.length % 2 !== 0 || !/^[\da-f]*$/i.test(data)) return undefined;
  return { type, bytes: Uint8Array.from({ length: data.length / 2 }, (_, i) => Number.parseInt(data.slice(2 * i, 2 * i + 2), 16)) };
}
