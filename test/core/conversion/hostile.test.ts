// Names and data that somebody made to be run: whatever is in a .reg file, the text made of it does what the file does or says in a comment
// that it does not. Each text is read back by a reader of its own, whole, and every line must be accounted for.

import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { lgpoText } from '../../../src/core/conversion/lgpoText';
import type { Operation } from '../../../src/core/conversion/operations';
import { powerShellCommands } from '../../../src/core/conversion/powerShellCommands';
import { regCommands } from '../../../src/core/conversion/regCommands';
import { hives } from '../../../src/core/registry/hives';
import { keyText } from '../../../src/core/registry/place';
import { dwordData, hexText, stringData, utf16Bytes, valueType } from '../../../src/core/registry/valueData';
import { SEED } from '../../fuzz/regText';
import { afterCmd, argumentsOf, batchLines } from './cmdLine';

const options = { numRuns: 2000, seed: SEED };

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', ' ', '"', '\\', '\\"', '%', '%PATH%', '^', '&', '& calc &', '|', '<', '>', '(', ')', '!', '!x!', "'", "''", '\u2019', '$', '$(calc)', '`', ';', '#', '*', '**', '0', ',', ':', '/', '/f', '(Default)') },
  { weight: 2, arbitrary: fc.constantFrom('\r', '\n', '\r\n', '\0', '\t', '\x1a', '\x85', '\u2028', '\ud800', '\udc00', '\u00f6', '\u{1f600}', '\ufeff') },
  { weight: 1, arbitrary: fc.constantFrom(...[' & calc & ', '"', '%', '^', 'x'].map((text) => text.repeat(3000))) },
);
const hostile = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const key = fc.record({ hive: fc.constantFrom(...hives), path: hostile.map((text) => `a${text.replace(/\\+$/, '')}`) });
const names = fc.oneof(hostile, fc.constantFrom('', '**DeleteKeys', '**del.x', '*', '(default)', '; x', '@'));
const data = fc.oneof(
  hostile.map((text) => stringData(text)),
  hostile.map((text) => stringData(text, valueType.expandSz)),
  fc.array(hostile, { maxLength: 3 }).map((texts) => ({ type: valueType.multiSz, bytes: utf16Bytes(`${texts.map((text) => `${text}\0`).join('')}\0`) })),
  fc.uint8Array({ maxLength: 12 }).map((bytes) => ({ type: valueType.binary, bytes })),
  fc.integer({ min: 0, max: 0xffffffff }).map(dwordData),
);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ op: fc.constantFrom('createKey' as const, 'deleteKey' as const), key }),
  fc.record({ op: fc.constant('deleteValue' as const), key, name: names }),
  fc.record({ op: fc.constant('set' as const), key, name: names, data }),
);

