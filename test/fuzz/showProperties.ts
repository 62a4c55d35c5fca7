// What holds for entries that `show` writes as another file, whatever is in them: reading the file gives back what could be said, and
// everything else stands in a comment in its place.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { operationsOf, type Operation } from '../../src/core/conversion/operations';
import type { Entry, RegistryEntry } from '../../src/core/formats/entry';
import { readLgpoText } from '../../src/core/formats/lgpoText/reading';
import { lgpoCanSay } from '../../src/core/formats/lgpoText/writer';
import { regEntries } from '../../src/core/formats/reg/entries';
import { parseReg } from '../../src/core/formats/reg/parser';
import { readRegText } from '../../src/core/formats/reg/reading';
import { keyOfEntry } from '../../src/core/formats/entryObservations';
import { showLgpo } from '../../src/core/policies/showLgpo';
import { showReg } from '../../src/core/policies/showReg';
import { hexText } from '../../src/core/registry/valueData';
import { goodEntries } from './polEntries';
import { regText, SEED } from './regText';

type Flat = readonly [action: string, key: string, name: string, type: number | undefined, data: string];

/** Several deletions in one are as many. */
function* flat({ action, key, name, type, data, names = [] }: RegistryEntry): Generator<Flat> {
  const path = key.replace(/^\\+|\\+$/g, '');
  if (action === 'deleteValues') for (const one of names) yield ['deleteValue', path, one, undefined, ''];
  else if (action === 'deleteKeys') for (const one of names) yield ['deleteKey', `${path}\\${one}`, '', undefined, ''];
  else yield [action, path, name, type, hexText(data)];
}

/** Said the way Windows reads it: no importer keeps two backslashes in a row, and "@" in quotes is the default value. */
function regCanSay(entry: RegistryEntry): boolean {
  const all = [...flat(entry)];
  return all.length > 0 && all.every(([action, key, name]) => /^(?:set|deleteValue|createKey|deleteKey)$/.test(action) && !/^\\|\\\\|\\$/.test(key) && name !== '@' && (action !== 'deleteKey' || key !== ''));
}

const registry = (entries: readonly Entry[]): readonly RegistryEntry[] => entries.filter((entry) => entry.kind === 'registry');
/** A key line is needed above every value, so whether one stands for itself cannot be told. */
const withoutKeyLines = (all: readonly Flat[]): readonly Flat[] => all.filter(([action]) => action !== 'createKey');
const comments = (text: string): number => text.split('\r\n').filter((line) => line.startsWith(';')).length;

const told = (operation: Operation): readonly unknown[] => [
  operation.op,
  operation.key,
  'name' in operation ? operation.name : '',
  ...(operation.op === 'set' ? [operation.data.type, hexText(operation.data.bytes)] : [undefined, '']),
];
const toldOf = (entry: RegistryEntry): readonly unknown[] => [entry.action, { ...keyOfEntry(entry), path: entry.key }, entry.name, entry.type, hexText(entry.data)];
const seen = { encoding: 'utf-16le', bom: true } as const;

export function showProperties(numRuns: number, seed = SEED): void {
  const options = { numRuns, seed };
  describe(`what show reads and writes (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(10_000 + numRuns * 30);

    it('as a .reg file is read back as it was, but for what stands in comments', () => {
      fc.assert(
        fc.property(goodEntries, (entries) => {
          const text = showReg([{ heading: undefined, entries }]);
          const file = parseReg(text);
          const sayable = registry(entries).filter(regCanSay);
          const read = regEntries(file, 'a.reg').flatMap((entry) => [...flat(entry)]);
          deepEqual(withoutKeyLines(read), withoutKeyLines(sayable.flatMap((entry) => [...flat(entry)])));
          equal(comments(text), entries.length - sayable.length);
          const keys = new Set(file.nodes.flatMap((node) => (node.kind === 'key' && !node.deletes ? [node.path] : [])));
          for (const entry of sayable) for (const [action, key] of flat(entry)) ok(action !== 'createKey' || keys.has(key));
          deepEqual(readRegText({ document: 'a.reg', file, seen, cutMidCharacter: false }).faults.filter(({ kind }) => kind !== 'assignedTwice' && kind !== 'numberLength' && kind !== 'bracketInKeyName' && kind !== 'keyNameBlanks'), []);
        }),
        options,
      );
    });

    it('as LGPO text is read back as it was, but for what stands in comments', () => {
      fc.assert(
        fc.property(goodEntries, (entries) => {
          const single = registry(entries).flatMap((entry) => (entry.action === 'deleteValues' ? (entry.names ?? []).map((name) => ({ ...entry, action: 'deleteValue' as const, name, type: undefined, data: new Uint8Array() })) : [entry]));
          const sayable = single.filter(lgpoCanSay);
          const text = showLgpo([{ heading: undefined, entries }]);
          const { entries: read, faults } = readLgpoText(text, 'a.txt');
          const flatOf = ({ action, key, name, type, data }: RegistryEntry): Flat => [action, key, name, type, hexText(data)];
          deepEqual(registry(read).map(flatOf), sayable.map(flatOf));
          equal(comments(text), single.length - sayable.length);
          deepEqual(faults.filter(({ kind }) => kind === 'lgpoEntryUnreadable' || kind === 'lgpoLineTooLong'), []);
        }),
        options,
      );
    });

    it('of a .reg file is what importing does, statement by statement', () => {
      fc.assert(
        fc.property(regText, (text) => {
          const file = parseReg(text);
          const entries = regEntries(file, 'a.reg');
          let end = 0;
          for (const { evidence: { range } } of entries) {
            ok(range.start >= end && range.end > range.start && range.end <= text.length);
            ({ end } = range);
          }
          const wanted = operationsOf(file).flatMap((operation) => (operation.op === 'createKey' ? [] : [told(operation)]));
          deepEqual(entries.flatMap((entry) => (entry.action === 'createKey' ? [] : [toldOf(entry)])), wanted);
        }),
        options,
      );
    });
  });
}
