// Snapshots that are a healthy server's with something changed: any leaf, any entry of a list, any order. Still snapshots.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readSnapshot } from '../../../src/core/snapshot/readSnapshot';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { FIXTURES } from '../../places';

export function snapshotOf(value: unknown): Snapshot {
  const reading = readSnapshot(new TextEncoder().encode(JSON.stringify(value)));
  if (!reading.ok) throw new Error(JSON.stringify(reading.fault));
  return reading.snapshot;
}

export const healthy: Snapshot = snapshotOf(JSON.parse(readFileSync(join(FIXTURES, 'snapshots', 'session-host-2022.rdpsnapshot.json'), 'utf8')));

type Json = Record<string, unknown> | unknown[];

/** A copy of the healthy snapshot, changed in place by `change`, and still a snapshot. */
export function changed(change: (sections: Record<string, { data: Record<string, unknown>; unseen: unknown[] }>) => void): Snapshot {
  const copy = structuredClone(healthy) as unknown as { sections: Record<string, { data: Record<string, unknown>; unseen: unknown[] }> };
  change(copy.sections);
  return snapshotOf(copy);
}

export function withSection(name: string, section: unknown): Snapshot {
  return snapshotOf({ ...healthy, sections: { ...healthy.sections, [name]: section } });
}

interface Step {
  readonly where: number;
  readonly kind: 'drop' | 'double' | 'change' | 'turn';
  readonly text: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  where: fc.nat(100_000),
  kind: fc.constantFrom('drop', 'double', 'change', 'turn'),
  text: fc.string({ maxLength: 12, unit: 'grapheme' }),
});

/** What cannot be read any more after a step is left as it was. */
export const anySnapshot: fc.Arbitrary<Snapshot> = fc.array(step, { maxLength: 12 }).map((steps) => steps.reduce(applied, healthy));

function applied(snapshot: Snapshot, { where, kind, text }: Step): Snapshot {
  const copy = structuredClone(snapshot);
  const places = placesIn(copy.sections as unknown as Json);
  const place = places[where % places.length];
  if (place === undefined) return snapshot;
  const { holder, at } = place;
  const value: unknown = Array.isArray(holder) ? holder[Number(at)] : holder[at];
  if (kind === 'turn' && Array.isArray(value)) value.reverse();
  else if (kind === 'change' && typeof value === 'string') put(holder, at, /^[\da-f]*$/.test(value) ? 'ff00' : text);
  else if (kind === 'change' && typeof value === 'number') put(holder, at, value + 1);
  else if (kind === 'change' && typeof value === 'boolean') put(holder, at, !value);
  else if (kind === 'drop' && Array.isArray(holder)) holder.splice(Number(at), 1);
  else if (kind === 'double' && Array.isArray(holder)) holder.push(structuredClone(value));
  else put(holder, at, null);
  try {
    return snapshotOf(copy);
  } catch {
    return snapshot; // the step made something else of it
  }
}

function put(holder: Json, at: string, value: unknown): void {
  if (Array.isArray(holder)) holder[Number(at)] = value;
  else holder[at] = value;
}

function placesIn(holder: Json): readonly { readonly holder: Json; readonly at: string }[] {
  return Object.entries(holder).flatMap(([at, value]) => [
    { holder, at },
    ...(typeof value === 'object' && value !== null ? placesIn(value as Json) : []),
  ]);
}
