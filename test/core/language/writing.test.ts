// Completion and formatting of .reg files.

import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Completion } from '../../../src/core/language/completion';
import { readLanguage } from '../../../src/core/language/regLanguage';
import { applyEdits } from '../../../src/core/text/edits';

const HEADER = 'Windows Registry Editor Version 5.00';
const LISTENER = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp';
const POLICY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const lines = (...all: readonly string[]): string => all.join('\r\n');

/** `|` is the cursor. */
function complete(marked: string): { readonly text: string; readonly found: readonly Completion[] } {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { text, found: readLanguage(text).completions(offset) };
}

/** The line of the cursor after the completion with this label was chosen. */
function choose(marked: string, label: string): string {
  const { text, found } = complete(marked);
  const chosen = found.find((completion) => completion.label === label);
  ok(chosen, `${label} is not among ${found.map((completion) => completion.label).join(' ')}`);
  return applyEdits(text, [{ range: chosen.range, newText: chosen.insert }]).split('\r\n')[marked.slice(0, marked.indexOf('|')).split('\r\n').length - 1] ?? '';
}

const labels = (marked: string): readonly string[] => complete(marked).found.map(({ label }) => label);

describe('completion', () => {
  it('offers the headers on the first line', () => {
    equal(choose('Win|', HEADER), HEADER);
    deepEqual(labels('|'), [HEADER, 'REGEDIT4']);
    deepEqual(labels(lines('; x|', '')), []);
  });

  it('offers keys after a bracket and replaces what is there up to the closing one', () => {
    equal(choose(lines(HEADER, '[|'), LISTENER), `[${LISTENER}]`);
    equal(choose(lines(HEADER, '[HKEY_LOCAL_MACHINE\\SYS|]'), LISTENER), `[${LISTENER}]`);
    equal(choose(lines(HEADER, '[-HKEY_|OLD] ; why'), POLICY), `[-${POLICY}] ; why`);
    deepEqual(labels(lines(HEADER, `[${LISTENER}] |`)), []);
  });

  it('offers the names of a known key that the block does not have yet', () => {
    const block = lines(HEADER, `[${LISTENER}]`, '"portnumber"=dword:00000d3d', '|', '"SecurityLayer"=dword:00000002', '[HKEY_CURRENT_USER\\a]', '"UserAuthentication"=dword:00000001');
    const found = labels(block);
    ok(found.includes('UserAuthentication') && !found.includes('PortNumber') && !found.includes('SecurityLayer'), found.join(' '));
    deepEqual(labels(lines(HEADER, '[HKEY_CURRENT_USER\\a]', '|')), []);
    deepEqual(labels(lines(HEADER, `[-${LISTENER}]`, '|')), []);
  });

  it('puts names between the quotes that are there', () => {
    const at = (line: string): string => choose(lines(HEADER, `[${LISTENER}]`, line), 'UserAuthentication');
    equal(at('|'), '"UserAuthentication"=');
    equal(at('User|'), '"UserAuthentication"=');
    equal(at('"|"'), '"UserAuthentication"=');
    equal(at('"User|Auth'), '"UserAuthentication"=');
    equal(at('"User|X"=dword:00000001'), '"UserAuthentication"=dword:00000001');
    equal(at('  "|" = -'), '  "UserAuthentication" = -');
  });

  it('offers the data a value takes with its meaning, keeps the comment, and knows the forms', () => {
    const at = (line: string): string => lines(HEADER, `[${LISTENER}]`, line);
    equal(choose(at('"UserAuthentication"=|'), 'dword:00000001'), '"UserAuthentication"=dword:00000001');
    equal(choose(at('"UserAuthentication"=dword:|00000000 ; off'), 'dword:00000001'), '"UserAuthentication"=dword:00000001 ; off');
    equal(choose(at('"PortNumber"=|'), 'dword:00000d3d'), '"PortNumber"=dword:00000d3d');
    const nla = complete(at('"userauthentication" = |')).found.find(({ label }) => label === 'dword:00000000');
    ok(nla?.detail.startsWith('0: '), nla?.detail);
    ok(nla?.facts.some(({ key }) => key === 'setting.policyTwin'), 'what is documented of the setting stands beside its data');
    deepEqual(labels(at('"unknown"=|')), ['dword:', 'hex:', 'hex(2):', 'hex(7):', 'hex(b):', '""', '-']);
    deepEqual(labels(at('"PortNumber"=dword:1 ; |')), []);
  });
});

