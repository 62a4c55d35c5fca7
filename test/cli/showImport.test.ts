// What `show --format reg` writes, imported by a program of somebody else's: afterwards the registry holds what the entries say. Wine's
// reg.exe, which is tested against that of Windows.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { RegistryEntry } from '../../src/core/formats/entry';
import { regEntries } from '../../src/core/formats/reg/entries';
import { parseReg } from '../../src/core/formats/reg/parser';
import { writeRegistryPol } from '../../src/core/formats/registryPol/writer';
import { decodeText } from '../../src/core/text/decode';
import { hexText } from '../../src/core/registry/valueData';
import { goodEntries } from '../fuzz/polEntries';
import { SEED } from '../fuzz/regText';
import { startWine, type WineMachine } from '../lab/wine';
import { needs, needsRoot } from '../needs';
import { rdpDiagnostics } from './commandLine';

const ROOT_KEY = 'Software\\Show';

/** Keys and values as they are after these statements, in the order of their names. */
function stateOf(entries: readonly RegistryEntry[]): readonly string[] {
  const values = new Map<string, string>();
  for (const { action, key, name, type, data } of entries) {
    const path = key.toLowerCase();
    const place = `${path}\n${name.toLowerCase()}`;
    if (action === 'set') values.set(place, `${String(type)}:${hexText(data)}`);
    else if (action === 'deleteValue') values.delete(place);
    else if (action === 'deleteKey') for (const other of [...values.keys()]) if (other.startsWith(`${path}\n`) || other.startsWith(`${path}\\`)) values.delete(other);
  }
  return [...values].map((pair) => pair.join(' = ')).sort();
}

describe('what show writes as a .reg file', function () {
  this.timeout(180_000);
  let wine: WineMachine | undefined;

  before(async function () {
    this.timeout(900_000);
    for (const component of ['wine', 'dotnet']) needs(this, component);
    needsRoot(this);
    wine = await startWine(56);
  });

  after(() => wine?.stop());

  it('is imported as it was meant', async () => {
    if (wine === undefined) throw new Error('there is no Wine');
    // Few keys, so that later statements meet what earlier ones left.
    const samples = fc.sample(goodEntries, { numRuns: 500, seed: SEED });
    const entries = samples.flatMap((sample, index) => sample.map((entry) => (entry.kind === 'registry' ? { ...entry, key: `${ROOT_KEY}\\${String(index % 20)}\\${entry.key.replace(/^\\+/, '')}` } : entry)));
    writeFileSync(join(wine.files, 'registry.pol'), writeRegistryPol(entries));
    const { code, out } = await rdpDiagnostics('show', '--format', 'reg', join(wine.files, 'registry.pol'));
    equal(code, 0);
    const wanted = stateOf(regEntries(parseReg(out), 'wanted.reg'));
    ok(wanted.length > 200);
    writeFileSync(join(wine.files, 'shown.reg'), `\ufeff${out}`, 'utf16le');
    wine.run('reg import L:\\shown.reg');
    wine.run(`reg export HKLM\\${ROOT_KEY} L:\\after.reg /y`);
    const exported = regEntries(parseReg(decodeText(readFileSync(join(wine.files, 'after.reg'))).text), 'after.reg');
    deepEqual(stateOf(exported), wanted);
  });
});
