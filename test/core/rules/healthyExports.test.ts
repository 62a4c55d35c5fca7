// Exports of healthy servers, put together from the values Windows has on a fresh system: no rule has anything above "information" to
// say about them, and about the key of a server nobody changed, nothing at all.

import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintBytes } from '../../../src/core/lint/linter';
import { isAtLeast } from '../../../src/core/lint/runRules';
import { english } from '../../../src/core/messages/english';
import type { Finding } from '../../../src/core/rules/rule';
import { FIXTURES } from '../../places';

const folder = join(FIXTURES, 'healthy');

function findingsIn(name: string): readonly Finding[] {
  const onRuleError = (code: string, error: unknown): void => {
    throw new Error(`${code} threw`, { cause: error });
  };
  return lintBytes({ document: name, bytes: readFileSync(join(folder, name)), severities: new Map(), onRuleError }).result.findings;
}

describe('exports of healthy servers', () => {
  it('give nothing above information', () => {
    const names = readdirSync(folder);
    ok(names.length > 1);
    for (const name of names) {
      const loud = findingsIn(name).filter(({ severity }) => isAtLeast(severity, 'warning'));
      deepEqual(
        loud.map(({ code, message }) => `${code} ${english(message)}`),
        [],
        name,
      );
    }
  });

  it('give nothing at all for the key of a server nobody changed', () => {
    deepEqual(findingsIn('terminal-server-key.reg'), []);
  });
});
