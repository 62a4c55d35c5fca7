// Other files made of a .reg file: read back as their own programs read them, and taken back by the undo file.

import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { lgpoText } from '../../../src/core/conversion/lgpoText';
import { operationsOf, type Operation } from '../../../src/core/conversion/operations';
import { powerShellCommands } from '../../../src/core/conversion/powerShellCommands';
import { regCommands } from '../../../src/core/conversion/regCommands';
import { undoText } from '../../../src/core/conversion/undoFile';
import { explainImport } from '../../../src/core/formats/reg/explain';
import { parseReg } from '../../../src/core/formats/reg/parser';
import { keyText, type RegistryKey } from '../../../src/core/registry/place';
import { dwordData, stringData, valueType } from '../../../src/core/registry/valueData';
import { regText, SEED } from '../../fuzz/regText';
import { afterCmd, argumentsOf } from './cmdLine';

const options = { numRuns: 500, seed: SEED };
const key: RegistryKey = { hive: 'HKEY_LOCAL_MACHINE', path: 'SOFTWARE\\a b' };
const set = (name: string, data: Extract<Operation, { op: 'set' }>['data']): Operation => ({ op: 'set', key, name, data });
const linesOf = (text: string): readonly string[] => text.split('\r\n').filter((line) => line !== '');

const printable = fc.string({ unit: fc.constantFrom('a', ' ', '"', '\\', '%', '^', '&', '|', '<', '>', '(', ')', '!', "'", '\u2019', '$', '`', '\u00f6', ';'), maxLength: 12 });

describe('commands of reg.exe', () => {
  const only = (operation: Operation): readonly string[] => argumentsOf(afterCmd(linesOf(regCommands([operation])).at(-1) ?? ''));

  it('hand over any name and text as they are', () => {
    fc.assert(
      fc.property(printable, printable, (name, text) => {
        const named = name === '' ? ['/ve'] : ['/v', name];
        deepEqual(only(set(name, stringData(text))), ['reg', 'add', keyText(key), ...named, '/t', 'REG_SZ', '/d', text, '/f']);
        deepEqual(only({ op: 'deleteValue', key, name }), ['reg', 'delete', keyText(key), ...named, '/f']);
      }),
      options,
    );
  });

  it('say numbers, lists, bytes, keys, and what they cannot say', () => {
    deepEqual(only(set('n', dwordData(0xffffffff))).slice(5), ['/t', 'REG_DWORD', '/d', '4294967295', '/f']);
    deepEqual(only(set('n', stringData('a\0b\0', valueType.multiSz))).slice(5), ['/t', 'REG_MULTI_SZ', '/d', 'a\\0b', '/f']);
    deepEqual(only(set('n', { type: valueType.binary, bytes: Uint8Array.of(1, 255) })).slice(5), ['/t', 'REG_BINARY', '/d', '01ff', '/f']);
    deepEqual(only({ op: 'createKey', key }), ['reg', 'add', keyText(key), '/f']);
    deepEqual(only({ op: 'deleteKey', key }), ['reg', 'delete', keyText(key), '/f']);
    for (const data of [stringData('a\nb'), { type: valueType.sz, bytes: Uint8Array.of(65) }, { type: 0xffff, bytes: Uint8Array.of(1) }]) equal(only(set('n', data))[0], 'rem');
  });
});

/** A PowerShell literal: quoted pieces and characters by number. */
function readLiteral(text: string): string {
  const body = text.startsWith('(') ? text.slice(1, -1) : text;
  const pieces = [...body.matchAll(/'((?:[^']|'')*)'|\[string\]\[char\](\d+)/g)];
  equal(pieces.map(([piece]) => piece).join(' + '), body);
  return pieces.map(([, quoted, number]) => (number === undefined ? (quoted ?? '').replaceAll("''", "'") : String.fromCharCode(Number(number)))).join('');
}

