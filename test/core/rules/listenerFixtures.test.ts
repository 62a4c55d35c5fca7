// The fixtures of the rules about a live listener: recorded exchanges, judged, reported and checked by all rules, against the full list
// of findings with the line of the report they stand on. An expectation that is missing fails and is never written here.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnoseListener } from '../../../src/core/diagnosis/listenerDiagnosis';
import { runRules } from '../../../src/core/lint/runRules';
import { english } from '../../../src/core/messages/english';
import { rules } from '../../../src/core/rules/table';
import { createLineMap } from '../../../src/core/text/lineMap';
import { FIXTURES } from '../../places';
import { checkMade, type ListenerFixture } from './listenerMade';

interface Expected {
  readonly code: string;
  readonly severity: string;
  readonly line: number;
  readonly message: string;
}

const folder = join(FIXTURES, 'rules');
const read = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
const isExchange = (name: string): boolean => name.endsWith('.json') && name !== 'expected.json' && !name.endsWith('.snapshot.json');
const fixturesOf = (code: string): readonly string[] => readdirSync(join(folder, code)).filter(isExchange);

function findingsOf(fixture: ListenerFixture): readonly Expected[] {
  const { text, findings } = diagnoseListener(checkMade(fixture), 'rdp-report:fixture', english, (statements) =>
    runRules(rules, statements, new Map(), (code, error) => {
      throw new Error(`${code} threw`, { cause: error });
    }),
  );
  const lines = createLineMap(text);
  return findings.map(({ code, severity, evidence, message }) => ({
    code,
    severity,
    line: lines.positionAt(evidence.range.start).line + 1,
    message: english(message),
  }));
}

for (const { code } of rules.filter((rule) => fixturesOf(rule.code).length > 0)) {
  describe(`the fixtures of ${code}`, () => {
    const expected = read(code, 'expected.json') as Readonly<Record<string, readonly Expected[] | undefined>>;

    it('all have an expectation, and every expectation has its file', () => {
      const listed = Object.keys(expected).filter(isExchange);
      deepEqual(listed.sort(), [...fixturesOf(code)].sort());
    });

    for (const name of fixturesOf(code)) {
      it(name, () => {
        ok(/^(?:bad|good)-[a-z0-9-]+\.json$/.test(name), 'the name says which of the two it is');
        const findings = findingsOf(read(code, name) as ListenerFixture);
        deepEqual(findings, expected[name]);
        equal(
          findings.some((finding) => finding.code === code),
          name.startsWith('bad-'),
        );
      });
    }
  });
}
