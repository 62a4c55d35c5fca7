// Comments that silence findings: what they reach, what they leave, and the edits that write them.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { lintText, type LintResult } from '../../../src/core/lint/linter';
import { english } from '../../../src/core/messages/english';
import type { RuleCode } from '../../../src/core/rules/rule';
import { applyEdits } from '../../../src/core/text/edits';

const HEADER = 'Windows Registry Editor Version 5.00';
const KEY = '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp]';
const NLA_OFF = '"UserAuthentication"=dword:00000000';
const lines = (...all: readonly string[]): string => all.join('\r\n');

function lint(text: string, severities: ReadonlyMap<RuleCode, 'off'> = new Map()): LintResult {
  return lintText({
    document: 'a.reg',
    text,
    seen: { encoding: 'utf-16le', bom: true },
    severities,
    onRuleError: (code, error) => {
      throw new Error(code, { cause: error });
    },
  });
}

const codes = (text: string): readonly string[] => lint(text).findings.map(({ code }) => code);

/** What the text is after the fix with this title for the first finding. */
function suppressed(text: string, title: string): string {
  const result = lint(text);
  const [finding] = result.findings;
  ok(finding);
  const fix = result.suppressionsFor(finding).find((other) => english(other.title).endsWith(title));
  ok(fix, `no fix ends in ${title}`);
  return applyEdits(text, fix.edits);
}

describe('a comment that suppresses', () => {
  it('silences its rule in the next line and nowhere else', () => {
    const other = '"SecurityLayer"=dword:00000000';
    deepEqual(codes(lines(HEADER, KEY, NLA_OFF, other)), ['RDP501', 'RDP502']);
    deepEqual(codes(lines(HEADER, KEY, '; rdp-diagnostics-disable-next-line RDP501', NLA_OFF, other)), ['RDP502']);
    deepEqual(codes(lines(HEADER, KEY, '; rdp-diagnostics-disable-next-line RDP502', NLA_OFF, other)), ['RDP033', 'RDP501', 'RDP502']);
  });

  it('reaches a value over several lines', () => {
    const cut = ['"a"=hex:01,\\', '  02,', '  03'];
    deepEqual(codes(lines(HEADER, KEY, ...cut)), ['RDP014']);
    deepEqual(codes(lines(HEADER, KEY, ';rdp-diagnostics-disable-next-line rdp014', ...cut)), []);
  });

  it('silences its rule in the whole file, wherever it stands', () => {
    deepEqual(codes(lines(HEADER, KEY, NLA_OFF, '; rdp-diagnostics-disable RDP501')), []);
  });

  it('is data inside a string and between hex lines', () => {
    deepEqual(codes(lines(HEADER, KEY, '"x"="; rdp-diagnostics-disable RDP501"', NLA_OFF)), ['RDP501']);
    deepEqual(codes(lines(HEADER, KEY, '"x"=hex:01,\\', '; rdp-diagnostics-disable RDP501', '  02', NLA_OFF)), ['RDP501']);
  });

  it('is not called idle for a rule that is turned off', () => {
    const text = lines(HEADER, KEY, '; rdp-diagnostics-disable-next-line RDP501', NLA_OFF);
    deepEqual(lint(text, new Map([['RDP501', 'off']])).findings, []);
  });

  it('loses one code of several, or goes as a whole', () => {
    const fixed = (comment: string): string => {
      const text = lines(HEADER, KEY, comment, NLA_OFF);
      return applyEdits(text, lint(text).fixAllEdits());
    };
    equal(fixed('; rdp-diagnostics-disable-next-line RDP501, RDP999 why'), lines(HEADER, KEY, '; rdp-diagnostics-disable-next-line RDP501, why', NLA_OFF));
    equal(fixed('; rdp-diagnostics-disable-next-line RDP999'), lines(HEADER, KEY, NLA_OFF));
  });
});

describe('the fix that suppresses', () => {
  const text = lines(HEADER, '', KEY, NLA_OFF, '');

  it('writes a comment above the line', () => {
    const fixed = suppressed(text, 'for this line');
    equal(fixed, lines(HEADER, '', KEY, '; rdp-diagnostics-disable-next-line RDP501', NLA_OFF, ''));
    deepEqual(codes(fixed), []);
  });

  it('writes a comment below the header', () => {
    const fixed = suppressed(text, 'for this file');
    equal(fixed, lines(HEADER, '; rdp-diagnostics-disable RDP501', '', KEY, NLA_OFF, ''));
    deepEqual(codes(fixed), []);
  });

  it('adds its code to a comment that is there', () => {
    const trap = lines(HEADER, '; rdp-diagnostics-disable RDP502 x', KEY, '; rdp-diagnostics-disable-next-line RDP024', NLA_OFF);
    const result = lint(trap);
    const finding = result.findings.find(({ code }) => code === 'RDP501');
    ok(finding);
    const after = result.suppressionsFor(finding).map(({ edits }) => applyEdits(trap, edits).split('\r\n'));
    deepEqual(after.map(([, file, , line]) => [file, line]), [
      ['; rdp-diagnostics-disable RDP502 x', '; rdp-diagnostics-disable-next-line RDP024 RDP501'],
      ['; rdp-diagnostics-disable RDP502 RDP501 x', '; rdp-diagnostics-disable-next-line RDP024'],
    ]);
  });

  it('is not offered above the header, and works in a file without a last line end or without a header', () => {
    const result = lint('REGEDIT5');
    const [finding] = result.findings;
    ok(finding);
    deepEqual(result.suppressionsFor(finding).map(({ title }) => english(title)), ['Suppress RDP002 for this file']);
    deepEqual(codes(suppressed('REGEDIT5', 'for this file')), []);
    equal(codes(suppressed(lines(KEY, NLA_OFF), 'for this file')).includes('RDP001'), false);
  });
});
