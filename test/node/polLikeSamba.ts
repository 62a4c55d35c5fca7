// Our reader of registry.pol beside Samba's, an independent one: the same records of the same bytes, and no file that Samba rejects for its
// structure is one we find whole.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { readRegistryPol } from '../../src/core/formats/registryPol/reading';
import { readRecords, type PolRecord } from '../../src/core/formats/registryPol/records';
import { writeRegistryPol } from '../../src/core/formats/registryPol/writer';
import { hexText, textOf } from '../../src/core/registry/valueData';
import { goodEntries } from '../fuzz/polEntries';
import { needs } from '../needs';
import { ROOT } from '../places';

interface SambaEntry {
  readonly key: string;
  readonly name: string;
  readonly type: number;
  readonly size: number;
  readonly number?: number;
  readonly text?: string;
  readonly hex?: string;
}

type SambaAnswer = { readonly entries: readonly SambaEntry[]; readonly same: boolean } | { readonly rejected: string };

function askSamba(files: readonly Uint8Array[]): readonly SambaAnswer[] {
  const input = files.map((bytes) => `${hexText(bytes)}\n`).join('');
  const output = execFileSync('/usr/bin/python3', [join(ROOT, 'test/lab/sambaPreg.py')], { input, maxBuffer: 1_000_000_000, encoding: 'utf8' });
  return output.trimEnd().split('\n').map((line) => JSON.parse(line) as SambaAnswer);
}

/** A record in Samba's words: it tells numbers as numbers and texts without their NUL. */
function asSambaTells({ key, name, type, data }: PolRecord): SambaEntry {
  const base = { key, name, type, size: data.length };
  const text = textOf({ type, bytes: data });
  if (text !== undefined) return { ...base, text };
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (type === 4) return { ...base, number: view.getUint32(0, true) };
  if (type === 5) return { ...base, number: view.getUint32(0, false) };
  if (type === 11) return { ...base, number: Number(view.getBigUint64(0, true)) };
  return { ...base, hex: hexText(data) };
}

/** One byte is another, or the end is missing. */
const damage = fc.record({ at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), byte: fc.integer({ min: 0, max: 127 }), cut: fc.boolean() });

function damaged(bytes: Uint8Array, { at, byte, cut }: { readonly at: number; readonly byte: number; readonly cut: boolean }): Uint8Array {
  const index = Math.floor(at * bytes.length);
  return cut ? bytes.slice(0, index) : bytes.map((old, other) => (other === index ? byte : old));
}

export function polLikeSamba(count: number, seed: number): void {
  describe(`registry.pol beside Samba's reader (seed ${String(seed)}, ${String(count)} files)`, function () {
    this.timeout(60_000 + 60 * count);

    it('says the same entries of the same bytes', function () {
      needs(this, 'samba');
      const files = fc.sample(goodEntries, { numRuns: count, seed }).map(writeRegistryPol);
      const answers = askSamba(files);
      equal(answers.length, count);
      files.forEach((bytes, index) => {
        const answer = answers[index];
        ok(answer !== undefined && 'entries' in answer, `${hexText(bytes)} ${JSON.stringify(answer)}`);
        const { records, damages } = readRecords(bytes);
        deepEqual([records.map(asSambaTells), damages], [answer.entries, []], hexText(bytes));
        ok(answer.same);
      });
    });

    it('finds damage in every file whose structure Samba rejects', function () {
      needs(this, 'samba');
      const pairs = fc.sample(fc.tuple(goodEntries, damage), { numRuns: count, seed });
      const files = pairs.map(([entries, where]) => damaged(writeRegistryPol(entries), where));
      const answers = askSamba(files);
      const missed = files.filter((bytes, index) => {
        const answer = answers[index];
        return answer !== undefined && 'rejected' in answer && readRegistryPol(bytes, 'a.pol', 'machine').faults.length === 0;
      });
      deepEqual(missed.map(hexText), []);
      ok(answers.filter((answer) => 'rejected' in answer).length > count / 10, 'Samba rejects a part of them');
    });
  });
}
