// Which files of a folder are in one of our formats: by content, and none that only quotes one.

import { deepEqual, equal } from 'node:assert/strict';
import { formatOfFound } from '../../../src/core/formats/foundFormat';
import { polBytes } from './polNotation';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const KEY = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Example]\r\n"a"=dword:1\r\n';

describe('the format of a file that nobody named', () => {
  it('is what its content says, whatever it is called', () => {
    equal(formatOfFound(bytes(`Windows Registry Editor Version 5.00\r\n\r\n${KEY}`), 'settings.txt'), 'reg');
    equal(formatOfFound(bytes(`\ufeffREGEDIT4\n${KEY}`), 'settings'), 'reg');
    equal(formatOfFound(polBytes('header [ "Software\\A" ; "N" ; =4: 01000000 ]'), 'machine.bin'), 'registry.pol');
    equal(formatOfFound(bytes('User\nK\nN\nDELETE\n'), 'policy.lgpo'), 'lgpo');
    equal(formatOfFound(bytes('<PolicyRules></PolicyRules>'), 'x'), 'policy-rules');
    equal(formatOfFound(bytes('[Unicode]\r\nUnicode=yes\r\n[Privilege Rights]\r\n'), 'x'), 'security-template');
  });

  it('is what its name says where that is one of ours alone', () => {
    deepEqual([formatOfFound(bytes(KEY), 'a.REG'), formatOfFound(new Uint8Array(40), 'a.reg')], ['reg', 'reg']);
    deepEqual([formatOfFound(bytes('nonsense'), 'Machine\\Registry.pol'), formatOfFound(new Uint8Array(0), 'registry.pol')], ['registry.pol', 'registry.pol']);
  });

  it('is none of ours where one is quoted, written about, or shares an ending', () => {
    for (const [text, path] of [
      [`# How to\n\n\`\`\`\n${KEY}\`\`\`\n`, 'README.md'],
      ['Regedit is a program of Windows.', 'notes.txt'],
      ['policy_module(example, 1.0)', 'example.pol'],
      ['[Version]\r\nSignature="$CHICAGO$"\r\nClass=Printer\r\n', 'driver.inf'],
      ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.xml'],
      ['', 'empty'],
    ] as const) {
      equal(formatOfFound(bytes(text), path), 'unknown', path);
    }
  });

  it('is none of ours where zeros stand between the letters of a text', () => {
    equal(formatOfFound(bytes(`Windows Registry Editor Version 5.00\r\n${KEY}\0\0\0`), 'video.mp4'), 'unknown');
  });
});
