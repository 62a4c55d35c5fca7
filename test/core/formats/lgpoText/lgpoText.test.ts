// What LGPO text says, line by line, and how entries are written as LGPO text.

import { deepEqual, equal } from 'node:assert/strict';
import type { Entry, RegistryEntry } from '../../../../src/core/formats/entry';
import { readLgpoText } from '../../../../src/core/formats/lgpoText/reading';
import { writeLgpoText } from '../../../../src/core/formats/lgpoText/writer';
import { hexText, stringData, utf16Bytes, valueType } from '../../../../src/core/registry/valueData';

const text = (...lines: readonly string[]): string => lines.join('\r\n');

function told(entries: readonly Entry[]): readonly string[] {
  return entries.map((entry) => {
    if (entry.kind !== 'registry') return entry.kind;
    const { action, hive, account, key, name, type, data, names } = entry;
    return `${action} ${hive}${account === undefined ? '' : `(${account})`}\\${key}|${name}=${String(type)}:${hexText(data)}${names === undefined ? '' : ` (${names.join('+')})`}`;
  });
}

/** What one action makes of `Computer`, `K`, `N`. */
const entryOf = (action: string, name = 'N'): readonly string[] => told(readLgpoText(text('Computer', 'K', name, action), 'a').entries);
const hex = (value: string): string => hexText(utf16Bytes(value));

describe('reading LGPO text', () => {
  it('gives every entry with the lines that say it', () => {
    const source = text('; a comment', '', 'Computer', 'Software\\A', 'Name', 'DWORD:1', '', 'User', 'Software\\B', '*', 'DELETEALLVALUES');
    const { entries, faults } = readLgpoText(source, 'a.txt');
    deepEqual(faults, []);
    const pieces = entries.map(({ evidence: { range, nameRange, dataRange } }) => [range, nameRange, dataRange].map((part) => source.slice(part?.start, part?.end)));
    deepEqual(pieces, [
      [text('Computer', 'Software\\A', 'Name', 'DWORD:1'), 'Name', 'DWORD:1'],
      [text('User', 'Software\\B', '*', 'DELETEALLVALUES'), '*', 'DELETEALLVALUES'],
    ]);
    deepEqual(told(entries), ['set machine\\Software\\A|Name=4:01000000', 'deleteAllValues user\\Software\\B|=undefined:']);
  });

  it('reads the data of each action', () => {
    deepEqual(entryOf('DWORD:3389'), ['set machine\\K|N=4:3d0d0000']);
    deepEqual(entryOf('DWORD:0xFFFFFFFF'), ['set machine\\K|N=4:ffffffff']);
    deepEqual(entryOf('QWORD:4294967296'), ['set machine\\K|N=11:0000000001000000']);
    deepEqual(entryOf('SZ:'), ['set machine\\K|N=1:0000']);
    deepEqual(entryOf('SZ: a '), [`set machine\\K|N=1:${hex(' a \0')}`]);
    deepEqual(entryOf('EXSZ:%a%\\\\b\\c'), [`set machine\\K|N=2:${hex('%a%\\b\\c\0')}`]);
    deepEqual(entryOf('MULTISZ:a\\0b'), [`set machine\\K|N=7:${hex('a\0b\0\0')}`]);
    deepEqual(entryOf('MULTISZ:a\\0b\\0'), [`set machine\\K|N=7:${hex('a\0b\0\0')}`]);
    deepEqual(entryOf('MULTISZ:c:\\\\0'), [`set machine\\K|N=7:${hex('c:\\0\0\0')}`]);
    deepEqual(entryOf('MULTISZ:'), ['set machine\\K|N=7:0000']);
    deepEqual(entryOf('BINARY:03,00,fF'), ['set machine\\K|N=3:0300ff']);
    deepEqual(entryOf('BINARY:'), ['set machine\\K|N=3:']);
  });

  it('reads what is about keys, and names that mean something', () => {
    deepEqual(entryOf('DELETE'), ['deleteValue machine\\K|N=undefined:']);
    deepEqual(entryOf('DELETE', '(default)'), ['deleteValue machine\\K|=undefined:']);
    deepEqual(entryOf('CREATEKEY', '*'), ['createKey machine\\K|=undefined:']);
    deepEqual(entryOf('DELETEKEYS:a;b', '*'), ['deleteKeys machine\\K|=undefined: (a+b)']);
    deepEqual(entryOf('DELETEKEYS', 'a;b'), ['deleteKeys machine\\K|=undefined: (a+b)']);
    deepEqual(entryOf('DELETEKEYS', '*'), ['deleteKeys machine\\K|=undefined: ()']);
    deepEqual(entryOf('SZ: ', '**del.X'), ['deleteValue machine\\K|X=undefined:']);
    deepEqual(entryOf('CLEAR'), []);
  });

  it('knows whom it is about', () => {
    const { entries } = readLgpoText(['COMPUTER', 'user', 'User:Some Body'].map((who) => text(who, 'K', 'N', 'DELETE', '', '')).join(''), 'a');
    deepEqual(told(entries), ['deleteValue machine\\K|N=undefined:', 'deleteValue user\\K|N=undefined:', 'deleteValue user(Some Body)\\K|N=undefined:']);
  });

  it('finds the next entry behind one it cannot read', () => {
    const next = ['Computer', 'K', 'N', 'DELETE'];
    const cases: readonly (readonly [readonly string[], readonly (string | number)[]])[] = [
      [[' Computer', 'K', 'N', 'DELETE', '', ...next], ['section', ' Computer']],
      [['Computers', 'K', 'N', 'DELETE', ...next], ['section', 'Computers']],
      [['Computer', 'K', '; why', 'N', 'DELETE', '', ...next], ['lines', 2]],
      [['Computer', '', ...next], ['lines', 1]],
      [['Computer', 'K', 'N', ...next], ['lines', 3]],
      [['Computer', 'K', 'N', 'DWORD', '', ...next], ['action', 'DWORD']],
      [['Computer', 'K', 'N', 'DWORD:-1', '', ...next], ['number', 'DWORD:-1']],
      [['Computer', 'K', 'N', 'QWORD:0x10000000000000000', '', ...next], ['number', 'QWORD:0x10000000000000000']],
      [['Computer', 'K', 'N', 'BINARY:1,', '', ...next], ['bytes', 'BINARY:1,']],
    ];
    for (const [lines, args] of cases) {
      const { entries, faults } = readLgpoText(text(...lines), 'a');
      deepEqual(told(entries).at(-1), 'deleteValue machine\\K|N=undefined:', lines.join('|'));
      deepEqual([faults[0]?.kind, faults[0]?.args], ['lgpoEntryUnreadable', args], lines.join('|'));
    }
  });
});

