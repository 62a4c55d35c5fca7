// Every fixture of every rule against its full list of findings, of all codes, so that an unwanted finding of another rule shows.
// An expectation that is missing fails and is never written here.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintBytes, lintText, type LintResult } from '../../../src/core/lint/linter';
import { english } from '../../../src/core/messages/english';
import { rules } from '../../../src/core/rules/table';
import { decodeText } from '../../../src/core/text/decode';
import { applyEdits } from '../../../src/core/text/edits';
import { countAlike, expectedOf, RULE_FIXTURES, toldInText, type ExpectedInText } from './expectedFindings';

const request = {
  severities: new Map(),
  onRuleError: (code: string, error: unknown): void => {
    throw new Error(`${code} threw`, { cause: error });
  },
};

const regFilesOf = (code: string): readonly string[] => readdirSync(join(RULE_FIXTURES, code)).filter((name) => name.endsWith('.reg'));
const bytesOf = (code: string, name: string): Uint8Array => readFileSync(join(RULE_FIXTURES, code, name));
const lint = (code: string, name: string): LintResult => lintBytes({ ...request, document: name, bytes: bytesOf(code, name) }).result;

// What a live listener, a snapshot or a GPO export shows has fixtures of its own kinds and tests of its own.
const folders = readdirSync(RULE_FIXTURES).filter((code) => regFilesOf(code).length > 0);
const isLive = (name: string): boolean => name.endsWith('.json') && name !== 'expected.json';
const isOther = (name: string): boolean => !name.endsWith('.reg') && name !== 'expected.json';
const fileRules = rules.filter(({ code }) => {
  const names = readdirSync(join(RULE_FIXTURES, code));
  return !names.some(isLive) && (folders.includes(code) || !names.some(isOther));
});

for (const code of folders) {
  describe(`the fixtures of ${code}`, () => {
    const expected = expectedOf<ExpectedInText>(code);

    it('all have an expectation, and every expectation has its file', () => {
      const listedFiles = Object.keys(expected).filter((name) => name.endsWith('.reg'));
      deepEqual(listedFiles.sort(), [...regFilesOf(code)].sort());
    });

    for (const name of regFilesOf(code)) {
      it(name, () => {
        const bytes = bytesOf(code, name);
        const { text, result } = lintBytes({ ...request, document: name, bytes });
        deepEqual(toldInText(text, result.findings), expected[name]);
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
            ok(countAlike(after.findings, finding) < countAlike(before.findings, finding), `${english(remedy.title)} leaves: ${english(finding.message)}`);
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
