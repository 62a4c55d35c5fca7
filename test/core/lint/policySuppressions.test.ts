// Comments that silence findings in the text formats of group policy: what they reach, what they leave, and the edits that write them.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { lintText, type LintResult } from '../../../src/core/lint/linter';
import { english } from '../../../src/core/messages/english';
import { applyEdits } from '../../../src/core/text/edits';

const lines = (...all: readonly string[]): string => all.join('\r\n');

function lint(document: string, text: string): LintResult {
  return lintText({
    document,
    text,
    seen: { encoding: 'utf-16le', bom: true },
    severities: new Map(),
    onRuleError: (code, error) => {
      throw new Error(code, { cause: error });
    },
  });
}

const POLICIES = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const ABOVE = 'rdp-diagnostics-disable-next-line RDP501';
const FILE = 'rdp-diagnostics-disable RDP501';

interface Sample {
  readonly format: string;
  readonly file: string;
  /** Two findings, RDP501 first, with these lines where comments can stand: at the top, above the first, above the second. */
  readonly text: (top: readonly string[], first: readonly string[], second: readonly string[]) => string;
  readonly comment: (words: string) => string;
  readonly offered: readonly string[];
}

const lgpoEntry = (name: string): readonly string[] => ['Computer', POLICIES, name, 'DWORD:0'];
const rule = (name: string): string =>
  `  <ComputerConfig><Key>${POLICIES}</Key><Value>${name}</Value><RegType>REG_DWORD</RegType><RegData>0</RegData><PolicyName>P</PolicyName></ComputerConfig>`;
const item = (name: string): string =>
  `  <Registry clsid="{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}" name="${name}"><Properties action="U" hive="HKEY_LOCAL_MACHINE" key="${POLICIES}" name="${name}" type="REG_DWORD" value="00000000"/></Registry>`;
const xml = (words: string): string => `<!-- ${words} -->`;

const samples: readonly Sample[] = [
  {
    format: 'security-template',
    file: 'GptTmpl.inf',
    text: (top, first, second) =>
      lines(...top, '[Unicode]', 'Unicode=yes', '[Version]', 'signature="$CHICAGO$"', 'Revision=1', '[Registry Values]', ...first, `MACHINE\\${POLICIES}\\UserAuthentication=4,0`, ...second, `MACHINE\\${POLICIES}\\SecurityLayer=4,0`, ''),
    comment: (words) => `; ${words}`,
    offered: ['Suppress RDP501 for this line', 'Suppress RDP501 for this file'],
  },
  {
    format: 'lgpo',
    file: 'lgpo.txt',
    text: (top, first, second) => lines(...top, ...first, ...lgpoEntry('UserAuthentication'), '', ...second, ...lgpoEntry('SecurityLayer'), ''),
    comment: (words) => `; ${words}`,
    offered: ['Suppress RDP501 for this entry', 'Suppress RDP501 for this file'],
  },
  {
    format: 'policy-rules',
    file: 'a.PolicyRules',
    text: (top, first, second) => lines(...top, '<PolicyRules>', ...first.map((line) => `  ${line}`), rule('UserAuthentication'), ...second.map((line) => `  ${line}`), rule('SecurityLayer'), '</PolicyRules>', ''),
    comment: xml,
    offered: ['Suppress RDP501 for this entry', 'Suppress RDP501 for this file'],
  },
  {
    format: 'gpp-registry',
    file: 'Registry.xml',
    text: (top, first, second) =>
      lines('<?xml version="1.0" encoding="utf-16"?>', ...top, '<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">', ...first.map((line) => `  ${line}`), item('UserAuthentication'), ...second.map((line) => `  ${line}`), item('SecurityLayer'), '</RegistrySettings>', ''),
    comment: xml,
    offered: [],
  },
];

