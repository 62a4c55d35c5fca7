// Entries as a .reg file: what a registry editor imports, and what stands in comments because none can.

import { deepEqual } from 'node:assert/strict';
import type { Entry, RegistryEntry } from '../../../src/core/formats/entry';
import { showLgpo } from '../../../src/core/policies/showLgpo';
import { showReg } from '../../../src/core/policies/showReg';
import { dwordData, stringData, utf16Bytes, valueType } from '../../../src/core/registry/valueData';

const evidence = { document: 'a.pol', range: { start: 0, end: 1 } };
const one = dwordData(1);

function entry(parts: Partial<RegistryEntry>): RegistryEntry {
  return { kind: 'registry', hive: 'machine', key: 'K', name: 'n', type: one.type, data: one.bytes, action: 'set', evidence, ...parts };
}

const text = (value: string): Pick<RegistryEntry, 'type' | 'data'> => ({ type: valueType.sz, data: stringData(value).bytes });
/** Without the header and the empty lines. */
const lines = (...entries: readonly Entry[]): readonly string[] => showReg([{ heading: undefined, entries }]).split('\r\n').slice(1).filter((line) => line !== '');

describe('entries as a .reg file', () => {
  it('keep their order, under a key line for each run', () => {
    const written = showReg([{ heading: undefined, entries: [entry({}), entry({ name: '' }), entry({ hive: 'user', ...text('a "b" \\') }), entry({ action: 'deleteValue', name: 'x' }), entry({ action: 'deleteKey', name: '' })] }]);
    deepEqual(written, ['Windows Registry Editor Version 5.00', '', '[HKEY_LOCAL_MACHINE\\K]', '"n"=dword:00000001', '@=dword:00000001', '', '[HKEY_CURRENT_USER\\K]', '"n"="a \\"b\\" \\\\"', '', '[HKEY_LOCAL_MACHINE\\K]', '"x"=-', '', '[-HKEY_LOCAL_MACHINE\\K]', '', ''].join('\r\n'));
  });

  it('take lists of names apart', () => {
    deepEqual(lines(entry({ action: 'deleteValues', name: '', names: ['a', 'b'] }), entry({ action: 'deleteKeys', name: '', names: ['c', 'd'] })), ['[HKEY_LOCAL_MACHINE\\K]', '"a"=-', '"b"=-', '[-HKEY_LOCAL_MACHINE\\K\\c]', '[-HKEY_LOCAL_MACHINE\\K\\d]']);
  });

  it('are comments where importing could not do it', () => {
    const impossible: readonly Partial<RegistryEntry>[] = [
      { action: 'deleteAllValues', name: '' },
      { action: 'soft' },
      { action: 'secureKey', name: '' },
      { disabled: true },
      { account: 'Administrators' },
      { winner: { gpo: 'Other', precedence: 2 } },
      { name: '@' },
      { name: 'a\nb' },
      { name: '\u202egnp' },
      { name: '\ud800' },
      { key: 'a\\\\b' },
      { key: 'a'.repeat(256) },
      { action: 'deleteKey', key: '', name: '' },
      { action: 'deleteKeys', name: '', names: [] },
    ];
    for (const parts of impossible) {
      const written = lines(entry(parts));
      deepEqual([written.length, written[0]?.startsWith('; Not written')], [1, true], JSON.stringify(parts));
    }
    const others: readonly Entry[] = [
      { kind: 'userRight', right: 'SeRemoteInteractiveLogonRight', principals: [{ sid: 'S-1-5-32-544', name: undefined, evidence }, { sid: undefined, name: 'CONTOSO\\Helpdesk', evidence }], evidence },
      { kind: 'service', name: 'TermService', startMode: 4, evidence },
      { kind: 'policy', name: 'P', category: 'C', state: 'enabled', evidence },
    ];
    deepEqual(lines(...others), [
      '; Not written, because it cannot be said here: userRight SeRemoteInteractiveLogonRight = S-1-5-32-544,CONTOSO\\Helpdesk',
      '; Not written, because it cannot be said here: service TermService start 4',
      '; Not written, because it cannot be said here: policy P enabled',
    ]);
  });

  it('never act on a terminal: such text stands as bytes', () => {
    deepEqual(lines(entry(text('\x1b[2J')), entry(text('\ud800')), entry(text('a\u202eb')), entry({ type: valueType.sz, data: utf16Bytes('a') })), [
      '[HKEY_LOCAL_MACHINE\\K]',
      '"n"=hex(1):1b,00,5b,00,32,00,4a,00,00,00',
      '"n"=hex(1):00,d8,00,00',
      '"n"=hex(1):61,00,2e,20,62,00,00,00',
      '"n"=hex(1):61,00',
    ]);
  });

  it('of several documents stand below their names', () => {
    const documents = [{ heading: 'a.pol (GPO A)', entries: [entry({})] }, { heading: 'b.pol', entries: [entry({})] }];
    deepEqual(showReg(documents).split('\r\n').slice(1), ['', '; a.pol (GPO A)', '', '[HKEY_LOCAL_MACHINE\\K]', '"n"=dword:00000001', '', '; b.pol', '', '[HKEY_LOCAL_MACHINE\\K]', '"n"=dword:00000001', '', '']);
    deepEqual(showLgpo(documents).split('\r\n'), ['; a.pol (GPO A)', '', 'Computer', 'K', 'n', 'DWORD:1', '', '; b.pol', '', 'Computer', 'K', 'n', 'DWORD:1', '', '']);
  });

  it('as LGPO text say nothing that another GPO overrides, and one deletion at a time', () => {
    const written = showLgpo([{ heading: undefined, entries: [entry({ winner: { gpo: 'Other', precedence: 2 } }), entry({ action: 'deleteValues', name: '', names: ['a', 'b'] })] }]);
    deepEqual(written.split('\r\n').filter((line) => line !== ''), ['; Not written, because it cannot be said here: machine K n set', 'Computer', 'K', 'a', 'DELETE', 'Computer', 'K', 'b', 'DELETE']);
  });
});
