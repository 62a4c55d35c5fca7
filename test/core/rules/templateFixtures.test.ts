// The fixtures of the rules that are security templates (.inf): every one against its full list of findings, of all codes, and every fix
// against the finding it is for. An expectation that is missing fails and is never written here.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectFormat } from '../../../src/core/formats/detect';
import { observationsOf } from '../../../src/core/formats/entryObservations';
import { readSecurityTemplate } from '../../../src/core/formats/securityTemplate/reading';
import { spellTemplateAction } from '../../../src/core/formats/securityTemplate/spelling';
import { runRules } from '../../../src/core/lint/runRules';
import { english } from '../../../src/core/messages/english';
import type { Finding } from '../../../src/core/rules/rule';
import { createStatements } from '../../../src/core/rules/statements';
import { rules } from '../../../src/core/rules/table';
import { decodeText, type TextEncodingSeen } from '../../../src/core/text/decode';
import { applyEdits } from '../../../src/core/text/edits';
import { countAlike, expectedOf, RULE_FIXTURES, toldInText, type ExpectedInText } from './expectedFindings';

const templatesOf = (code: string): readonly string[] => readdirSync(join(RULE_FIXTURES, code)).filter((name) => name.endsWith('.inf'));
const codes = readdirSync(RULE_FIXTURES).filter((code) => templatesOf(code).length > 0);

function findingsIn(text: string, seen: TextEncodingSeen): readonly Finding[] {
  const { entries, faults } = readSecurityTemplate(text, seen, 'GptTmpl.inf');
  const statements = createStatements(observationsOf(entries, 'template'), faults, undefined, undefined, entries);
  return runRules(rules, statements, new Map(), (code, cause) => {
    throw new Error(`${code} threw`, { cause });
  });
}

for (const code of codes) {
  describe(`the security templates of ${code}`, () => {
    const expected = expectedOf<ExpectedInText>(code);

    it('all have an expectation, and every expectation has its file', () => {
      const names = Object.keys(expected).filter((name) => name.endsWith('.inf'));
      deepEqual(names.sort(), [...templatesOf(code)].sort());
    });

    for (const name of templatesOf(code)) {
      it(name, () => {
        const { text, seen } = decodeText(readFileSync(join(RULE_FIXTURES, code, name)));
        equal(detectFormat(text, name), 'security-template');
        const findings = findingsIn(text, seen);
        deepEqual(toldInText(text, findings), expected[name]);
        equal(findings.some((finding) => finding.code === code), name.startsWith('bad-'), `${name} and ${code}`);
        ok(/^(?:bad|good)-[a-z0-9-]+\.inf$/.test(name), 'the name says which of the two it is');
      });

      it(`${name}: each fix takes its finding away`, () => {
        const { text, seen } = decodeText(readFileSync(join(RULE_FIXTURES, code, name)));
        const before = findingsIn(text, seen);
        for (const finding of before) {
          ok(finding.remedies.filter((remedy) => remedy.preferred).length <= 1);
          for (const { title, actions } of finding.remedies) {
            const edits = actions.flatMap((action) => spellTemplateAction(text, finding.evidence.range.start, action) ?? []);
            ok(edits.length > 0, english(title));
            const after = findingsIn(applyEdits(text, edits), seen);
            ok(countAlike(after, finding) < countAlike(before, finding), `${english(title)} leaves: ${english(finding.message)}`);
          }
        }
      });
    }
  });
}

describe('the rules about security templates', () => {
  it('each have one that yields the code and one that does not', () => {
    const about = rules.map(({ code }) => code).filter((code) => (code >= 'RDP053' && code <= 'RDP058') || code === 'RDP120' || code === 'RDP323');
    equal(about.length, 8);
    for (const code of about) {
      const names = templatesOf(code);
      ok(names.some((name) => name.startsWith('bad-')) && names.some((name) => name.startsWith('good-')), code);
    }
  });
});