describe('formatting', () => {
  const formatted = (...body: readonly string[]): readonly string[] => {
    const text = lines(HEADER, ...body);
    return applyEdits(text, readLanguage(text).format()).split('\r\n').slice(1);
  };

  it('writes as the registry editor writes', () => {
    deepEqual(formatted('  [HKEY_CURRENT_USER\\a]  ', '  "n" =  dword:A', '@ = "x"\t', '"q"=hex(0B):01,00,00,00,00,00,00,FF', '"d" = -'), [
      '[HKEY_CURRENT_USER\\a]',
      '"n"=dword:0000000a',
      '@="x"',
      '"q"=hex(b):01,00,00,00,00,00,00,ff',
      '"d"=-',
    ]);
  });

  it('wraps at 80 columns and joins what was wrapped elsewhere', () => {
    const bytes = Array.from({ length: 60 }, (_, index) => index.toString(16).padStart(2, '0'));
    const wrapped = formatted('[HKEY_CURRENT_USER\\a]', `"bytes"=hex:${bytes.slice(0, 5).join(',')},\\`, bytes.slice(5).join(','));
    deepEqual(wrapped.map((line) => line.length <= 80), wrapped.map(() => true));
    deepEqual(wrapped.slice(2).map((line) => line.startsWith('  ') && !line.startsWith('   ')), wrapped.slice(2).map(() => true));
    equal(wrapped.slice(1).join('').replace(/\\| /g, ''), `"bytes"=hex:${bytes.join(',')}`);
    equal(wrapped[2]?.length, 2 + 25 * 3 + 1);
  });

  it('keeps comments, and does not touch what has a problem or is not confirmed', () => {
    const untouched = [
      '[HKEY_CURRENT_USER\\a] ; kept',
      ';  a comment',
      '"a"=dword:1 # x',
      '"b"=hex:1,2',
      '"c"=hex:01,\\',
      '; between',
      '  02',
      '"d"="x',
      'y"',
      '  junk',
      ' [ HKEY_CURRENT_USER\\b]',
    ];
    deepEqual(formatted(...untouched), untouched);
    deepEqual(formatted('[HKEY_CURRENT_USER\\a]', '"a" = dword:1 ; c'), ['[HKEY_CURRENT_USER\\a]', '"a"=dword:00000001 ; c']);
  });

  it('of some lines leaves the others', () => {
    const text = lines(HEADER, '[HKEY_CURRENT_USER\\a]', '"a" = "x"', '"b" = "x"');
    const at = text.indexOf('"b"');
    equal(applyEdits(text, readLanguage(text).format({ start: at, end: at + 1 })), lines(HEADER, '[HKEY_CURRENT_USER\\a]', '"a" = "x"', '"b"="x"'));
  });
});

describe('hints, summary and status', () => {
  const text = lines(HEADER, `[${LISTENER}]`, '"PortNumber"=dword:00000d3d', '"UserAuthentication"=dword:00000001', '"x"=hex(2):25,00,41,00,00,00', '"y"=hex:01');
  const language = readLanguage(text);

  it('decode what is hexadecimal', () => {
    deepEqual(language.hints({ start: 0, end: text.length }).map((hint) => hint.text), ['3389', '"%A"']);
  });

  it('say what the file does', () => {
    deepEqual(language.summary()?.says.args, [2, 'PortNumber = 3389, UserAuthentication = 1']);
    equal(readLanguage(HEADER).summary(), undefined);
  });

  it('say how the file is written, and whether the registry editor writes so', () => {
    const unusual = (encoding: 'utf-8' | 'utf-16le', bom: boolean, body = text): string | undefined => readLanguage(body).status({ encoding, bom }).unusual?.key;
    equal(unusual('utf-16le', true), undefined);
    equal(unusual('utf-8', false), 'status.unusual.ascii');
    equal(unusual('utf-8', false, `${text}\u00f6`), 'status.unusual.encoding');
    equal(unusual('utf-16le', false), 'status.unusual.encoding');
    equal(unusual('utf-8', false, 'REGEDIT4'), undefined);
    equal(unusual('utf-8', false, 'REGEDIT5'), 'status.unusual.header');
  });
});
