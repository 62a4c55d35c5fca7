// A fact of weak confidence carries no rule above "information": whatever a source does to such a value, written right or wrong.

import { deepEqual, ok } from 'node:assert/strict';
import { isAtLeast, runRules } from '../../../src/core/lint/runRules';
import { english } from '../../../src/core/messages/english';
import { allSettings } from '../../../src/core/rdp/settingTable';
import type { Observation } from '../../../src/core/registry/observation';
import { valueType, type ValueData } from '../../../src/core/registry/valueData';
import { createStatements } from '../../../src/core/rules/statements';
import { rules } from '../../../src/core/rules/table';
import { removed, set } from './handMade';

const data: readonly (number | string | ValueData)[] = [
  0, 1, 2, 5, 60, 999, 65_536, 7_200_000, 0xffffffff,
  '', '0', '1', '60', 'yes', '0x1', ' 1 ',
  { type: valueType.binary, bytes: Uint8Array.of(1, 0, 0, 0) },
  { type: valueType.qword, bytes: Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0) },
  { type: valueType.dword, bytes: Uint8Array.of(1) },
  { type: valueType.none, bytes: new Uint8Array() },
];

function loud(observations: readonly Observation[]): readonly string[] {
  const failed = (code: string, cause: unknown): void => {
    throw new Error(`${code} threw`, { cause });
  };
  return runRules(rules, createStatements(observations, []), new Map(), failed)
    .filter(({ severity }) => isAtLeast(severity, 'warning'))
    .map(({ code, message }) => `${code} ${english(message)}`);
}

describe('settings of weak confidence', () => {
  const weak = allSettings().filter(({ confidence }) => confidence === 'L');

  it('are never more than an information', () => {
    ok(weak.length > 5);
    for (const { id, place: { path, name } } of weak) {
      const key = path.replace('{listener}', 'RDP-Tcp').replace('{adapter}', '{2A3B}');
      const spellings = [name, name.toUpperCase(), ` ${name}`, name.slice(0, -1), `${name}s`];
      for (const spelling of spellings) {
        for (const written of data) deepEqual(loud([set(key, spelling, written)]), [], `${id}: ${spelling}`);
        deepEqual(loud([removed(key, spelling)]), [], `${id}: ${spelling}`);
        deepEqual(loud([set(key, spelling, 1, 0), set(key, spelling, 'no', 1)]), [], `${id}: ${spelling}`);
      }
    }
  });

  it('are heard where they are strong', () => {
    ok(loud([set('SYSTEM\\CurrentControlSet\\Control\\Terminal Server', 'fDenyTSConnections', 'yes')]).length > 0);
  });
});
