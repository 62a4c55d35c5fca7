// What value lines do on import. Facts confirmed on Windows unless a title says "assumed".
import { deepEqual, equal } from 'node:assert/strict';
import { importText, KEY, V4, V5, valuesOf } from './importing';

const NUL = '0000';
const utf16 = (text: string): string => Buffer.from(text, 'utf16le').toString('hex');

/** [title, lines, what is set with either header] */
type Case = readonly [title: string, lines: readonly string[], set: readonly string[]];

function run(cases: readonly Case[], header?: string): void {
  for (const [title, lines, set] of cases) it(title, () => deepEqual(valuesOf(lines, header), set));
}

describe('value names', () => {
  run([
    ['@ is the default value', ['@="x"'], [`=1:${utf16('x')}${NUL}`]],
    ['an empty quoted name is the default value', ['""="x"'], [`=1:${utf16('x')}${NUL}`]],
    ['"@" in quotes is the default value (assumed)', ['"@"="x"'], [`=1:${utf16('x')}${NUL}`]],
    ['blanks around the equals sign', ['\t"a" \t = \t"x"'], [`a=1:${utf16('x')}${NUL}`]],
    ['blanks inside the quotes belong to the name', ['"  a "=dword:1'], ['  a =4:01000000']],
    ['escaped quotes and backslashes', ['"a\\"b\\\\c"=dword:1'], ['a"b\\c=4:01000000']],
    ['; # / = inside quotes are ordinary', ['"a;#/=\'b"=dword:1'], ["a;#/='b=4:01000000"]],
    ['a name without quotes', ['a="x"', '"b"=dword:1'], ['b=4:01000000']],
    ['a name with only its second quote', ['a"="x"'], []],
    ['a name with only its first quote', ['"a="x"'], []],
    ['a name over two lines', ['"a\\', 'b"="x"'], []],
  ]);
});

describe('strings', () => {
  run([
    ['an empty string is stored with its NUL', ['"a"=""'], [`a=1:${NUL}`]],
    ['quotes and backslashes', ['"a"="C:\\\\x \\"y\\""'], [`a=1:${utf16('C:\\x "y"')}${NUL}`]],
    ['comment marks inside quotes are text', ['"a"=";x #y"'], [`a=1:${utf16(';x #y')}${NUL}`]],
    ['a ; comment and blanks after it', ['"a"="x"  \t;c', '"b"="y";"c"="z"'], [`a=1:${utf16('x')}${NUL}`, `b=1:${utf16('y')}${NUL}`]],
    ['a # comment after it', ['"a"="x" #c', '"b"="y"#c'], []],
    ['other text after it', ['"a"="x" y', '"b"="y"z'], []],
    ['an inner quote, a doubled quote', ['"a"="x"y"', '"b"="x""y"'], []],
    ['\\0 as an escape', ['"a"="\\0"', '"b"="x\\0y"'], []],
    ['a single backslash in a path (assumed)', ['"a"="C:\\Windows"'], []],
    ['no opening, no closing quote', ['"a"=x"', '"b"="x', '"c"=x'], []],
    ['a string over two lines', ['"a"="x', 'y"', '"b"=dword:1'], ['b=4:01000000']],
    ['a missing quote does not swallow the next value', ['"a"="x', '"b"=dword:1'], ['b=4:01000000']],
    ['no data at all', ['"a"=', '"b"=;x'], []],
  ]);
});

describe('dwords', () => {
  run([
    ['one to eight digits, hexadecimal', ['"a"=dword:1', '"b"=dword:00003389', '"c"=dword:FFFFFFFF'], ['a=4:01000000', 'b=4:89330000', 'c=4:ffffffff']],
    ['blanks after the colon and at the end', ['"a"=dword: \t8 \t'], ['a=4:08000000']],
    ['a ; comment', ['"a"=dword:8;x', '"b"=dword:8 ;x'], ['a=4:08000000', 'b=4:08000000']],
    ['a # comment', ['"a"=dword:8#x', '"b"=dword:8 #x'], []],
    ['nothing, words, nine digits, a prefix', ['"a"=dword:', '"b"=dword:hello', '"c"=dword:000000001', '"d"=dword:0x1'], []],
    ['blanks between digits, a continuation', ['"a"=dword:12 34', '"b"=dword:12\\', '34'], []],
    ['an upper-case keyword (assumed)', ['"a"=DWORD:1', '"b"=Hex:01'], []],
  ]);
});

describe('hex data', () => {
  run([
    ['bytes, a trailing comma, none', ['"a"=hex:01,fF', '"b"=hex:01,', '"c"=hex:'], ['a=3:01ff', 'b=3:01', 'c=3:']],
    ['any type number up to eight digits', ['"a"=hex(0):01', '"b"=hex(ffffffff):01', '"c"=hex(ffff0012):01'], ['a=0:01', 'b=4294967295:01', 'c=4294901778:01']],
    ['type numbers that are none', ['"a"=hex(0x2):01', '"b"=hex(100000000):01', '"c"=hex(x2):01', '"d"=hex():01'], []],
    ['numbers of the wrong length are stored as they are (assumed)', ['"a"=hex(4):01,02,03', '"b"=hex(b):01'], ['a=4:010203', 'b=11:01']],
    ['bytes above ff', ['"a"=hex:01,100', '"b"=hex:1a4'], []],
    ['two commas, a leading comma, words, a slash', ['"a"=hex:01,,02', '"b"=hex:,01', '"c"=hex:zz', '"d"=hex:01,/'], []],
    ['a ; comment, a # comment', ['"a"=hex:01 ;x', '"b"=hex:01\t#x'], ['a=3:01']],
    ['one-digit bytes and blanks around commas (assumed)', ['"a"=hex:1,2', '"b"=hex:01 , 02'], ['a=3:0102', 'b=3:0102']],
  ]);
  it('marks what was not confirmed', () => {
    const { operations } = importText([V5, `[${KEY}]`, '"a"=hex:1', '"b"=hex(b):01', '"c"=hex:01', '"d"=hex(1):41,00'].join('\r\n'));
    deepEqual(operations.map(({ name, certainty }) => [name, certainty]), [[undefined, 'confirmed'], ['a', 'assumed'], ['b', 'assumed'], ['c', 'confirmed'], ['d', 'assumed']]);
  });
});

