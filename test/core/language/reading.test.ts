// Hover, outline and folding of .reg files: what is said where.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { hoverAt, type Hover } from '../../../src/core/language/hover';
import { readLanguage } from '../../../src/core/language/regLanguage';
import type { RegSymbol } from '../../../src/core/language/symbols';
import { english } from '../../../src/core/messages/english';

const HEADER = 'Windows Registry Editor Version 5.00';
const TERMINAL_SERVER = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
const LISTENER = `[${TERMINAL_SERVER}\\WinStations\\RDP-Tcp]`;
const POLICY = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services]';
const lines = (...all: readonly string[]): string => all.join('\r\n');

function hoverOn(text: string, word: string): Hover | undefined {
  return hoverAt(readLanguage(text).file, text.indexOf(word) + 1);
}

const said = (hover: Hover | undefined): string => [hover?.heading, ...[hover?.data, ...(hover?.facts ?? [])].map((fact) => (fact === undefined ? '' : english(fact)))].join('\n');

describe('hovering', () => {
  it('over a setting tells its data in both radices, its meaning, default, restart and source', () => {
    const text = lines(HEADER, LISTENER, '"PortNumber"=dword:00000d3d');
    const hover = hoverOn(text, 'PortNumber');
    ok(hover);
    equal(text.slice(hover.range.start, hover.range.end), '"PortNumber"=dword:00000d3d');
    const all = said(hover);
    for (const part of ['PortNumber', 'REG_DWORD 0x00000d3d = 3389', 'listener RDP-Tcp', '65535', 'fresh system: 3389', 'restart of Remote Desktop Services', 'Source: ']) {
      ok(all.includes(part), `${part} is not in ${all}`);
    }
    deepEqual(hoverOn(text, '0d3d'), hover);
  });

  it('over a value with a policy twin names the policy, and on the policy says that it wins', () => {
    const local = said(hoverOn(lines(HEADER, LISTENER, '"UserAuthentication"=dword:00000000'), 'UserAuth'));
    ok(local.includes('The policy "Require user authentication'), local);
    ok(/Means: not required/i.test(local), local);
    ok(said(hoverOn(lines(HEADER, POLICY, '"UserAuthentication"=dword:00000001'), 'UserAuth')).includes('the local value counts for nothing'));
  });

  it('over data nobody knows tells the decoded data and nothing else', () => {
    const known: readonly [string, string][] = [
      ['"x"=hex(2):25,00,50,00,00,00', 'REG_EXPAND_SZ "%P"'],
      ['"x"=hex(7):41,00,00,00,42,00,00,00,00,00', 'REG_MULTI_SZ "A", "B"'],
      ['"x"=hex(b):01,00,00,00,01,00,00,00', 'REG_QWORD 0x0000000100000001 = 4294967297'],
      ['"x"=hex(5):00,00,0d,3d', 'REG_DWORD_BIG_ENDIAN 0x00000d3d = 3389'],
      ['"x"=hex:01,02', 'REG_BINARY, 2 bytes: 01 02'],
      ['"x"=hex:', 'REG_BINARY, no data'],
      ['"x"="a\\\\b"', 'REG_SZ "a\\b"'],
      ['"x"=-', 'This line deletes the value.'],
    ];
    for (const [line, data] of known) equal(said(hoverOn(lines(HEADER, '[HKEY_CURRENT_USER\\a]', line), 'x"')), `x\n${data}`);
  });

  it('over a value Windows would not take from the line says nothing', () => {
    equal(hoverOn(lines(HEADER, '[HKEY_CURRENT_USER\\a]', '"x"=dword:zz'), 'x"'), undefined);
    equal(hoverOn(lines(HEADER, '; PortNumber'), 'Port'), undefined);
  });

  it('over a key says what it is', () => {
    ok(said(hoverOn(lines(HEADER, LISTENER), 'RDP-Tcp')).includes('Settings of the listener RDP-Tcp.'));
    ok(said(hoverOn(lines(HEADER, POLICY), 'Policies')).includes('Policies for Remote Desktop.'));
    ok(said(hoverOn(lines(HEADER, '[-HKEY_CURRENT_USER\\a]'), 'HKEY')).includes('deletes the key and everything below it'));
    equal(hoverOn(lines(HEADER, '[HKEY_CURRENT_USER\\a]'), 'HKEY'), undefined);
  });
});

describe('the outline', () => {
  const flat = (symbols: readonly RegSymbol[], depth = 0): readonly string[] =>
    symbols.flatMap(({ kind, name, detail, children }) => [`${'  '.repeat(depth)}${kind} ${name} ${detail}`.trimEnd(), ...flat(children, depth + 1)]);

  it('has keys and the values under them', () => {
    const text = lines(HEADER, '[HKEY_CURRENT_USER\\a\\b]', '@="x"', '"n"=dword:0000000a', '"l"=hex(7):41,00,\\', '  00,00', '"d"=-', '"e"=dword:zz', '[-HKEY_CURRENT_USER\\c]');
    deepEqual(flat(readLanguage(text).symbols()), [
      'key b HKEY_CURRENT_USER\\a',
      '  text (Default) "x"',
      '  number n 10',
      '  text l REG_MULTI_SZ, 4',
      '  deletedValue d -',
      '  damaged e dword:zz',
      'deletedKey c HKEY_CURRENT_USER',
    ]);
  });
});

describe('folding', () => {
  it('folds keys without the comments of the next, data, blocks of comments and regions', () => {
    const text = lines(HEADER, '; one', '; two', '', '[HKEY_CURRENT_USER\\a]', '"l"=hex:01,\\', '  02', '"x"="y"', '', '; about b', '[HKEY_CURRENT_USER\\b]', '; #region r', '"x"="y"', '; #endregion');
    const lineOf = (offset: number): number => text.slice(0, offset).split('\r\n').length;
    deepEqual(
      readLanguage(text).folds().map(({ kind, range }) => [kind, lineOf(range.start), lineOf(range.end)]),
      [['comment', 2, 3], ['data', 6, 7], ['key', 5, 8], ['region', 12, 14], ['key', 11, 13]],
    );
  });
});