for (const { format, file, text, comment, offered } of samples) {
  describe(`a comment that suppresses in ${format}`, () => {
    const codes = (top: readonly string[], first: readonly string[], second: readonly string[]): readonly string[] => {
      const result = lint(file, text(top, first, second));
      equal(result.format, format);
      return result.findings.map(({ code }) => code);
    };

    it('silences its rule in what follows and nowhere else', () => {
      deepEqual(codes([], [], []), ['RDP501', 'RDP502']);
      deepEqual(codes([], [comment(ABOVE)], []), ['RDP502']);
      deepEqual(codes([], [comment(ABOVE), comment('why')], []), ['RDP502']);
      deepEqual(codes([], [], [comment(ABOVE)]), ['RDP501', 'RDP033', 'RDP502']);
      deepEqual(codes([comment(FILE)], [], []), ['RDP502']);
      deepEqual(codes([], [], [comment(FILE)]), ['RDP502']);
    });

    it('is said to be idle where it is, and goes with its line', () => {
      const idle = text([comment('rdp-diagnostics-disable RDP999')], [], [comment('rdp-diagnostics-disable-next-line RDP502 RDP201 why')]);
      const result = lint(file, idle);
      deepEqual(result.findings.map(({ code, message }) => [code, code === 'RDP033' ? english(message) : '']), [
        ['RDP033', 'RDP999 is no rule, so there is nothing to suppress.'],
        ['RDP501', ''],
        ['RDP033', `RDP201 finds nothing in the next ${format === 'security-template' ? 'line' : 'entry'}, so there is nothing to suppress.`],
      ]);
      equal(applyEdits(idle, result.fixAllEdits()), text([], [], [comment('rdp-diagnostics-disable-next-line RDP502 why')]));
    });

    it('is written where the format takes comments', () => {
      const result = lint(file, text([], [], []));
      const [finding] = result.findings;
      ok(finding);
      const fixes = result.suppressionsFor(finding);
      deepEqual(fixes.map(({ title }) => english(title)), offered);
      const after = fixes.map(({ edits }) => applyEdits(text([], [], []), edits));
      deepEqual(after, offered.length === 0 ? [] : [text([], [comment(ABOVE)], []), text([comment(FILE)], [], [])]);
    });

    it('takes another code in', () => {
      const before = text([comment('rdp-diagnostics-disable because')], [comment('rdp-diagnostics-disable-next-line RDP502')], []);
      const result = lint(file, before);
      const finding = result.findings.find(({ code }) => code === 'RDP501');
      ok(finding);
      const after = result.suppressionsFor(finding).map(({ edits }) => applyEdits(before, edits));
      deepEqual(after, offered.length === 0 ? [] : [
        text([comment('rdp-diagnostics-disable because')], [comment('rdp-diagnostics-disable-next-line RDP502 RDP501')], []),
        text([comment(`${FILE} because`)], [comment('rdp-diagnostics-disable-next-line RDP502')], []),
      ]);
    });
  });
}

describe('words that are no comment', () => {
  it('stand in CDATA, in a value, or below an empty comment', () => {
    const none = (file: string, text: string): void => deepEqual(lint(file, text).findings.map(({ code }) => code), ['RDP501'], text);
    none('a.PolicyRules', lines('<PolicyRules>', `<x><![CDATA[<!-- ${FILE} -->]]></x>`, rule('UserAuthentication'), '</PolicyRules>'));
    none('lgpo.txt', lines(...lgpoEntry('UserAuthentication'), '', 'Computer', 'SOFTWARE\\X', 'x', `SZ:; ${FILE}`, ''));
    none('GptTmpl.inf', lines('[Version]', 'signature="$CHICAGO$"', '[System Access]', ';', FILE, '[Registry Values]', `MACHINE\\${POLICIES}\\UserAuthentication=4,0`));
  });
});

describe('a comment between two entries of LGPO text', () => {
  it('leaves an empty line where nothing else sets them apart', () => {
    const [first, second] = [lgpoEntry('UserAuthentication'), ['Computer', 'SOFTWARE\\X', 'x', 'SZ:']];
    const text = lines(...first, '; rdp-diagnostics-disable-next-line RDP999', ...second, '');
    equal(applyEdits(text, lint('lgpo.txt', text).fixAllEdits()), lines(...first, '', ...second, ''));
  });
});