describe('hex data over several lines', () => {
  run([
    ['a comma and a backslash, indented or not', ['"a"=hex:01,\\', '  02,\\', '03'], ['a=3:010203']],
    ['blanks and a ; comment after the backslash', ['"a"=hex:01,  \\ \t;x,#y', '02'], ['a=3:0102']],
    ['blanks before the backslash', ['"a"=hex:01,\t\\', '02'], ['a=3:0102']],
    ['a backslash right after the colon', ['"a"=hex:\\', '  01'], ['a=3:01']],
    ['blank and ; lines in between', ['"a"=hex:01,\\', '', ' ;x', '\t', '02'], ['a=3:0102']],
    ['no comma before the backslash', ['"a"=hex:01\\', '02', '"b"=hex:01\\', ',02', '"c"=dword:1'], ['c=4:01000000']],
    ['a lone comma before the backslash', ['"a"=hex:,\\', '01'], []],
    ['a second bare backslash', ['"a"=hex:01,\\', '\\', '02'], []],
    ['a byte torn in two', ['"a"=hex:01,0\\', '2,03', '"b"=dword:1'], ['b=4:01000000']],
    ['a backslash inside a line', ['"a"=hex:01\\,02', '"b"=hex:01,\\02', '"c"=hex:\\01', '"d"=hex:0\\1'], []],
    ['two backslashes', ['"a"=hex:01,\\\\', '02'], []],
    ['a comma but no backslash keeps the first line', ['"a"=hex:01,02,', '  03,04', '"b"=dword:1'], ['a=3:0102', 'b=4:01000000']],
    ['no comma and no backslash keeps the first line', ['"a"=hex:01,02', '  03,04'], ['a=3:0102']],
    ['a # line in between drops the value, not the next', ['"a"=hex:01,\\', '#x', '"b"=dword:1'], ['b=4:01000000']],
    ['a # comment after the backslash', ['"a"=hex:01,\\#x', '02'], []],
    ['the end of the file after the backslash', ['"a"=hex:01,\\'], ['a=3:01']],
    ['a dangling backslash takes the next value along', ['"a"=hex:01,\\', '"b"=dword:1', '"c"=dword:1'], ['c=4:01000000']],
    ['over blank and ; lines', ['"a"=hex:01,\\', ';x', '', '"b"=dword:1'], []],
    ['without the comma only its own value is lost', ['"a"=hex:01\\', '"b"=dword:1'], ['b=4:01000000']],
  ]);
  it('a dangling backslash takes a key line along', () => {
    const { operations } = importText([V5, `[${KEY}]`, '"a"=hex:01,\\', `[${KEY}\\Sub]`, '"b"=dword:1', ''].join('\r\n'));
    deepEqual(operations.map(({ op, key, name }) => [op, key, name]), [['createKey', KEY, undefined], ['set', KEY, 'b']]);
  });
  it('the end of the file right after the backslash stores what is there', () => {
    const { operations } = importText([V5, `[${KEY}]`, '"a"=hex(2):41,00,\\'].join('\r\n'));
    equal(operations[1]?.data, `${utf16('A')}${NUL}`);
  });
});

describe('text in hex data', () => {
  const path = utf16('%P%');
  run([
    ['UTF-16LE, as it is or with its missing NUL', ['"a"=hex(2):25,00,50,00,25,00,00,00', '"b"=hex(2):25,00,50,00,25,00', '"c"=hex(2):25,00,50,00,25,00,'], [`a=2:${path}${NUL}`, `b=2:${path}${NUL}`, `c=2:${path}${NUL}`]],
    ['a list keeps the NULs it has and gets one where it has none', ['"a"=hex(7):41,00', '"b"=hex(7):41,00,00,00', '"c"=hex(7):41,00,00,00,00,00'], [`a=7:4100${NUL}`, `b=7:4100${NUL}`, `c=7:4100${NUL}${NUL}`]],
    ['empty data stays empty', ['"a"=hex(1):', '"b"=hex(2):', '"c"=hex(7):'], ['a=1:', 'b=2:', 'c=7:']],
  ]);
  describe('in a REGEDIT4 file', () => {
    run(
      [
        ['one byte a character', ['"a"=hex(2):25,50,25,00', '"b"=hex(2):25,50,25', '"c"=hex(7):41,00,00'], [`a=2:${path}${NUL}`, `b=2:${path}${NUL}`, `c=7:4100${NUL}${NUL}`]],
        ['binary data is not touched', ['"a"=hex:25,50'], ['a=3:2550']],
      ],
      V4,
    );
  });
});

describe('deleting values', () => {
  run([
    ['a minus, blanks, a ; comment', ['"a"=-', '@= - \t', '"b"=- ;x'], ['deleteValue a', 'deleteValue ', 'deleteValue b']],
    ['anything else after the minus', ['"a"=-"x"', '"b"=- #x'], []],
  ]);
});