describe('writing LGPO text', () => {
  const evidence = { document: 'a', range: { start: 0, end: 0 } };
  const entry = (parts: Partial<RegistryEntry>): RegistryEntry => ({ kind: 'registry', hive: 'machine', key: 'K', name: 'N', type: undefined, data: new Uint8Array(), action: 'set', evidence, ...parts });
  const dword = { type: valueType.dword, data: Uint8Array.of(1, 0, 0, 0) };
  const written = (...entries: readonly Entry[]): readonly string[] => writeLgpoText(entries).text.split('\r\n').slice(0, -2);

  it('spells each entry in four lines, and says where', () => {
    const entries = [entry(dword), entry({ hive: 'user', account: 'me', name: '', type: valueType.sz, data: stringData('c:\\a').bytes }), entry({ action: 'createKey', name: '' })];
    const all = writeLgpoText(entries);
    equal(all.text, ['Computer', 'K', 'N', 'DWORD:1', '', 'User:me', 'K', '(Default)', 'SZ:c:\\\\a', '', 'Computer', 'K', '*', 'CREATEKEY', '', ''].join('\r\n'));
    const at = (range: { readonly start: number; readonly end: number } | undefined): string => all.text.slice(range?.start, range?.end);
    deepEqual(all.written.map(({ keyRange, nameRange, dataRange }) => [at(keyRange), at(nameRange), at(dataRange)]), [
      ['K', 'N', 'DWORD:1'],
      ['K', '(Default)', 'SZ:c:\\\\a'],
      ['K', '*', 'CREATEKEY'],
    ]);
    deepEqual(all.written.map((one) => one.entry), entries);
  });

  it('leaves a comment for what it cannot say', () => {
    const unsayable: readonly Entry[] = [
      entry({ ...dword, action: 'soft' }),
      entry({ ...dword, hive: 'users' }),
      entry({ ...dword, disabled: true }),
      entry({ ...dword, name: '*' }),
      entry({ ...dword, name: 'a\r\nb' }),
      entry({ ...dword, key: ';K' }),
      entry({ ...dword, type: valueType.qword, data: new Uint8Array(8) }),
      entry({ ...dword, data: new Uint8Array(10) }),
      entry({ type: valueType.sz, data: stringData('x'.repeat(2048)).bytes }),
      entry({ type: valueType.sz, data: utf16Bytes('no end') }),
      entry({ action: 'deleteKeys', name: '', names: ['a'] }),
      { kind: 'userRight', right: 'SeRemoteInteractiveLogonRight', principals: [], evidence },
      { kind: 'service', name: 'TermService', startMode: 4, evidence },
      { kind: 'policy', name: 'P', category: 'C', state: 'enabled', evidence },
      { kind: 'groupMember', group: { sid: 'S-1-5-32-555', name: undefined }, relation: 'members', principals: [], evidence },
      { kind: 'firewallRule', fields: { Name: 'rule' }, evidence },
    ];
    for (const one of unsayable) {
      const [line = '', ...more] = written(one);
      equal(line.startsWith('; Not written, because it cannot be said here: '), true, line);
      deepEqual(more, []);
    }
    equal(written(unsayable[0] ?? entry({}))[0], '; Not written, because it cannot be said here: machine K N soft');
    deepEqual(readLgpoText(writeLgpoText(unsayable).text, 'a'), { document: 'a', entries: [], faults: [] });
  });
});
