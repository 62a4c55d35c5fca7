// Which format a document has, by its content.

import { deepEqual, equal } from 'node:assert/strict';
import { detectFormat } from '../../../src/core/formats/detect';
import { decodeText } from '../../../src/core/text/decode';
import { polBytes } from './polNotation';

const ENTRY = 'Computer\r\nSoftware\\Policies\\A\r\nName\r\nDWORD:1\r\n';

describe('the format of a document', () => {
  it('is registry.pol by its signature, however the bytes are decoded, and by its name', () => {
    for (const notation of ['header', 'header [ "Software\\A" ; "N" ; =4: 01000000 ]', '50526567 02000000', 'header [ "Ω" ; "N" ; =3: 8081ff ]']) {
      equal(detectFormat(decodeText(polBytes(notation)).text, 'a'), 'registry.pol', notation);
    }
    equal(detectFormat('', 'Machine/Registry.POL'), 'registry.pol');
    equal(detectFormat('PRegulations', 'a.txt'), 'unknown');
  });

  it('is LGPO text by its shape', () => {
    const found = [ENTRY, `; comment\r\n\r\n${ENTRY}`, ENTRY.toLowerCase(), 'User:me\nK\nN\nDELETE', `Computer\nK\n\n${ENTRY}`, '; PARSING User POLICY\r\n; PARSING COMPLETED.\r\n'];
    deepEqual(found.map((text) => detectFormat(text, 'a.txt')), found.map(() => 'lgpo'));
  });

  it('is not LGPO text where something else holds it, or only looks a little like it', () => {
    const others = [`$text = @"\n${ENTRY}"@\nLGPO.exe /t`, `# comment\n${ENTRY}`, '', '; a comment', 'Computer', 'Computer science\nis\nfun\nDELETE', 'Computer\nKey\nName\nValue', '\r\n'.repeat(5000)];
    deepEqual(others.map((text) => detectFormat(text, 'a.ps1')), others.map(() => 'unknown'));
  });

  it('is reg by name or content before anything else', () => {
    equal(detectFormat(ENTRY, 'a.reg'), 'reg');
    equal(detectFormat('Windows Registry Editor Version 5.00\r\n', 'a'), 'reg');
  });
});
