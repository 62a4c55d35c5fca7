// Texts that a shell, a code page or a parser would take for something else.
import fc from 'fast-check';

const pieces = [
  ...Array.from('&|;<>^%!$`"\'()[]{}*?~#@=,\\/ \t\r\n\0\u0007\u001b'),
  '%OS%', '$(1)', '`n', '$null', '&&', '||', '2>&1', "'@", '"@', "@'\n", '--%', '-EncodedCommand', '#>', '<#', '$input', '${env:PATH}', '\r\n', '\u2018', '\u201c', '\u2013',
  '\u00e9', '\u20ac', '\u{1f600}', '\ud800', '\udc00', '\u202e', '\u200f', '\ufeff', '\uffff', '_x000D_', '</S>', '\\u0041', 'part 5', 'end',
];

export const awkward: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((some) => some.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

export const everyPiece: string = pieces.join('');
