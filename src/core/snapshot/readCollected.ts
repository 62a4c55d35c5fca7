// Reads what the collector printed. Strict as for a file (readSnapshot.ts), but for one thing: a section that is not what it must be becomes
// a reason, and the others still speak. A Windows nobody tried may answer one question in a way nobody foresaw.

import { decodeText } from '../text/decode';
import { readSnapshot, type SnapshotReading } from './readSnapshot';
import type { Section } from './snapshot';

const DETAIL = 'the collector answered in a shape that is not known';

/** Where no section is what it must be, that is no snapshot. */
export function readCollected(bytes: Uint8Array): SnapshotReading {
  const reading = mended(bytes);
  if (!reading.ok) return reading;
  const sections: readonly Section<unknown>[] = Object.values(reading.snapshot.sections);
  return sections.every((section) => 'failure' in section && section.failure.detail === DETAIL) ? readSnapshot(bytes) : reading;
}

function mended(bytes: Uint8Array): SnapshotReading {
  const reading = readSnapshot(bytes);
  if (reading.ok || reading.fault.kind !== 'damaged') return reading;
  const name = sectionAt(reading.fault.at);
  const without = name === undefined ? undefined : withReason(bytes, name);
  if (without === undefined) return reading;
  // A reason is always read, so a section comes here once at most.
  return mended(without);
}

function sectionAt(path: string): string | undefined {
  return /^sections\.([A-Za-z]+)$/.exec(path)?.[1];
}

function withReason(bytes: Uint8Array, name: string): Uint8Array | undefined {
  const value: unknown = JSON.parse(decodeText(bytes).text);
  if (!isRecord(value) || !isRecord(value['sections'])) return undefined;
  const failure = { reason: 'failed', detail: DETAIL };
  const sections = { ...value['sections'], [name]: { ms: 0, failure } };
  return new TextEncoder().encode(JSON.stringify({ ...value, sections }));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
