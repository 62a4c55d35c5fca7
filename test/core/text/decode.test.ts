// Bytes to text: what an editor shows and what Windows reads.
import { deepEqual, equal } from 'node:assert/strict';
import { decode8Bit, decodeAsWindows, decodeText, firstNonAscii } from '../../../src/core/text/decode';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('decoding a file', () => {
  for (const [name, bytes, text, encoding, bom] of [
    ['UTF-16LE with its mark', utf16('\ufeffaö'), 'aö', 'utf-16le', true],
    ['UTF-16LE without its mark', utf16('[HKEY]'), '[HKEY]', 'utf-16le', false],
    ['UTF-16BE with its mark', utf16('\ufeffaö').swap16(), 'aö', 'utf-16be', true],
    ['UTF-16BE without its mark', utf16('[HKEY]').swap16(), '[HKEY]', 'utf-16be', false],
    ['UTF-8 with its mark', Buffer.from('\ufeffaö'), 'aö', 'utf-8', true],
    ['UTF-8', Buffer.from('aö'), 'aö', 'utf-8', false],
    ['a code page', Buffer.from('61f6', 'hex'), 'aö', '8-bit', false],
    ['nothing', Buffer.alloc(0), '', 'utf-8', false],
  ] as const) {
    it(name, () => {
      const decoded = decodeText(bytes);
      deepEqual([decoded.text, decoded.seen], [text, { encoding, bom }]);
    });
  }

  it('tells when a UTF-16 file is cut in the middle of a character', () => {
    deepEqual([decodeText(utf16('\ufeffab').subarray(0, 5)).cutMidCharacter, decodeText(utf16('\ufeffab')).cutMidCharacter], [true, false]);
  });

  it('reads one byte a character as Windows-1252 on every runtime', () => {
    equal(decode8Bit(Uint8Array.of(0x80, 0x81, 0x9f, 0xa0, 0xff)), '\u20ac\x81\u0178\u00a0\u00ff');
  });

  it('reads as Windows does: UTF-16LE only behind its mark', () => {
    deepEqual([decodeAsWindows(utf16('\ufeffa')), decodeAsWindows(Buffer.from('ö'))], ['a', 'Ã¶']);
  });

  it('finds the first character that is not ASCII', () => {
    deepEqual([firstNonAscii('abc'), firstNonAscii('abö')], [-1, 2]);
  });
});
