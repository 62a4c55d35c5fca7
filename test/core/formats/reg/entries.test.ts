// A .reg file as entries: what importing it does, statement by statement, with the lines that say it.

import { deepEqual } from 'node:assert/strict';
import { regEntries } from '../../../../src/core/formats/reg/entries';
import { parseReg } from '../../../../src/core/formats/reg/parser';
import { hexText } from '../../../../src/core/registry/valueData';
import { V4, V5 } from './importing';

function told(...lines: readonly string[]): readonly string[] {
  return regEntries(parseReg(lines.join('\r\n')), 'a.reg').map(({ action, hive, key, name, type, data }) => `${action} ${hive} ${key}|${name}${type === undefined ? '' : `=${String(type)}:${hexText(data)}`}`);
}

describe('a .reg file as entries', () => {
  it('tells each root, value and deletion', () => {
    deepEqual(
      told(V5, '[HKEY_LOCAL_MACHINE\\A]', '"n"=dword:00000d3d', '@="x"', '"gone"=-', '[HKEY_CURRENT_USER\\B]', '"b"=hex:01,02', '[HKEY_CLASSES_ROOT\\C]', '"c"=hex(63):ff', '[HKEY_USERS\\S-1-5-18]', '"d"=hex(7):', '[HKEY_CURRENT_CONFIG]', '"e"=""', '[-HKEY_LOCAL_MACHINE\\Old]'),
      ['set machine A|n=4:3d0d0000', 'set machine A|=1:78000000', 'deleteValue machine A|gone', 'set user B|b=3:0102', 'set classes C|c=99:ff', 'set users S-1-5-18|d=7:', 'set config |e=1:0000', 'deleteKey machine Old|'],
    );
  });

  it('tells a key line where nothing is set under it', () => {
    deepEqual(told(V5, '[HKEY_CURRENT_USER\\Empty]', '[HKEY_CURRENT_USER\\Cleared]', '"a"=-', '[HKEY_CURRENT_USER\\Full]', '"a"=-', '"b"=""', '[HKEY_CURRENT_USER\\Damaged]', '"a"=dword:x'), [
      'createKey user Empty|',
      'createKey user Cleared|',
      'deleteValue user Cleared|a',
      'deleteValue user Full|a',
      'set user Full|b=1:0000',
      'createKey user Damaged|',
    ]);
  });

  it('leaves out what Windows skips, and a root that no Windows has', () => {
    deepEqual(told(V5, '"early"=""', '[HKLM\\A]', '"a"=""', '[HKEY_DYN_DATA\\A]', '"b"=""', '[-HKEY_CURRENT_USER]', '[-HKEY_CURRENT_USER\\A]', '"c"=""'), ['deleteKey user A|']);
  });

  it('reads text of the old dialects as it is stored', () => {
    deepEqual(told(V4, '[HKEY_CURRENT_USER\\A]', '"t"=hex(2):41,00'), ['set user A|t=2:41000000']);
    deepEqual(told('REGEDIT', 'HKEY_CLASSES_ROOT\\a = b', 'no'), ['set classes a|=1:62000000']);
  });

  it('points to the statement, its name and its data', () => {
    const text = [V5, '', '[HKEY_CURRENT_USER\\A]', '"n"=dword:1 ; why', '[-HKEY_CURRENT_USER\\B]'].join('\r\n');
    const pieces = regEntries(parseReg(text), 'a.reg').map(({ evidence: { range, nameRange, dataRange } }) => [range, nameRange, dataRange].map((part) => (part === undefined ? undefined : text.slice(part.start, part.end))));
    deepEqual(pieces, [
      ['"n"=dword:1', 'n', 'dword:1'],
      ['[-HKEY_CURRENT_USER\\B]', 'HKEY_CURRENT_USER\\B', undefined],
    ]);
  });
});
