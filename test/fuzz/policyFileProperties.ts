// What holds for every registry.pol and every LGPO text, whatever is in it.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { detectFormat } from '../../src/core/formats/detect';
import type { Entry, RegistryEntry } from '../../src/core/formats/entry';
import { observationsOf } from '../../src/core/formats/entryObservations';
import { readLgpoText } from '../../src/core/formats/lgpoText/reading';
import { lgpoCanSay, writeLgpoText } from '../../src/core/formats/lgpoText/writer';
import { readRegistryPol } from '../../src/core/formats/registryPol/reading';
import { writeRegistryPol } from '../../src/core/formats/registryPol/writer';
import type { SourceReading } from '../../src/core/formats/source';
import { utf16Text } from '../../src/core/registry/valueData';
import { goodEntries } from './polEntries';
import { SEED } from './regText';

const readPol = (bytes: Uint8Array): SourceReading => readRegistryPol(bytes, 'a.pol', 'machine');
/** What an entry says, wherever it stands. */
const said = (entries: readonly Entry[]): readonly object[] => entries.map(({ evidence: _evidence, ...rest }) => rest);
const registryEntries = (entries: readonly Entry[]): readonly RegistryEntry[] => entries.filter((entry) => entry.kind === 'registry');

/** Every range within the document, entries one after the other and none in another. */
function holdsTogether({ entries, faults }: SourceReading, length: number): void {
  let end = 0;
  for (const { evidence } of entries) {
    ok(evidence.range.start >= end && evidence.range.end > evidence.range.start);
    ({ end } = evidence.range);
    for (const part of [evidence.nameRange, evidence.dataRange]) {
      ok(part === undefined || (part.start >= evidence.range.start && part.end <= evidence.range.end && part.start <= part.end));
    }
  }
  ok(end <= length);
  for (const { evidence } of faults) ok(evidence.range.start >= 0 && evidence.range.start <= evidence.range.end && evidence.range.end <= length);
}

const units = fc.constantFrom('[', ';', ']', '\0', 'a', '][', 'Software\0;', ';\x04\0;\x04\0;\x01\0]', '**del.');
const lines = fc.constantFrom('Computer', 'User', 'User:me', 'Software\\Policies\\A', 'Name', '(Default)', '*', '**del.x', 'DWORD:1', 'DWORD:x', 'SZ:', 'MULTISZ:a\\0\\\\0', 'DELETE', 'CLEAR', 'DELETEKEYS', '', '; comment', ' ', 'HKLM\\a');
const lgpoText = fc.array(fc.tuple(lines, fc.constantFrom('\r\n', '\n', '\r', '\r\n\r\n')), { maxLength: 24 }).map((all) => all.flat().join(''));
/** Pieces of records after a header, displaced by a byte now and then. */
const almostPol = fc
  .tuple(fc.boolean(), fc.array(units, { maxLength: 40 }))
  .map(([displaced, pieces]) => Uint8Array.of(0x50, 0x52, 0x65, 0x67, 1, 0, 0, 0, ...(displaced ? [0] : []), ...Buffer.from(pieces.join(''), 'utf16le')));

export function policyFileProperties(numRuns: number, seed = SEED): void {
  const options = { numRuns, seed };
  describe(`any registry.pol and any LGPO text (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(10_000 + numRuns * 30);

    it('bytes of any kind are read without an exception, within their bounds', () => {
      fc.assert(
        fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), almostPol), (bytes) => {
          const reading = readPol(bytes);
          holdsTogether(reading, bytes.length);
          ok(reading.entries.length > 0 || reading.faults.length > 0 || bytes.length === 8);
          observationsOf(reading.entries, 'policy');
        }),
        options,
      );
    });

    it('text of any kind is read without an exception, within its bounds', () => {
      fc.assert(
        fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), lgpoText), (text) => {
          holdsTogether(readLgpoText(text, 'a.txt'), text.length);
          detectFormat(text, 'a.txt');
        }),
        options,
      );
    });

    it('a registry.pol that is written says the same when it is read, and nothing else is found', () => {
      fc.assert(
        fc.property(goodEntries, (entries) => {
          const { entries: again, faults } = readPol(writeRegistryPol(entries));
          deepEqual(said(again), said(entries));
          deepEqual(faults.filter(({ kind }) => kind === 'polHeader' || kind === 'polStructure'), []);
        }),
        options,
      );
    });

    it('the ranges of a registry.pol are those of its names and data', () => {
      fc.assert(
        fc.property(goodEntries, (entries) => {
          const bytes = writeRegistryPol(entries);
          for (const { name, action, data, evidence } of registryEntries(readPol(bytes).entries)) {
            const piece = (range: { readonly start: number; readonly end: number } | undefined): Uint8Array => bytes.subarray(range?.start ?? 0, range?.end ?? 0);
            ok(utf16Text(piece(evidence.nameRange)).endsWith(name));
            if (action === 'set') deepEqual([...piece(evidence.dataRange)], [...data]);
            equal(bytes[evidence.range.start], 0x5b);
            equal(bytes[evidence.range.end - 2], 0x5d);
          }
        }),
        options,
      );
    });

    it('entries that are whole are found again behind one that is damaged', () => {
      fc.assert(
        fc.property(goodEntries, goodEntries, (before, after) => {
          const [first, second] = [writeRegistryPol(before), writeRegistryPol(after).subarray(8)];
          // A record whose data is longer than its size says.
          const broken = Buffer.from('[Broken\0;Name\0;\x01\0;\0\0;x]', 'utf16le');
          const { entries, faults } = readPol(Uint8Array.of(...first, ...broken, ...second));
          const text = said(entries);
          deepEqual(text.slice(0, before.length), said(before));
          ok(faults.some(({ kind }) => kind === 'polStructure'));
          deepEqual(text.slice(before.length), said(after));
        }),
        options,
      );
    });

    it('from registry.pol to LGPO text and back nothing is lost that LGPO text can say, and the rest is a comment', () => {
      fc.assert(
        fc.property(goodEntries, (entries) => {
          const { text, written } = writeLgpoText(entries);
          const { entries: again, faults } = readLgpoText(text, 'a.txt');
          deepEqual(said(again), said(entries.filter(lgpoCanSay)));
          deepEqual(faults.filter(({ kind }) => kind.startsWith('lgpo')), []);
          const bytes = writeRegistryPol(entries.filter(lgpoCanSay));
          deepEqual([...writeRegistryPol(again)], [...bytes]);
          equal(written.length, entries.length);
          for (const { said: isSaid, range } of written) equal(text.slice(range.start, range.end).startsWith('; '), !isSaid);
          deepEqual(written.flatMap(({ said: isSaid, range, nameRange, dataRange }) => (isSaid ? [{ range, nameRange, dataRange }] : [])), again.map(({ evidence: { document: _document, ...ranges } }) => ranges));
          if (again.length > 0) equal(detectFormat(text, 'a.txt'), 'lgpo');
        }),
        options,
      );
    });
  });
}
