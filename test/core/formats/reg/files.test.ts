// What the header, the encoding and the key lines do on import.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { explainImport } from '../../../../src/core/formats/reg/explain';
import { importText, KEY, V4, V5 } from './importing';

const BODY = `\r\n\r\n[${KEY}]\r\n"a"=dword:1\r\n`;
const sets = (text: string): number => importText(text).operations.filter(({ op }) => op === 'set').length;

describe('the header', () => {
  for (const header of [V5, V4, `  \t${V5}`, `\t${V4}`]) {
    it(`"${header}" is accepted`, () => equal(sets(header + BODY), 1));
  }
  for (const header of ['REGEDIT3', 'REGEDIT5', 'REGEDIT9', 'REGEDIT 4', 'REGEDIT4 FOO', 'REGEDIT4FOO']) {
    it(`"${header}" is accepted and imports nothing`, () => {
      const { accepted, operations, skipped } = importText(header + BODY);
      deepEqual([accepted, operations.length, skipped.map(({ line }) => line)], [true, 0, [1, 3, 4]]);
    });
  }
  for (const header of ['regedit4', 'Regedit4', 'regedit', 'AREGEDIT4', '1REGEDIT4', V5.toLowerCase(), V5.toUpperCase(), 'Windows Registry Editor version 5.00', 'Windows Registry Editor Version 5', 'Windows Registry Editor Version 4.00', `\r\n${V5}`, `\r\n${V4}`, '']) {
    it(`${JSON.stringify(header)} is rejected`, () => {
      const { accepted, certainty, operations } = explainImport(Buffer.from(header + BODY, 'latin1'));
      deepEqual([accepted, certainty, operations], [false, 'confirmed', []]);
    });
  }
  it('text after the v5 header is rejected, which is assumed', () => {
    const { accepted, certainty } = importText(`${V5} ;x${BODY}`);
    deepEqual([accepted, certainty], [false, 'assumed']);
  });
  it('needs no empty line after it and no line end at the end of the file', () => equal(sets(`${V4}\n[${KEY}]\n"a"=dword:1`), 1));
  for (const [name, end] of [['LF', '\n'], ['CRLF', '\r\n'], ['CR', '\r']] as const) {
    it(`lines may end with ${name}`, () => equal(sets(V5 + BODY.replaceAll('\r\n', end)), 1));
  }
});

describe('the encoding', () => {
  const accepted = (bytes: Uint8Array): [boolean, string] => {
    const explanation = explainImport(bytes);
    return [explanation.accepted, explanation.certainty];
  };
  it('takes UTF-16LE with its mark, also under REGEDIT4', () => {
    deepEqual(accepted(Buffer.from(`\ufeff${V4}${BODY}`, 'utf16le')), [true, 'confirmed']);
  });
  it('takes one byte a character under the v5 header', () => deepEqual(accepted(Buffer.from(V5 + BODY)), [true, 'confirmed']));
  it('refuses UTF-16LE without its mark', () => deepEqual(accepted(Buffer.from(V5 + BODY, 'utf16le')), [false, 'confirmed']));
  it('refuses big-endian UTF-16 (assumed)', () => deepEqual(accepted(Buffer.from(`\ufeff${V5}${BODY}`, 'utf16le').swap16()), [false, 'assumed']));
  it('refuses a UTF-8 mark (assumed)', () => deepEqual(accepted(Buffer.from(`\ufeff${V5}${BODY}`)), [false, 'assumed']));
  it('reads UTF-8 without a mark in the ANSI code page', () => {
    const { operations } = explainImport(Buffer.from(`${V5}\r\n[${KEY}]\r\n"a"="ö"\r\n`));
    deepEqual([operations[1]?.data, operations[1]?.certainty], [Buffer.from('Ã¶\0', 'utf16le').toString('hex'), 'assumed']);
  });
  for (const [name, bytes] of [['empty', []], ['a mark alone', [0xff, 0xfe]], ['random', [1, 2, 3, 0xfe, 0]]] as const) {
    it(`refuses a file that is ${name}`, () => equal(explainImport(Uint8Array.from(bytes)).accepted, false));
  }
  it('keeps lone surrogates of a UTF-16 string as they are', () => {
    const bytes = Buffer.concat([Buffer.from(`\ufeff${V5}\r\n[${KEY}]\r\n"a"="`, 'utf16le'), Buffer.from([0x00, 0xd8]), Buffer.from('"\r\n', 'utf16le')]);
    equal(explainImport(bytes).operations[1]?.data, '00d80000');
  });
});

