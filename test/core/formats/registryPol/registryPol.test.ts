// What a registry.pol says, entry by entry with its bytes, and how it is written.

import { deepEqual, equal } from 'node:assert/strict';
import type { RegistryEntry } from '../../../../src/core/formats/entry';
import { readRegistryPol } from '../../../../src/core/formats/registryPol/reading';
import { polCanSay, writeRegistryPol } from '../../../../src/core/formats/registryPol/writer';
import type { SourceReading } from '../../../../src/core/formats/source';
import { hexText, utf16Bytes } from '../../../../src/core/registry/valueData';
import { polBytes } from '../polNotation';

const read = (notation: string): SourceReading => readRegistryPol(polBytes(notation), 'Machine/registry.pol', 'machine');

/** `action hive\key|name=type:hex (names)` */
function told({ entries }: SourceReading): readonly string[] {
  return entries.map((entry) => {
    if (entry.kind !== 'registry') return entry.kind;
    const { action, hive, key, name, type, data, names } = entry;
    return `${action} ${hive}\\${key}|${name}=${String(type)}:${hexText(data)}${names === undefined ? '' : ` (${names.join('+')})`}`;
  });
}

const faults = ({ faults: all }: SourceReading): readonly string[] => all.map(({ kind, args }) => [kind, ...args].join(' '));

describe('reading a registry.pol', () => {
  it('gives every entry with the bytes that say it', () => {
    const { document, entries } = read('header [ "A\\B" ; "Name" ; =4: 01000000 ]');
    equal(document, 'Machine/registry.pol');
    deepEqual(entries, [
      {
        kind: 'registry',
        hive: 'machine',
        key: 'A\\B',
        name: 'Name',
        type: 4,
        data: Uint8Array.of(1, 0, 0, 0),
        action: 'set',
        evidence: { document: 'Machine/registry.pol', range: { start: 8, end: 50 }, nameRange: { start: 20, end: 28 }, dataRange: { start: 44, end: 48 } },
      },
    ]);
  });

  it('takes the names with a meaning as what they ask for, in any case', () => {
    const all = `header
      [ "K" ; "**del.A" ; =1: " " ]  [ "K" ; "**DEL.b.c" ; =1: " " ]  [ "K" ; "**del." ; =1: " " ]
      [ "K" ; "**delvals." ; =1: " " ]  [ "K" ; "**DelVals" ; =1: " " ]
      [ "K" ; "**DeleteValues" ; =1: "A;;B c" ]  [ "K" ; "**deletekeys " ; =2: "Sub;Other" ]  [ "K" ; "**DeleteKeys" ; =3: "x" ]
      [ "K" ; "**SecureKey" ; =4: 01000000 ]  [ "K" ; "**Soft.S" ; =4: 02000000 ]
      [ "K" ; "" ; =0: ]  [ "K" ; "" ; =1: "d" ]  [ "K" ; "**other" ; =4: 03000000 ]  [ "K" ; "*del.A" ; =4: 04000000 ]`;
    const hex = (text: string): string => hexText(utf16Bytes(`${text}\0`));
    deepEqual(told(read(all)), [
      'deleteValue machine\\K|A=undefined:',
      'deleteValue machine\\K|b.c=undefined:',
      'deleteValue machine\\K|=undefined:',
      'deleteAllValues machine\\K|=undefined:',
      'deleteAllValues machine\\K|=undefined:',
      `deleteValues machine\\K|=1:${hex('A;;B c')} (A+B c)`,
      `deleteKeys machine\\K|=2:${hex('Sub;Other')} (Sub+Other)`,
      `deleteKeys machine\\K|=3:${hex('x')} (x)`,
      'secureKey machine\\K|=4:01000000',
      'soft machine\\K|S=4:02000000',
      'createKey machine\\K|=undefined:',
      `set machine\\K|=1:${hex('d')}`,
      'set machine\\K|**other=4:03000000',
      'set machine\\K|*del.A=4:04000000',
    ]);
  });

  it('reads by structure: signs in names and data are ordinary', () => {
    const { entries, ...rest } = read('header [ "A;[B]" ; "x];[" ; =3: 5d005b003b00 ] [ "ä\ud800" ; "😀" ; =3: 5d ]');
    deepEqual(told({ entries, ...rest }), ['set machine\\A;[B]|x];[=3:5d005b003b00', 'set machine\\ä\ud800|😀=3:5d']);
    deepEqual(rest.faults, []);
  });

  it('is the same for a piece of a larger buffer', () => {
    const bytes = polBytes('header [ "A" ; "N" ; =3: 0102 ]');
    const larger = Buffer.concat([Buffer.from([9, 9, 9]), bytes, Buffer.from([9])]);
    deepEqual(readRegistryPol(larger.subarray(3, -1), 'a', 'user'), readRegistryPol(bytes, 'a', 'user'));
    equal(readRegistryPol(larger.subarray(3, -1), 'a', 'user').entries[0]?.kind, 'registry');
  });

  it('goes on behind damage only where a whole entry follows', () => {
    const good = '[ "A" ; "N" ; =3: 01 ]';
    const cases: Readonly<Record<string, readonly [entries: number, fault: string]>> = {
      // What follows is whole, but no closing bracket stands before it.
      [`header [ "A" ; "N" 00 ${good}`]: [0, 'polStructure ; 20 00 5b -1'],
      // The same, with a record in the data that ends before the data does.
      [`header [ "A" ; "N" ; 03000000 ; ff000000 ; 5d00 ${good} 0000`]: [0, 'polStructure data 34 5d 00 -1'],
      [`header 000000000000 ${good}`]: [1, 'polStructure [ 8 00 00 14'],
      // Farther than a few stray bytes reach, and not behind a closing bracket.
      [`header 00*20 ${good}`]: [0, 'polStructure [ 8 00 00 -1'],
      [`header 00*20 ] ${good}`]: [1, 'polStructure [ 8 00 00 30'],
      // What is told as the key holds a character no key has.
      [`header 00*20 ] [ 410001000000 ; "N" ; =3: 01 ]`]: [0, 'polStructure [ 8 00 00 -1'],
    };
    for (const [notation, [count, fault]] of Object.entries(cases)) {
      const reading = read(notation);
      deepEqual([reading.entries.length, faults(reading)], [count, [fault]], notation);
    }
  });

  it('tells every sign of the structure that is another, every name without its end, and every cut inside an entry', () => {
    const bytes = polBytes('header [ "Key" ; "Name" ; =4: 01000000 ]');
    const signs = [0x5b, 0x3b, 0x5d];
    const places = [...bytes.keys()].filter((at) => at >= 8 && at % 2 === 0 && signs.includes(bytes[at] ?? 0) && bytes[at + 1] === 0);
    equal(places.length, 6);
    const kinds = (other: Uint8Array): readonly string[] => readRegistryPol(other, 'a', 'machine').faults.map(({ kind }) => kind);
    for (const at of places) {
      for (const sign of [...signs, 0, 0x41].filter((other) => other !== bytes[at])) {
        const other = Uint8Array.from(bytes);
        other[at] = sign;
        deepEqual(kinds(other), ['polStructure'], `${String(at)} ${String(sign)}`);
      }
    }
    for (const nul of [16, 28]) deepEqual(kinds(Uint8Array.from(bytes, (byte, at) => (at === nul ? 0x41 : byte))), ['polStructure'], String(nul));
    for (let length = 9; length < bytes.length; length++) deepEqual(kinds(bytes.subarray(0, length)), ['polStructure'], String(length));
  });

  it('reads on as it was meant where only the version is another, and nothing where it is another file', () => {
    deepEqual([told(read('50526567 03000000 [ "A" ; "N" ; =3: 01 ]')), faults(read('50526567 03000000 [ "A" ; "N" ; =3: 01 ]'))], [['set machine\\A|N=3:01'], ['polHeader version 3']]);
    deepEqual(faults(read('4d5a9000 03000000 04000000')), ['polHeader signature 0']);
  });

  it('tells whose value an entry is about, in a file about users', () => {
    const { entries } = readRegistryPol(polBytes('header [ "A" ; "N" ; =3: 01 ]'), 'a', 'user');
    deepEqual(told({ document: 'a', entries, faults: [] }), ['set user\\A|N=3:01']);
  });
});