/** A comment that stands for an operation: plain, short, and without a word to any program. */
function isPlainComment(line: string, mark: string): boolean {
  return line.startsWith(`${mark} `) && line.length < 400 && /^[\x20-\x7e]*$/.test(line) && !/[&|<>^%]/.test(line);
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf16le');

/** What is stored by reg.exe for these arguments after `/t`. */
function storedByReg(type: string | undefined, said: string): string {
  switch (type) {
    case 'REG_SZ':
    case 'REG_EXPAND_SZ':
      return hexText(utf16Bytes(`${said}\0`));
    case 'REG_MULTI_SZ':
      return hexText(utf16Bytes(`${said.split('\\0').map((text) => `${text}\0`).join('')}\0`));
    case 'REG_DWORD':
      return hexText(dwordData(Number(said)).bytes);
    case undefined:
    default:
      return said;
  }
}

describe('hostile names and data', () => {
  it('as commands of reg.exe: one line an operation, that operation or a comment', () => {
    let written = 0;
    fc.assert(
      fc.property(operation, (one) => {
        const lines = batchLines(regCommands([one])).slice(3);
        equal(lines.length, 1);
        const line = Buffer.from(lines[0] ?? '', 'utf8').toString('utf8');
        if (line.startsWith('rem')) {
          ok(isPlainComment(line, 'rem'), line);
          return;
        }
        written++;
        ok(one.key.hive !== 'HKEY_DYN_DATA');
        const [program, verb, where, ...rest] = argumentsOf(afterCmd(line));
        deepEqual([program, where, rest.at(-1)], ['reg', keyText(one.key), '/f']);
        equal(verb, one.op === 'set' || one.op === 'createKey' ? 'add' : 'delete');
        if (one.op !== 'set' && one.op !== 'deleteValue') {
          deepEqual(rest, ['/f']);
          return;
        }
        const named = one.name === '' ? ['/ve'] : ['/v', one.name];
        deepEqual(rest.slice(0, named.length), named);
        const [typeMark, type, dataMark, said, ...more] = rest.slice(named.length, -1);
        if (one.op === 'deleteValue') equal(typeMark, undefined);
        else {
          deepEqual([typeMark, dataMark ?? '/d', more], ['/t', '/d', []]);
          equal(storedByReg(type, said ?? ''), hexText(one.data.bytes));
        }
      }),
      options,
    );
    ok(written > options.numRuns / 10, `only ${String(written)} written`);
  });

  /** A PowerShell script as its tokens that matter: every string and every number of a character becomes a text, the rest stays. */
  function readScript(line: string): { readonly skeleton: string; readonly texts: readonly string[] } {
    const texts: string[] = [];
    const literal = /(?<![\w@])\((?:'(?:[^']|'')*'|\[string\]\[char\]\d+)(?: \+ (?:'(?:[^']|'')*'|\[string\]\[char\]\d+))*\)|'(?:[^']|'')*'/g;
    const skeleton = line.replace(literal, (whole) => {
      const parts = [...whole.matchAll(/'((?:[^']|'')*)'|\[char\](\d+)/g)];
      texts.push(parts.map(([, quoted, number]) => (number === undefined ? (quoted ?? '').replaceAll("''", "'") : String.fromCharCode(Number(number)))).join(''));
      return '?';
    });
    return { skeleton, texts };
  }

  it('as PowerShell: one line an operation, nothing of the file outside quotes', () => {
    let written = 0;
    fc.assert(
      fc.property(operation, (one) => {
        const lines = powerShellCommands([one]).split(/[\r\n]+/).slice(1, -1);
        equal(lines.length, 1);
        const line = lines[0] ?? '';
        ok(/^[\x20-\x7e]*$/.test(line));
        if (line.startsWith('#')) {
          ok(isPlainComment(line, '#'), line);
          return;
        }
        written++;
        const { skeleton, texts } = readScript(line);
        ok(
          /^\[Microsoft\.Win32\.Registry\]::(?:\w+\.(?:CreateSubKey\(\?\)\.Dispose\(\)|DeleteSubKeyTree\(\?, \$false\))|SetValue\(\?, \?, (?:\?|\[int\]-?\d+|\[byte\[\]\]@\([\d, ]*\)|\[string\[\]\]@\((?:\?(?:, \?)*)?\)), \[Microsoft\.Win32\.RegistryValueKind\]::\w+\))$|^\$key = \[Microsoft\.Win32\.Registry\]::\w+\.OpenSubKey\(\?, \$true\); if \(\$key\) \{ \$key\.DeleteValue\(\?, \$false\); \$key\.Dispose\(\) \}$/.test(skeleton),
          skeleton,
        );
        equal(texts[0], one.op === 'set' ? keyText(one.key) : one.key.path);
        if ('name' in one) equal(texts[1], one.name);
        ok(!texts.slice(0, 'name' in one ? 2 : 1).join('').includes('\0'));
        if (one.op !== 'set') return;
        const said = texts.slice(2);
        if (one.data.type === valueType.sz || one.data.type === valueType.expandSz) equal(said.join(), textOf(one.data.bytes).slice(0, -1));
        if (one.data.type === valueType.multiSz) equal(`${said.map((text) => `${text}\0`).join('')}\0`, textOf(one.data.bytes));
      }),
      options,
    );
    ok(written > options.numRuns / 2, `only ${String(written)} written`);
  });

  it('as text for LGPO.exe: four lines an operation, none of them a comment or a name that deletes', () => {
    let written = 0;
    fc.assert(
      fc.property(operation, (one) => {
        const lines = lgpoText([one]).split(/[\r\n\x85\u2028\u2029]+/).slice(0, -1);
        if (lines.length === 1) {
          ok(isPlainComment(lines[0] ?? '', ';'));
          return;
        }
        written++;
        equal(lines.length, 4);
        ok(lines.every((line) => line === line.trim() && line !== '' && !line.startsWith(';') && line.length < 2048));
        const [section, path, name = '', said = ''] = lines;
        deepEqual([section, path], [one.key.hive === 'HKEY_LOCAL_MACHINE' ? 'Computer' : 'User', one.key.path]);
        ok(!name.startsWith('**'));
        if (one.op === 'createKey') deepEqual([name, said], ['*', 'CREATEKEY']);
        else {
          if (!('name' in one)) throw new Error('a key that is deleted has no entry');
          equal(name, one.name === '' ? '(Default)' : one.name);
          const [, type, rest = ''] = /^(\w+)(?::(.*))?$/.exec(said) ?? [];
          if (one.op === 'deleteValue') {
            equal(type, 'DELETE');
            return;
          }
          if (type === 'SZ' || type === 'EXSZ') equal(rest.replaceAll('\\\\', '\\'), textOf(one.data.bytes).slice(0, -1));
          else if (type === 'MULTISZ') equal(`${rest.split('\\0').map((text) => `${text}\0`).join('')}\0`, textOf(one.data.bytes));
          else if (type === 'BINARY') equal(rest.replaceAll(',', ''), hexText(one.data.bytes));
          else deepEqual([type, dwordData(Number(rest)).bytes], ['DWORD', one.data.bytes]);
        }
      }),
      options,
    );
    ok(written > options.numRuns / 50, `only ${String(written)} written`);
  });

  it('a key whose only value cannot be said is still created', () => {
    const where = { hive: 'HKEY_LOCAL_MACHINE', path: 'SOFTWARE\\a' } as const;
    const text = regCommands([{ op: 'createKey', key: where }, { op: 'set', key: where, name: 'x\ny', data: dwordData(1) }]);
    ok(/\r\nreg add "HKEY_LOCAL_MACHINE\\SOFTWARE\\a" \/f\r\nrem /.test(text), text);
  });
});
