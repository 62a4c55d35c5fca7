// What the pages of the rules claim: their titles, their severities, their examples, and the index of them all.

import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { observationsOf } from '../../../src/core/formats/entryObservations';
import { readSecurityTemplate } from '../../../src/core/formats/securityTemplate/reading';
import { lintText } from '../../../src/core/lint/linter';
import { runRules } from '../../../src/core/lint/runRules';
import { english } from '../../../src/core/messages/english';
import { createStatements } from '../../../src/core/rules/statements';
import { rules } from '../../../src/core/rules/table';
import { ruleIndex } from '../../lab/ruleIndex';
import { ROOT } from '../../places';

const page = (code: string): string => readFileSync(join(ROOT, 'docs', 'rules', `${code}.md`), 'utf8');

function codesIn(text: string): readonly string[] {
  const request = { document: 'example.reg', text, seen: { encoding: 'utf-8', bom: false }, severities: new Map(), onRuleError: () => undefined } as const;
  return lintText(request).findings.map((finding) => finding.code);
}

function codesInTemplate(text: string): readonly string[] {
  const { entries, faults } = readSecurityTemplate(text, { encoding: 'utf-16le', bom: true }, 'example.inf');
  return runRules(rules, createStatements(observationsOf(entries, 'template'), faults, undefined, undefined, entries), new Map(), () => undefined).map(({ code }) => code);
}

describe('the pages of the rules', () => {
  it('open with the title of their rule', () => {
    for (const { code, title } of rules) equal(page(code).split('\n')[0], `# ${code}: ${english(title)}`);
  });

  it('name the severity and the symptom of their rule, where they name one', () => {
    for (const { code, severity, symptom } of rules) {
      const [, told, toldSymptom] = /^Severity: (\w+)\.(?: Symptom: (\d))?/m.exec(page(code)) ?? [];
      if (told === undefined) continue;
      equal(told, severity, code);
      equal(toldSymptom, symptom?.toString(), code);
    }
  });

  for (const { code } of rules) {
    const [reported, notReported] = [...page(code).matchAll(/^```reg\n(.*?)^```$/gms)].map((match) => match[1] ?? '');
    if (reported === undefined) continue;
    it(`show for ${code} an example that is reported and one that is not`, () => {
      ok(codesIn(reported).includes(code), 'the first example');
      if (notReported !== undefined) ok(!codesIn(notReported).includes(code), 'the second example');
    });
  }

  for (const { code } of rules) {
    const [reported, notReported] = [...page(code).matchAll(/^```inf\n(.*?)^```$/gms)].map((match) => match[1] ?? '');
    if (reported === undefined || notReported === undefined) continue;
    it(`show for ${code} a security template that is reported and one that is not`, () => {
      ok(codesInTemplate(reported).includes(code) && !codesInTemplate(notReported).includes(code));
    });
  }

  it('are listed in an index that is up to date (npm run generate)', () => {
    equal(page('README'), ruleIndex(rules));
  });
});
