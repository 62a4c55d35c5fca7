// Files of every XML format of group policy, cut after every byte and with bytes exchanged: read without an error of ours, with entries
// that the whole file has too, and with a fault where the file is not whole.

import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readGppRegistry } from '../../../../src/core/formats/gppRegistry';
import { readPolicyRules } from '../../../../src/core/formats/policyRules';
import { readGpoReport } from '../../../../src/core/formats/report/gpoReport';
import { readRsop } from '../../../../src/core/formats/report/rsop';
import type { SourceReading } from '../../../../src/core/formats/source';
import { decodeText } from '../../../../src/core/text/decode';
import { FIXTURES } from '../../../places';

const files = [
  ['RDP062/good-items.xml', readGppRegistry],
  ['RDP062/good-rules.xml', readPolicyRules],
  ['RDP065/good-choice.xml', readGpoReport],
  ['RDP066/good-both.xml', readRsop],
] as const;

const told = ({ entries }: SourceReading): readonly string[] => entries.map(({ evidence, ...entry }) => JSON.stringify([entry, evidence.range]));

for (const [name, reader] of files) {
  const bytes = readFileSync(join(FIXTURES, 'rules', ...name.split('/')));
  const read = (cut: Uint8Array): SourceReading => {
    const { text, seen } = decodeText(cut);
    return reader(text, name, seen);
  };
  const whole = told(read(bytes));

  describe(`${name}, not as it was written`, function () {
    this.timeout(60_000);

    it('is read up to where it is cut, and the cut is told', () => {
      const end = decodeText(bytes).text.trimEnd().length;
      for (let length = 3; length < bytes.length; length++) {
        const cut = bytes.subarray(0, length);
        const reading = read(cut);
        deepEqual(told(reading), whole.slice(0, reading.entries.length), String(length));
        if (decodeText(cut).text.length < end) ok(reading.faults.some(({ kind }) => kind === 'xmlDamaged'), String(length));
      }
    });

    it('is read to some end with any bytes exchanged', () => {
      const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }));
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
          const other = Uint8Array.from(bytes);
          for (const [at, byte] of changes) other[at] = byte;
          const { text } = decodeText(other);
          const { entries, faults } = read(other);
          for (const { evidence: { range } } of [...entries, ...faults]) ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
        }),
        { seed: 20_260_305, numRuns: 400 },
      );
    });
  });
}
