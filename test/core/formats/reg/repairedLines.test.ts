// Line repairs beside a backslash that is one too many: the repaired line must not take the next one, which may be a good one.
import { deepEqual, equal } from 'node:assert/strict';
import { fixesOf, lint } from '../../../fuzz/regFixes';

const HEADER = 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\a]\r\n';
const NEXT = '\r\n"good"=dword:00000001\r\n';

/** The line under a good key and over a good value, after its first line-repairing fix. */
function repaired(line: string, next = NEXT): string {
  const fix = fixesOf(`${HEADER}${line}${next}`).find(({ remedy }) => remedy.effect === 'repairs-line');
  const fixed = fix?.fixed ?? 'no fix';
  return fixed.startsWith(HEADER) && fixed.endsWith(next) ? fixed.slice(HEADER.length, fixed.length - next.length) : fixed;
}

describe('a line that is repaired beside a backslash too many', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['"a"=hex:01,02\\', '"a"=hex:01,02'],
    ['"a"=hex:01,02\\ ;c', '"a"=hex:01,02 ;c'],
    ['"a"=hex(0x3):01,02,\\', '"a"=hex(3):01,02'],
    ['"a"=HEX:01,02,\\', '"a"=hex:01,02'],
    ['"a"=hex:01,\\ #c', '"a"=hex:01 ;c'],
    ['"a=hex:01,02,\\', '"a"=hex:01,02'],
    ['a=hex:01,02,\\', '"a"=hex:01,02'],
    ['\u201ca\u201d=hex:01,02,\\', '"a"=hex:01,02'],
    ['a=hex:01,\\\r\n  02,\\', '"a"=hex:01,\\\r\n  02'],
    ['"a"=hex:01,\\\r\n#c\r\n;d\r\n#', '"a"=hex:01,\\\r\n;c\r\n;d\r\n;'],
    ['"a"=hex:01\r\n  02,\\', '"a"=hex:01,\\\r\n  02'],
    ['"a"=hex:01,\\\r\n"b"=hex:02,\\', '"a"=hex:01\r\n"b"=hex:02'],
    // No hex data: the backslash is text.
    ['a="C:\\\\"', '"a"="C:\\\\"'],
  ];
  for (const [line, wanted] of cases) {
    it(JSON.stringify(line), () => {
      equal(repaired(line), wanted);
    });
  }

  it('keeps the backslash where data follows, after comments too', () => {
    equal(repaired('a=hex:01,\\', '\r\n;c\r\n\r\n  02,03\r\n'), '"a"=hex:01,\\');
    equal(repaired('"a"=hex:01\\', '\r\n  02,03\r\n'), '"a"=hex:01,\\');
  });
});

describe('a value under no key that takes the next line along', () => {
  it('is reported, for the line may be the key line all others wait for', () => {
    const text = 'Windows Registry Editor Version 5.00\r\n\r\n"a"=hex:01,\\\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\a]\r\n"b"=dword:00000001\r\n';
    deepEqual(lint(text).findings.map(({ code }) => code), ['RDP009', 'RDP015']);
  });
});
