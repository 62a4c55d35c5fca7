// Reads what the collector printed. Strict as for a file (readSnapshot.ts), but for one thing: a section that is not what it must be becomes
// a reason, and the others still speak. A Windows nobody tried may answer one question in a way nobody foresaw.

import { parsedJson, readValue, type SnapshotReading } from './readSnapshot';
import type { Section } from './snapshot';

const DETAIL = 'the collector answered in a shape that is not known';

/** Where no section is what it must be, that is no snapshot. */
export function readCollected(bytes: Uint8Array): SnapshotReading {
  const value = parsedJson(bytes);
  if (value === undefined) return { ok: false, fault: { kind: 'notJson' } };
  const reading = mended(value);
  if (!reading.ok) return reading;
  const sections: readonly Section<unknown>[] = Object.values(reading.snapshot.sections);
  return sections.every((section) => 'failure' in section && section.failure.detail === DETAIL) ? readValue(value) : reading;
}

function mended(value: unknown): SnapshotReading {
  const reading = readValue(value);
  if (reading.ok || reading.fault.kind !== 'damaged') return reading;
  const name = sectionAt(reading.fault.at);
  const without = name === undefined ? undefined : withReason(value, name);
  // A reason is always read, so a section comes here once at most.
  return without === undefined ? reading : mended(without);
}

function sectionAt(path: string): string | undefined {
  return /^sections\.([A-Za-z]+)$/.exec(path)?.[1];
}

function withReason(value: unknown, name: string): unknown {
  if (!isRecord(value) || !isRecord(value['sections'])) return undefined;
  return { ...value, sections: { ...value['sections'], [name]: { ms: 0, failure: { reason: 'failed', detail: DETAIL } } } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
