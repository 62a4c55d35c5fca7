// The fixtures of GPO exports against their full lists of findings, of all codes. An expectation that is missing fails and is never
// written here.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { observationsOf } from '../../../src/core/formats/entryObservations';
import { runRules } from '../../../src/core/lint/runRules';
import { english } from '../../../src/core/messages/english';
import { createStatements } from '../../../src/core/rules/statements';
import { rules } from '../../../src/core/rules/table';
import { expectedOf, RULE_FIXTURES } from './expectedFindings';
import { readerOf, type FixtureRead } from './sourceReaders';

interface Expected {
  readonly code: string;
  readonly severity: string;
  readonly start: string;
  readonly end: string;
  readonly message: string;
}

function findingsOf({ reading, origin, at }: FixtureRead): readonly Expected[] {
  const statements = createStatements(observationsOf(reading.entries, origin), reading.faults, undefined, undefined, reading.entries);
  const found = runRules(rules, statements, new Map(), (code, error) => {
    throw new Error(`${code} threw`, { cause: error });
  });
  return found.map(({ code, severity, message, evidence: { range } }) => ({ code, severity, start: at(range.start), end: at(range.end), message: english(message) }));
}

const sourcesOf = (code: string): readonly string[] => readdirSync(join(RULE_FIXTURES, code)).filter((name) => readerOf(name) !== undefined);
const codes = readdirSync(RULE_FIXTURES).filter((code) => sourcesOf(code).length > 0);

for (const code of codes) {
  describe(`the fixtures of ${code} that are GPO exports`, () => {
    const expected = expectedOf<Expected>(code);

    it('all have an expectation, and every expectation has its file', () => {
      deepEqual(Object.keys(expected).filter((name) => readerOf(name) !== undefined).sort(), [...sourcesOf(code)].sort());
    });

    for (const name of sourcesOf(code)) {
      it(name, () => {
        const read = readerOf(name)?.(join(RULE_FIXTURES, code, name), name);
        ok(read !== undefined);
        const findings = findingsOf(read);
        deepEqual(findings, expected[name]);
        equal(findings.some((finding) => finding.code === code), name.startsWith('bad-'), `${name} and ${code}`);
        ok(/^(?:bad|good)-[a-z0-9-]+\.[a-z.]+$/.test(name), 'the name says which of the two it is');
      });
    }
  });
}

describe('the rules that only GPO exports can break', () => {
  it('each have a fixture that yields the code and one that does not', () => {
    const only = rules.map(({ code }) => code).filter((code) => readdirSync(join(RULE_FIXTURES, code)).every((name) => name === 'expected.json' || readerOf(name) !== undefined));
    ok(only.includes('RDP043'), 'there are such rules');
    for (const code of only) {
      const names = sourcesOf(code);
      ok(names.some((name) => name.startsWith('bad-')) && names.some((name) => name.startsWith('good-')), code);
    }
  });
});