describe('writing a registry.pol', () => {
  const evidence = { document: 'a', range: { start: 0, end: 0 } };
  const entry = (parts: Partial<RegistryEntry>): RegistryEntry => ({ kind: 'registry', hive: 'machine', key: 'K', name: '', type: undefined, data: new Uint8Array(), action: 'set', evidence, ...parts });

  it('spells what is read, in the order of the entries', () => {
    const notation = 'header [ "K" ; "A" ; =4: 01000000 ] [ "K" ; "**del.B" ; =1: " " ] [ "K" ; "**delvals." ; =1: " " ] [ "K" ; "" ; =0: ] [ "K" ; "**DeleteKeys" ; =1: "x;y" ]';
    equal(hexText(writeRegistryPol(read(notation).entries)), hexText(polBytes(notation)));
    equal(hexText(writeRegistryPol([])), hexText(polBytes('header')));
  });

  it('makes lists of what other formats tell without data, and of the deletion of a key one below its parent', () => {
    const written = writeRegistryPol([
      entry({ action: 'deleteValues', names: ['a', 'b'] }),
      entry({ action: 'deleteKeys', names: ['c'] }),
      entry({ action: 'deleteKey', key: 'Up\\Down' }),
    ]);
    equal(hexText(written), hexText(polBytes('header [ "K" ; "**DeleteValues" ; =1: "a;b" ] [ "K" ; "**DeleteKeys" ; =1: "c" ] [ "Up" ; "**DeleteKeys" ; =1: "Down" ]')));
  });

  it('leaves out what the format cannot hold', () => {
    const others = [entry({ disabled: true }), entry({ key: 'a\0b' }), entry({ name: '\0' }), entry({ action: 'deleteKey', key: 'Top' }), { kind: 'service', name: 'x', startMode: 2, evidence } as const];
    deepEqual(others.filter(polCanSay), []);
    equal(writeRegistryPol(others).length, 8);
  });
});