describe('PowerShell', () => {
  const last = (operation: Operation): string => linesOf(powerShellCommands([operation])).at(-1) ?? '';

  it('is given any name and text as they are, in ASCII', () => {
    fc.assert(
      fc.property(fc.oneof(printable, fc.string({ unit: 'binary' })), fc.oneof(printable, fc.string({ unit: 'binary' })), (name, text) => {
        const line = last(set(name, stringData(text)));
        ok(/^[\x20-\x7e]*$/.test(line));
        const isExact = !`${name}${text}`.includes('\0');
        equal(line.startsWith('#'), !isExact);
        if (!isExact) return;
        const match = /^\[Microsoft\.Win32\.Registry\]::SetValue\('HKEY_LOCAL_MACHINE\\SOFTWARE\\a b', (.*), \[Microsoft\.Win32\.RegistryValueKind\]::String\)$/.exec(line);
        const both = match?.[1] ?? '';
        const cut = [...both.matchAll(/, /g)].map(({ index }) => index).find((at) => quotesClosed(both.slice(0, at)));
        equal(readLiteral(both.slice(0, cut)), name);
        equal(readLiteral(both.slice((cut ?? 0) + 2)), text);
      }),
      options,
    );
  });

  const quotesClosed = (text: string): boolean => (text.match(/'/g)?.length ?? 0) % 2 === 0;

  it('gets numbers with a sign, lists and bytes', () => {
    ok(last(set('n', dwordData(0xffffffff))).includes("'n', [int]-1, [Microsoft.Win32.RegistryValueKind]::DWord)"));
    ok(last(set('n', stringData("a\0b'\0", valueType.multiSz))).includes("[string[]]@('a', 'b''')"));
    ok(last(set('n', { type: valueType.binary, bytes: Uint8Array.of(1, 255) })).includes('[byte[]]@(1, 255)'));
    equal(last({ op: 'deleteKey', key }), "[Microsoft.Win32.Registry]::LocalMachine.DeleteSubKeyTree('SOFTWARE\\a b', $false)");
  });
});

describe('text for LGPO.exe', () => {
  it('has four lines an entry, and comments for what it cannot say', () => {
    const text = lgpoText([
      set('n', dwordData(3389)),
      set('', stringData('C:\\x')),
      { op: 'deleteValue', key: { hive: 'HKEY_CURRENT_USER', path: 'a' }, name: 'x' },
      set('q', { type: valueType.qword, bytes: new Uint8Array(8) }),
      { op: 'deleteKey', key },
    ]);
    deepEqual(text.split('\r\n\r\n').filter((entry) => entry.trim() !== '').map((entry) => entry.trim().split('\r\n')).map((entry) => entry.map((line) => (line.startsWith(';') ? ';' : line))), [
      ['Computer', 'SOFTWARE\\a b', 'n', 'DWORD:3389'],
      ['Computer', 'SOFTWARE\\a b', '(Default)', 'SZ:C:\\\\x'],
      ['User', 'a', 'x', 'DELETE'],
      [';'],
      [';'],
    ]);
  });
});

describe('the undo file', () => {
  const undo = (...lines: readonly string[]): string => undoText(operationsOf(parseReg(['Windows Registry Editor Version 5.00', ...lines].join('\r\n'))));
  const LISTENER = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp';

  it('brings documented defaults back, deletes what is added, and says what is not known', () => {
    const text = undo(`[${LISTENER}]`, '"PortNumber"=dword:00000d3e', '"Own"="x"', '"Gone"=-', '[-HKEY_CURRENT_USER\\a]', '[HKEY_CURRENT_USER\\b]');
    ok(text.includes(`[${LISTENER}]`));
    ok(/; the documented default\r\n"PortNumber"=dword:00000d3d/.test(text), text);
    ok(/not known\r\n"Own"=-/.test(text), text);
    ok(/; the file deletes "Gone"/.test(text) && !text.includes('"Gone"='), text);
    ok(text.includes('; the file deletes HKEY_CURRENT_USER\\a') && text.includes('; the file only names HKEY_CURRENT_USER\\b'), text);
  });

  it('of any file imports without a skipped line and touches only places of that file', () => {
    fc.assert(
      fc.property(regText, (text) => {
        const operations = operationsOf(parseReg(text));
        const { accepted, operations: undone, skipped } = explainImport(Buffer.from(`\ufeff${undoText(operations)}`, 'utf16le'));
        ok(accepted);
        deepEqual(skipped, []);
        const places = new Set(operations.map((operation) => `${keyText(operation.key)}\n${'name' in operation ? operation.name : ''}`.toLowerCase()));
        for (const { op, key: undoneKey, name } of undone) if (op !== 'createKey') ok(places.has(`${undoneKey}\n${name ?? ''}`.toLowerCase()), `${undoneKey} ${name ?? ''}`);
      }),
      options,
    );
  });
});