describe('key lines', () => {
  const keys = (...lines: readonly string[]): string[] => {
    const text = [V5, '', ...lines, ''].join('\r\n');
    return importText(text).operations.map(({ op, key, name }) => `${op} ${key}${name === undefined ? '' : ` ${name}`}`);
  };
  it('roots in any case, written in full', () => deepEqual(keys('[hkey_CURRENT_user\\a]'), ['createKey HKEY_CURRENT_USER\\a']));
  it('blanks before the bracket', () => deepEqual(keys(' \t[HKEY_CURRENT_USER\\a]'), ['createKey HKEY_CURRENT_USER\\a']));
  it('blanks before the closing bracket belong to the name', () => deepEqual(keys('[HKEY_CURRENT_USER\\a ]'), ['createKey HKEY_CURRENT_USER\\a ']));
  it('trailing backslashes are left out', () => deepEqual(keys('[HKEY_CURRENT_USER\\a\\\\]'), ['createKey HKEY_CURRENT_USER\\a']));
  it('only backslashes separate', () => deepEqual(keys('[HKEY_CURRENT_USER\\http://a "b"]'), ['createKey HKEY_CURRENT_USER\\http://a "b"']));
  it('the last closing bracket counts', () => deepEqual(keys('[HKEY_CURRENT_USER\\a[1]]'), ['createKey HKEY_CURRENT_USER\\a[1]']));
  it('a blank after the bracket or the minus, a missing bracket: nothing', () => {
    deepEqual(keys('[ HKEY_CURRENT_USER\\a]', '[\tHKEY_CURRENT_USER\\a]', '[- HKEY_CURRENT_USER\\a]', '[ -HKEY_CURRENT_USER\\a]', '[HKEY_CURRENT_USER\\a', 'HKEY_CURRENT_USER\\a]'), []);
  });
  it('an unknown root drops its values', () => deepEqual(keys('[HKEY_CURRENT_USER\\a]', '[HKEY_CURRENT_USERS\\b]', '"x"=dword:1'), ['createKey HKEY_CURRENT_USER\\a']));
  it('an abbreviated root drops its values (assumed)', () => deepEqual(keys('[HKCU\\b]', '"x"=dword:1'), []));
  it('a deletion, and values under it are ignored', () => deepEqual(keys('[-HKEY_CURRENT_USER\\a]', '"x"=dword:1'), ['deleteKey HKEY_CURRENT_USER\\a']));
  it('a root cannot be deleted (assumed)', () => deepEqual(keys('[-HKEY_CURRENT_USER]'), []));
  it('unknown lines do not close the key', () => {
    deepEqual(keys('[HKEY_CURRENT_USER\\a]', 'anything', '# more', '"x"=dword:1'), ['createKey HKEY_CURRENT_USER\\a', 'set HKEY_CURRENT_USER\\a x']);
  });
  it('a name part of more than 255 characters is refused (assumed)', () => deepEqual(keys(`[HKEY_CURRENT_USER\\${'a'.repeat(256)}]`), []));
  it('after a damaged key line values go to the key before it, which is assumed', () => {
    const { operations } = importText([V5, `[${KEY}]`, '[ HKEY_CURRENT_USER\\b]', '"x"=dword:1', ''].join('\r\n'));
    deepEqual(operations.map(({ key, certainty }) => [key, certainty]), [[KEY, 'confirmed'], [KEY, 'assumed']]);
  });
});

describe('the dialect of Windows 3.1', () => {
  const root = 'HKEY_CLASSES_ROOT\\a';
  const data = (...lines: readonly string[]): (string | undefined)[] =>
    importText(['REGEDIT', ...lines].join('\r\n'))
      .operations.filter(({ op }) => op === 'set')
      .map(({ data: stored }) => Buffer.from(stored ?? '', 'hex').toString('utf16le'));
  it('sets default values', () => deepEqual(data(`${root} = x`, `${root} =y`, `${root} z`, root), ['x\0', 'y\0', 'z\0', '\0']));
  it('drops one blank after the equals sign and keeps the rest', () => deepEqual(data(`${root} =  x `), [' x \0']));
  it('ignores lines that do not start with the root in upper case', () => {
    deepEqual(data(` ${root} = x`, `;${root} = x`, `${root.toLowerCase()} = x`, `[${KEY}]`), []);
  });
});

describe('the explanation', () => {
  it('names every line that does something or is skipped, and no other', () => {
    const { operations, skipped } = importText([V5, '', '; comment', `[${KEY}]`, '"a"=dword:zz', '"b"=hex:01,\\', '"c"="x"', '"d"=hex:01,', '  02', 'junk', ''].join('\r\n'));
    deepEqual(operations.map(({ line }) => line), [4, 8]);
    deepEqual(skipped.map(({ line }) => line), [5, 6, 7, 9, 10]);
    ok(skipped.every(({ reason }) => reason.length > 10));
  });
});
