// The fixtures of the rules over a snapshot: what differs from a healthy server (serverMade.ts), checked by all rules against the full
// list of findings with the fact each stands on. An expectation that is missing fails and is never written here.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runRules } from '../../../src/core/lint/runRules';
import { english } from '../../../src/core/messages/english';
import { rules } from '../../../src/core/rules/table';
import { readSnapshot } from '../../../src/core/snapshot/readSnapshot';
import { FIXTURES } from '../../places';
import { healthyServer, statementsWith, type Difference } from './serverMade';

interface Expected {
  readonly code: string;
  readonly severity: string;
  readonly at: string;
  readonly message: string;
  readonly unseen?: readonly string[];
}

const folder = join(FIXTURES, 'rules');
const read = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
const fixturesOf = (code: string): readonly string[] => readdirSync(join(folder, code)).filter((name) => name.endsWith('.snapshot.json'));

function findingsOf(difference: Difference): readonly Expected[] {
  const failed = (code: string, cause: unknown): void => {
    throw new Error(`${code} threw`, { cause });
  };
  return runRules(rules, statementsWith(difference), new Map(), failed).map(({ code, severity, evidence, message, unseen }) => ({
    code,
    severity,
    at: evidence.document,
    message: english(message),
    ...(unseen.length === 0 ? {} : { unseen: unseen.map(english) }),
  }));
}

const healthy = readdirSync(join(FIXTURES, 'snapshots')).map((file) => file.replace('.rdpsnapshot.json', ''));

describe('a healthy server', () => {
  it('is there of every generation, as client, without administrative rights, and without PowerShell', () => {
    const builds = new Set(healthy.map((name) => healthyServer(name)).map(({ sections: { host } }) => ('data' in host ? host.data.build : 0)));
    deepEqual([...builds].sort((a, b) => a - b), [9600, 14393, 17763, 20348, 22631, 26100]);
    const collections = healthy.map((name) => healthyServer(name).collection);
    ok(collections.some(({ elevated }) => elevated === false) && collections.some(({ by }) => by === 'tools'));
  });

  for (const name of healthy) {
    it(`${name} is read as a snapshot, and no rule finds fault with it`, () => {
      const reading = readSnapshot(readFileSync(join(FIXTURES, 'snapshots', `${name}.rdpsnapshot.json`)));
      deepEqual(reading.ok ? [] : [reading.fault], []);
      deepEqual(findingsOf({ from: name }), []);
      deepEqual(findingsOf({ from: name, outside: { nla: 'required', rdp: false, tls: false } }), []);
    });
  }
});

for (const { code } of rules.filter((rule) => fixturesOf(rule.code).length > 0)) {
  describe(`the snapshots of ${code}`, () => {
    const expected = read(code, 'expected.json') as Readonly<Record<string, readonly Expected[] | undefined>>;

    it('all have an expectation, and every expectation has its file', () => {
      const listed = Object.keys(expected).filter((name) => name.endsWith('.snapshot.json'));
      deepEqual(listed.sort(), [...fixturesOf(code)].sort());
    });

    for (const name of fixturesOf(code)) {
      it(name, () => {
        ok(/^(?:bad|good)-[a-z0-9-]+\.snapshot\.json$/.test(name), 'the name says which of the two it is');
        const findings = findingsOf(read(code, name) as Difference);
        deepEqual(findings, expected[name]);
        equal(
          findings.some((finding) => finding.code === code),
          name.startsWith('bad-'),
        );
      });
    }
  });
}
