// What holds for every comment that asks for silence in a text of group policy: the one that a fix writes silences its finding and no other
// rule, the one that does nothing goes with a fix, and neither changes what the document says.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Entry } from '../../src/core/formats/entry';
import { readPolicyText, type PolicyTextFormat } from '../../src/core/formats/policySource';
import { lintText, type LintResult } from '../../src/core/lint/linter';
import { applyEdits } from '../../src/core/text/edits';
import { SEED } from './regText';

const seen = { encoding: 'utf-16le', bom: true } as const;
const POLICIES = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';

const name = fc.constantFrom('UserAuthentication', 'SecurityLayer', 'fDenyTSConnections', 'PortNumber', 'Other');
const value = fc.constantFrom(0, 1, 3389);
const newline = fc.constantFrom('\r\n', '\n', '\r');
const words = fc.oneof(
  fc.constantFrom('why', '', '-', 'rdp-diagnostics-disable', 'rdp-diagnostics-disable RDP502 why', 'rdp-diagnostics-disable-next-line RDP999, RDP501'),
  fc.tuple(fc.constantFrom('', '-next-line'), fc.constantFrom('RDP501', 'RDP502', 'RDP101', 'RDP033', 'rdp055 ', 'RDP048')).map(([scope, code]) => `rdp-diagnostics-disable${scope} ${code}`),
);

const lgpoPiece = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(name, value).map(([own, number]) => `Computer\n${POLICIES}\n${own}\nDWORD:${String(number)}`) },
  { weight: 3, arbitrary: words.map((text) => `; ${text}`) },
  fc.constantFrom('', ' ', `Computer\nHKLM\\${POLICIES}\nx\nDWORD:1`, `Computer\n${POLICIES}\nx\nWORD:1`, `Computer\n${POLICIES}`, 'Computers', `User\n${POLICIES}\nx\nDELETE`, ' ; no comment'),
);
const lgpo = fc.array(lgpoPiece, { minLength: 1, maxLength: 7 }).map((pieces) => `Computer\nSOFTWARE\\First\nx\nSZ:\n${pieces.join('\n')}`);

const templatePiece = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(name, value).map(([own, number]) => `MACHINE\\${POLICIES}\\${own}=4,${String(number)}`) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('', ' ', '\t'), words).map(([blank, text]) => `${blank}; ${text}`) },
  fc.constantFrom('', '[Privilege Rights]\nSeRemoteInteractiveLogonRight =\n[Registry Values]', 'MACHINE\\x', '[Registry Values', '[Registry Values]', '  MACHINE\\A\\b=4,x'),
);
const template = fc.array(templatePiece, { maxLength: 7 }).map((pieces) => ['[Unicode]', 'Unicode=yes', '[Version]', 'signature="$CHICAGO$"', 'Revision=1', '[Registry Values]', ...pieces].join('\n'));

const comment = words.map((text) => `<!-- ${text.replace(/^-$/, '')} -->`);
const gap = fc.constantFrom('\n', '\n  ', '', '\n\n');
const xml = (one: (name: string, value: number) => string, others: readonly string[], wrap: (inside: string) => string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.oneof({ weight: 4, arbitrary: fc.tuple(name, value).map(([own, number]) => one(own, number)) }, { weight: 3, arbitrary: comment }, fc.constantFrom(...others)), gap), { maxLength: 7 })
    .map((pieces) => wrap(pieces.flat().join('')));
