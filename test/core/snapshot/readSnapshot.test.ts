// Reading a snapshot: what the collector writes comes back whole, and whatever else arrives is refused with its reason, never thrown at.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { utf16Bytes } from '../../../src/core/registry/valueData';
import { observationsOf } from '../../../src/core/snapshot/observations';
import { readSnapshot } from '../../../src/core/snapshot/readSnapshot';
import { FIXTURES } from '../../places';

const file = readFileSync(join(FIXTURES, 'snapshots', 'session-host-2022.rdpsnapshot.json'));
const healthy = JSON.parse(file.toString('utf8')) as Record<string, unknown>;
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const faultOf = (bytes: Uint8Array): unknown => {
  const reading = readSnapshot(bytes);
  return reading.ok ? undefined : reading.fault;
};

describe('reading a snapshot', () => {
  it('brings back every field of a healthy server', () => {
    deepEqual(readSnapshot(file), { ok: true, snapshot: healthy });
  });

  it('takes the UTF-16 that PowerShell writes into a file', () => {
    deepEqual(readSnapshot(utf16Bytes(`\ufeff${file.toString('utf8')}`)), { ok: true, snapshot: healthy });
  });

  it('says why it refuses', () => {
    deepEqual(faultOf(file.subarray(0, file.length / 2)), { kind: 'notJson' });
    deepEqual(faultOf(bytesOf({ kind: 'other' })), { kind: 'notSnapshot' });
    deepEqual(faultOf(bytesOf(null)), { kind: 'notSnapshot' });
    deepEqual(faultOf(bytesOf({ ...healthy, schema: 2 })), { kind: 'otherSchema', schema: 2 });
    deepEqual(faultOf(bytesOf({ ...healthy, sections: { ...(healthy['sections'] as object), host: { ms: 1, data: { name: 7 }, unseen: [] } } })), {
      kind: 'damaged',
      at: 'sections.host',
    });
  });

  it('answers to any bytes and any JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.jsonValue().map(bytesOf)), (bytes) => {
        equal(readSnapshot(bytes).ok, false);
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it('answers to a snapshot with any one section replaced, and gives only what it has checked', () => {
    const sections = healthy['sections'] as Record<string, unknown>;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(sections)), fc.jsonValue(), (name, value) => {
        deepEqual(faultOf(bytesOf({ ...healthy, sections: { ...sections, [name]: value } })), { kind: 'damaged', at: `sections.${name}` });
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

describe('the registry of a snapshot', () => {
  const line = (document: string): { document: string; range: { start: number; end: number } } => ({ document, range: { start: 0, end: 1 } });
  const key = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
  const value = { name: 'fDenyTSConnections', type: 4, data: '01000000', length: 4 };

  it('becomes observations, each on the line of its value', () => {
    deepEqual(observationsOf({ keys: [{ key, state: 'present', values: [value] }], listeners: [] }, line), [
      {
        origin: 'live',
        evidence: line(`value:${key}\\fDenyTSConnections`),
        kind: 'set',
        place: { key: { hive: 'HKEY_LOCAL_MACHINE', path: key.slice('HKEY_LOCAL_MACHINE\\'.length) }, name: 'fDenyTSConnections' },
        data: { type: 4, bytes: Uint8Array.of(1, 0, 0, 0) },
      },
    ]);
  });

  it('leaves out what nobody saw: contents that were not taken, keys that are absent, unknown roots', () => {
    const unseen = { ...value, data: null };
    const keys = [
      { key, state: 'present' as const, values: [unseen, { ...value, data: 'abc' }] },
      { key, state: 'absent' as const, values: [value] },
      { key: 'HKEY_NOWHERE\\a', state: 'present' as const, values: [value] },
    ];
    deepEqual(observationsOf({ keys, listeners: [] }, line), []);
  });

  it('of a whole server is observed', () => {
    const reading = readSnapshot(file);
    ok(reading.ok && 'data' in reading.snapshot.sections.registry);
    ok(observationsOf(reading.snapshot.sections.registry.data, line).length > 5);
  });
});
