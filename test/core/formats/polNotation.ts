// registry.pol files as text, so that a fixture can be read and its changes seen. `[`, `;` and `]` are those units; a quoted text is UTF-16
// with its NUL; other words are bytes in hexadecimal digits; `=N:` starts data that is as long as what follows up to `]`, with its size in
// front (type N, decimal). `#` starts a comment. `header` is what a good file starts with.

import { utf16Bytes } from '../../../src/core/registry/valueData';

const HEADER = Buffer.from('5052656701000000', 'hex');
const WORD = /#[^\n]*|"([^"]*)"(\*\d+)?|(\[|;|\])|=(\d+):|([0-9a-f]+)(\*\d+)?|(header)|(\S+)/g;

function unit(sign: string): Buffer {
  return Buffer.from(sign, 'utf16le');
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const times = (mark: string | undefined): number => (mark === undefined ? 1 : Number(mark.slice(1)));

/** The bytes a text in this notation stands for. `"a"*3` repeats the text before its NUL, `00*3` the bytes. */
export function polBytes(notation: string): Uint8Array {
  const pieces: Buffer[] = [];
  let measured: { readonly type: number; readonly from: number } | undefined;
  for (const [, text, textTimes, sign, type, hex, hexTimes, header, unknown] of notation.matchAll(WORD)) {
    if (unknown !== undefined) throw new Error(`"${unknown}" is no word of the notation`);
    if (header !== undefined) pieces.push(HEADER);
    if (text !== undefined) pieces.push(Buffer.from(utf16Bytes(`${text.repeat(times(textTimes))}\0`)));
    if (hex !== undefined) pieces.push(Buffer.from(hex.repeat(times(hexTimes)), 'hex'));
    if (type !== undefined) measured = { type: Number(type), from: pieces.length };
    if (sign === ']' && measured !== undefined) {
      const data = Buffer.concat(pieces.splice(measured.from));
      pieces.push(number(measured.type), unit(';'), number(data.length), unit(';'), data);
      measured = undefined;
    }
    if (sign !== undefined) pieces.push(unit(sign));
  }
  return new Uint8Array(Buffer.concat(pieces));
}
