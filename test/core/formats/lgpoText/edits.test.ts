// Remedies as edits of LGPO text: what each action makes of an entry, which line ends it leaves, and what it refuses to say.

import { equal, ok } from 'node:assert/strict';
import { spellLgpoAction } from '../../../../src/core/formats/lgpoText/edits';
import type { RegistryKey } from '../../../../src/core/registry/place';
import { dwordData, stringData, utf16Bytes, valueType } from '../../../../src/core/registry/valueData';
import type { RemedyAction } from '../../../../src/core/remedies/remedy';
import { applyEdits } from '../../../../src/core/text/edits';

const machine = (path: string): RegistryKey => ({ hive: 'HKEY_LOCAL_MACHINE', path });
const key = machine('Software\\A');
const place = { key, name: 'Name' };
const entry = (name: string, action: string, section = 'Computer', path = key.path): readonly string[] => [section, path, name, action];
const crlf = (...lines: readonly string[]): string => lines.join('\r\n');

/** The text after an action on the entry where `at` stands; undefined where it cannot be said. */
function after(text: string, action: RemedyAction, at = 'Computer'): string | undefined {
  const edits = spellLgpoAction(text, text.indexOf(at), action);
  return edits === undefined ? undefined : applyEdits(text, edits);
}

describe('remedies in LGPO text', () => {
  const one = crlf('; above', ...entry('Name', 'DWORD:1'), '', ...entry('Other', 'SZ:x'), '');

  it('set data of the same type and of another one', () => {
    equal(after(one, { kind: 'setValue', place, data: dwordData(3389) }), one.replace('DWORD:1', 'DWORD:3389'));
    equal(after(one, { kind: 'setValue', place, data: stringData('C:\\a "b" & <c> 😀') }), one.replace('DWORD:1', 'SZ:C:\\\\a "b" & <c> 😀'));
    equal(after(one, { kind: 'setValue', place, data: stringData('') }), one.replace('DWORD:1', 'SZ:'));
    equal(after(one, { kind: 'setValue', place, data: { type: valueType.binary, bytes: Uint8Array.of(0, 255) } }), one.replace('DWORD:1', 'BINARY:00,ff'));
    equal(after(one, { kind: 'setValue', place, data: { type: valueType.multiSz, bytes: utf16Bytes('a\0b\0\0') } }), one.replace('DWORD:1', 'MULTISZ:a\\0b'));
  });

  it('refuse data that no line can say', () => {
    const refused = [stringData('a\nb'), stringData('ends in a blank '), stringData('x'.repeat(2048)), { type: valueType.multiSz, bytes: utf16Bytes('\0') }, { type: valueType.qword, bytes: new Uint8Array(8) }, { type: valueType.dword, bytes: Uint8Array.of(1) }];
    for (const data of refused) equal(after(one, { kind: 'setValue', place, data }), undefined);
  });

  it('set another value behind the entry, with its line ends and in the half its key belongs to', () => {
    const wanted = { kind: 'setValue', place: { key: machine('Software\\B'), name: '' }, data: dwordData(1) } as const;
    equal(after(one, wanted), one.replace('DWORD:1', crlf('DWORD:1', '', 'Computer', 'Software\\B', '(Default)', 'DWORD:1')));
    equal(after(one.replaceAll('\r\n', '\n'), wanted), after(one, wanted)?.replaceAll('\r\n', '\n'));
    for (const name of ['*', '**del.x', '(default)', ';x', ' x', 'a\nb']) equal(after(one, { ...wanted, place: { key, name } }), undefined);
    equal(after(one, { ...wanted, place: { key: { hive: 'HKEY_USERS', path: 'A' }, name: 'x' } }), undefined);
  });

  it('set a value in the place of what deletes it', () => {
    const wanted = { kind: 'setValue', place, data: dwordData(2) } as const;
    equal(after(entry('Name', 'DELETE').join('\n'), wanted), entry('Name', 'DWORD:2').join('\n'));
    equal(after(entry('**del.Name', 'SZ: ').join('\n'), wanted), undefined);
  });

  it('set another value for the account that the entry is for', () => {
    const text = entry('Name', 'DWORD:1', 'User:Guests').join('\n');
    const user: RegistryKey = { hive: 'HKEY_CURRENT_USER', path: 'Software\\A' };
    equal(after(text, { kind: 'setValue', place: { key: user, name: 'b' }, data: dwordData(2) }, 'User'), `${text}\n\nUser:Guests\nSoftware\\A\nb\nDWORD:2`);
    equal(after(text, { kind: 'setValue', place: { key, name: 'b' }, data: dwordData(2) }, 'User'), `${text}\n\nComputer\nSoftware\\A\nb\nDWORD:2`);
  });

  it('delete the value', () => {
    equal(after(one, { kind: 'deleteValue', place }), one.replace('DWORD:1', 'DELETE'));
    equal(after(one, { kind: 'deleteValue', place: { key, name: 'Another' } }), undefined);
    equal(after(entry('**soft.Name', 'DWORD:1').join('\n'), { kind: 'deleteValue', place }), undefined);
  });

  it('rename the value, and keep what its prefix says', () => {
    equal(after(one, { kind: 'renameValue', from: { key, name: 'NAME' }, to: 'a "b" & <c> 😀' }), one.replace('Name', 'a "b" & <c> 😀'));
    equal(after(one, { kind: 'renameValue', from: place, to: '' }), one.replace('Name', '(Default)'));
    equal(after(entry('**del.Name', 'SZ:').join('\n'), { kind: 'renameValue', from: place, to: 'b' }), entry('**del.b', 'SZ:').join('\n'));
    for (const to of ['*', '**b', '(Default)', ';b', 'b ', 'a\rb']) equal(after(one, { kind: 'renameValue', from: place, to }), undefined);
    equal(after(entry('*', 'CREATEKEY').join('\n'), { kind: 'renameValue', from: { key, name: '' }, to: 'b' }), undefined);
  });

  it('rename the key wherever the text names it', () => {
    const text = crlf(...entry('a', 'DWORD:1'), '', ...entry('b', 'DELETE', 'Computer', 'SOFTWARE\\a'), '', ...entry('c', 'DWORD:1', 'User'), '', ...entry('d', 'DWORD:1', 'Computer', 'Software\\A\\B'));
    const renamed = crlf(...entry('a', 'DWORD:1', 'Computer', 'S\\😀'), '', ...entry('b', 'DELETE', 'Computer', 'S\\😀'), '', ...entry('c', 'DWORD:1', 'User'), '', ...entry('d', 'DWORD:1', 'Computer', 'Software\\A\\B'));
    equal(after(text, { kind: 'renameKey', from: key, to: machine('S\\😀') }), renamed);
    equal(after(text, { kind: 'renameKey', from: key, to: machine('') }), undefined);
    equal(after(text, { kind: 'renameKey', from: key, to: { hive: 'HKEY_CURRENT_USER', path: 'B' } }), undefined);
  });

  it('take the entry out with the blank line behind it', () => {
    const [a, b, c] = [entry('a', 'DWORD:1'), entry('b', 'DWORD:2', 'User'), entry('c', 'DWORD:3')];
    for (const end of ['\r\n', '\n']) {
      equal(after([...a, '', ...b, '', ...c].join(end), { kind: 'removeStatement' }, 'User'), [...a, '', ...c].join(end));
      equal(after([...a, '', ...b, ' ', ';', ...c].join(end), { kind: 'removeStatement' }, 'User'), [...a, '', ';', ...c].join(end));
    }
    equal(after([...a, '', ...b].join('\n'), { kind: 'removeStatement' }, 'User'), [...a, '', ''].join('\n'));
  });

  it('never bring together what an entry kept apart', () => {
    const damaged = ['Computer', 'key', 'name'];
    const text = [...damaged, ...entry('a', 'DWORD:1', 'User'), 'DWORD:2'].join('\n');
    equal(after(text, { kind: 'removeStatement' }, 'User'), [...damaged, '', 'DWORD:2'].join('\n'));
  });

  it('do nothing where no entry stands, and nothing to rights', () => {
    ok(after(one, { kind: 'removeStatement' }) !== undefined);
    equal(after(one, { kind: 'removeStatement' }, ';'), undefined);
    equal(after(one, { kind: 'changeRight', right: 'SeX', remove: [], add: ['a'] }), undefined);
  });
});
