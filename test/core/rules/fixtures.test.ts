// Every fixture of every rule against its full list of findings, of all codes, so that an unwanted finding of another rule shows.
// An expectation that is missing fails and is never written here.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintBytes, lintText, type LintResult } from '../../../src/core/lint/linter';
import { english } from '../../../src/core/messages/english';
import type { Finding } from '../../../src/core/rules/rule';
import { rules } from '../../../src/core/rules/table';
import { decodeText } from '../../../src/core/text/decode';
import { applyEdits } from '../../../src/core/text/edits';
import { createLineMap } from '../../../src/core/text/lineMap';
import { FIXTURES } from '../../places';

interface Expected {
  readonly code: string;
  readonly severity: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}

const folder = join(FIXTURES, 'rules');
const request = {
  severities: new Map(),
  onRuleError: (code: string, error: unknown): void => {
    throw new Error(`${code} threw`, { cause: error });
  },
};

const regFilesOf = (code: string): readonly string[] => readdirSync(join(folder, code)).filter((name) => name.endsWith('.reg'));
const bytesOf = (code: string, name: string): Uint8Array => readFileSync(join(folder, code, name));
const lint = (code: string, name: string): LintResult => lintBytes({ ...request, document: name, bytes: bytesOf(code, name) }).result;

function told(text: string, findings: readonly Finding[]): readonly Expected[] {
  const lines = createLineMap(text);
  return findings.map(({ code, severity, message, evidence: { range } }) => {
    const [start, end] = [lines.positionAt(range.start), lines.positionAt(range.end)];
    const at = { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
    return { code, severity, ...at, message: english(message) };
  });
}

const sameFact = (a: Finding, b: Finding): boolean => a.code === b.code && english(a.message) === english(b.message);

// What a live listener, a snapshot or a GPO export shows has fixtures of its own kinds and tests of its own.
const folders = readdirSync(folder).filter((code) => regFilesOf(code).length > 0);
const isLive = (name: string): boolean => name.endsWith('.json') && name !== 'expected.json';
const isOther = (name: string): boolean => !name.endsWith('.reg') && name !== 'expected.json';
const fileRules = rules.filter(({ code }) => {
  const names = readdirSync(join(folder, code));
  return !names.some(isLive) && (folders.includes(code) || !names.some(isOther));
});

for (const code of folders) {
  describe(`the fixtures of ${code}`, () => {
    const listed = join(folder, code, 'expected.json');
    const expected = (existsSync(listed) ? JSON.parse(readFileSync(listed, 'utf8')) : {}) as Readonly<Record<string, readonly Expected[] | undefined>>;

    it('all have an expectation, and every expectation has its file', () => {
      const listedFiles = Object.keys(expected).filter((name) => name.endsWith('.reg'));
      deepEqual(listedFiles.sort(), [...regFilesOf(code)].sort());
    });

    for (const name of regFilesOf(code)) {
      it(name, () => {
        const bytes = bytesOf(code, name);
        const { text, result } = lintBytes({ ...request, document: name, bytes });
        deepEqual(told(text, result.findings), expected[name]);
        equal(result.findings.some((finding) => finding.code === code), name.startsWith('bad-'), `${name} and ${code}`);
        ok(/^(?:bad|good)-[a-z0-9-]+\.reg$/.test(name), 'the name says which of the two it is');
      });

      it(`${name}: each fix takes its finding away`, () => {
        const decoded = decodeText(bytesOf(code, name));
        const before = lintText({ ...request, ...decoded, document: name });
        for (const finding of before.findings) {
          for (const remedy of finding.remedies) {
            const edits = before.editsFor(finding, remedy);
            ok(edits !== undefined && edits.length > 0, english(remedy.title));
            const after = lintText({ ...request, ...decoded, document: name, text: applyEdits(decoded.text, edits) });
            const count = (result: LintResult): number => result.findings.filter((other) => sameFact(other, finding)).length;
            ok(count(after) < count(before), `${english(remedy.title)} leaves: ${english(finding.message)}`);
          }
        }
      });
    }
  });
}

describe('the rules over files', () => {
  it('each have a file that yields the code and one that does not', () => {
    for (const { code } of fileRules) {
      ok(folders.includes(code), `${code} has fixtures`);
      const yields = regFilesOf(code).map((name) => lint(code, name).findings.some((finding) => finding.code === code));
      ok(yields.includes(true) && yields.includes(false), code);
    }
  });

  it('offer at most one preferred fix for a finding, and say what they do not know', () => {
    for (const code of folders) {
      for (const name of regFilesOf(code)) {
        for (const finding of lint(code, name).findings) {
          ok(finding.remedies.filter((remedy) => remedy.preferred).length <= 1, `${code} ${name}`);
        }
      }
    }
  });
});
