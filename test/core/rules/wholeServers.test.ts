// Whole servers (test/fixtures/scenarios), each a healthy one of some generation and language with what went wrong there, and the
// diagnosis an expert would give: every finding with its severity, and nothing else. A diagnosis is written by hand and never here.

import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstActions } from '../../../src/core/diagnosis/firstActions';
import { isAtLeast, runRules } from '../../../src/core/lint/runRules';
import type { Finding } from '../../../src/core/rules/rule';
import { rules } from '../../../src/core/rules/table';
import { FIXTURES } from '../../places';
import { healthyServer, statementsWith, type Difference } from './serverMade';

interface Scenario {
  readonly server: string;
  readonly differs: Difference;
  readonly diagnosis: readonly string[];
}

const folder = join(FIXTURES, 'scenarios');
const scenarios = readdirSync(folder).map((name) => ({ name, ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Scenario) }));
// What only the wire shows has its first action elsewhere (firstAction.ts).
const byWire = /^RDP21[1-5]$/;

function diagnosed(difference: Difference): readonly Finding[] {
  return runRules(rules, statementsWith(difference), new Map(), (code, cause) => {
    throw new Error(`${code} threw`, { cause });
  });
}

describe('whole servers', () => {
  it('are of every symptom, several languages, with and without rights and PowerShell', () => {
    ok(scenarios.length >= 30);
    const languages = new Set(scenarios.map(({ differs }) => healthyServer(differs.from).sections.host).map((host) => ('data' in host ? host.data.language : null)));
    ok(languages.size >= 6);
    for (const symptom of [1, 2, 3, 4]) {
      const causes = new Set(scenarios.filter(({ name }) => name.startsWith(String(symptom))).map(({ diagnosis }) => diagnosis.join()));
      ok(causes.size >= 5, `symptom ${String(symptom)}`);
    }
  });

  for (const { name, server, differs, diagnosis } of scenarios) {
    it(`${name.replace('.json', '')}: ${server}`, () => {
      const findings = diagnosed(differs);
      deepEqual(
        findings.map(({ code, severity }) => `${code} ${severity}`),
        diagnosis,
      );
      ok(diagnosis.length > 0, 'something is wrong there');
      for (const { code, severity } of findings) ok(byWire.test(code) || !isAtLeast(severity, 'warning') || firstActions[code] !== undefined, code);
    });

    it(`${name.replace('.json', '')} without one section never looks worse than with it`, () => {
      const loud = (difference: Difference): readonly string[] => diagnosed(difference).flatMap(({ code, severity }) => (isAtLeast(severity, 'warning') ? [code] : []));
      const before = loud(differs);
      const failure = { reason: 'accessDenied', detail: '' } as const;
      for (const section of Object.keys(healthyServer().sections)) {
        // The same fact may be left to another rule, that sees it elsewhere.
        const without = loud({ ...differs, [section]: { failure } });
        ok(without.length <= before.length, `${section}: ${without.join()} instead of ${before.join()}`);
      }
    });
  }
});
