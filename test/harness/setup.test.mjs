// The set-up on machines this one is not: a dependency too old, a program that cannot be installed.
import { equal, match, notEqual } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../lab/processes.mjs';
import { dependenciesDiffer } from '../lab/setup.mjs';

const COMPONENTS = new URL('../lab/components.mjs', import.meta.url).href;

describe('dependencies', () => {
  /** @type {string} */
  let root;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-lock-'));
    mkdirSync(join(root, 'node_modules'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /**
   * @param {object} wanted
   * @param {object} [installed]
   */
  function locks(wanted, installed) {
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
    if (installed) writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
    return dependenciesDiffer(root);
  }

  it('that are as the lock file says are left alone, without what other systems need', () => {
    equal(
      locks(
        { 'node_modules/a': { version: '1' }, 'node_modules/b': { version: '1', optional: true } },
        { 'node_modules/a': { version: '1' } },
      ),
      undefined,
    );
  });

  it('are installed where the last installation did not get to its end', () => {
    equal(locks({}), 'there is no complete node_modules');
  });

  it('are installed again when one is missing, old, or no longer wanted', () => {
    const a = { 'node_modules/a': { version: '2' } };
    equal(locks(a, {}), 'node_modules/a is missing');
    equal(locks(a, { 'node_modules/a': { version: '1' } }), 'node_modules/a is 1, not 2');
    equal(locks({}, a), 'node_modules/a is not in package-lock.json');
  });
});

describe('a program that is missing and cannot be installed', () => {
  /** @param {NodeJS.ProcessEnv} env */
  const ensure = (env) => {
    const script = `import { ensureComponents } from ${JSON.stringify(COMPONENTS)}; console.log(await ensureComponents(['chromium']));`;
    // Without a PATH there is neither the browser nor the package manager.
    return run(process.execPath, ['--input-type=module', '-e', script], { env: { PATH: '', ...env } });
  };

  it('is named with the command that installs it', async () => {
    const { code, output } = await ensure({});
    equal(code, 0, output);
    match(output, /Missing: chromium\. To install: \S+/u);
    match(output, /\[ 'chromium' \]/u);
  });

  it('is an error where CI=true', async () => {
    const { code, output } = await ensure({ CI: 'true' });
    notEqual(code, 0);
    match(output, /with CI=true a missing component is an error/u);
  });
});