const rules = xml(
  (own, number) => `<ComputerConfig>\n<Key>${POLICIES}</Key><Value>${own}</Value>\n<RegType>REG_DWORD</RegType><RegData>${String(number)}</RegData></ComputerConfig>`,
  ['<ComputerConfig/>', '<ComputerConfig><Key>a</Key><Value>b</Value><RegType>REG_X</RegType></ComputerConfig>', '<x><![CDATA[<!-- rdp-diagnostics-disable RDP501 -->]]></x>'],
  (inside) => `<PolicyRules>\n${inside}</PolicyRules>\n`,
);
const preferences = xml(
  (own, number) => `<Registry clsid="{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}" name="x"><Properties action="U" hive="HKEY_LOCAL_MACHINE" key="${POLICIES}" name="${own}" type="REG_DWORD" value="${number.toString(16).padStart(8, '0')}"/></Registry>`,
  ['<Registry><Properties action="Z" hive="HKLM" key="a" name="b" type="REG_SZ" value=""/></Registry>', '<Collection name="c"><!-- rdp-diagnostics-disable-next-line RDP501 --></Collection>'],
  (inside) => `<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">${inside}</RegistrySettings>`,
);

interface Sample {
  readonly format: PolicyTextFormat;
  readonly document: string;
  readonly text: string;
}

const sample = (format: PolicyTextFormat, document: string, text: fc.Arbitrary<string>): fc.Arbitrary<Sample> =>
  fc.tuple(text, newline).map(([made, end]) => ({ format, document, text: made.replaceAll('\n', end) }));
const samples = fc.oneof(sample('lgpo', 'a.txt', lgpo), sample('security-template', 'GptTmpl.inf', template), sample('policy-rules', 'a.PolicyRules', rules), sample('gpp-registry', 'Registry.xml', preferences));

function lint({ document }: Sample, text: string): LintResult {
  return lintText({
    document,
    text,
    seen,
    severities: new Map(),
    onRuleError: (code, error) => {
      throw new Error(`${code} failed`, { cause: error });
    },
  });
}

/** What a document says, wherever it stands: numbers in faults may be those of lines. */
function said({ format }: Sample, text: string): readonly unknown[] {
  const { entries, faults } = readPolicyText(format, text, seen, 'a');
  const placeless = (entry: Entry): unknown => JSON.parse(JSON.stringify(entry, (key, part: unknown) => (key === 'evidence' ? undefined : part)));
  return [...entries.map(placeless), ...faults.map(({ kind, args }) => [kind, args.filter((arg) => typeof arg === 'string')])];
}

const count = ({ findings }: LintResult, wanted: (code: string) => boolean): number => findings.filter(({ code }) => wanted(code)).length;

export function policySilenceProperties(numRuns: number, seed = SEED): void {
  const holds = (title: string, check: (sample: Sample, result: LintResult) => void): void => {
    it(title, () => {
      fc.assert(
        fc.property(samples, (one) => {
          const result = lint(one, one.text);
          equal(result.format, one.format);
          check(one, result);
        }),
        { numRuns, seed },
      );
    });
  };

  describe(`comments that ask for silence in texts of group policy (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(10_000 + numRuns * 60);

    holds('are written so that they silence their finding and change nothing that is said', (one, result) => {
      for (const finding of result.findings) {
        const own = (code: string): boolean => code === finding.code;
        const other = (code: string): boolean => !own(code) && code !== 'RDP033';
        for (const { edits } of result.suppressionsFor(finding)) {
          const quiet = applyEdits(one.text, edits);
          deepEqual(said(one, quiet), said(one, one.text), quiet);
          const after = lint(one, quiet);
          ok(count(after, own) < count(result, own), `${finding.code}: ${JSON.stringify(quiet)}`);
          equal(count(after, other), count(result, other), `${finding.code}: ${JSON.stringify(quiet)}`);
        }
      }
    });

    holds('go where they do nothing, and what the document says stays', (one, result) => {
      const idle = result.findings.filter(({ code }) => code === 'RDP033');
      for (const finding of idle) {
        for (const remedy of finding.remedies) {
          const edits = result.editsFor(finding, remedy);
          ok(edits !== undefined);
          const cleared = applyEdits(one.text, edits);
          deepEqual(said(one, cleared), said(one, one.text), cleared);
          ok(count(lint(one, cleared), (code) => code === 'RDP033') < idle.length, JSON.stringify(cleared));
        }
      }
    });
  });
}
