// The package as people get it: what is in it, how large it is, and that it works in an editor that knows nothing of
// this clone. The package was made by the build stage; expectedFiles.json is written by hand and never by a test.
import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../lab/makePackage.mjs';
import { ROOT } from '../lab/paths.mjs';
import { openWorkbench } from '../lab/workbench.mjs';
import { zipEntries } from './zipEntries.mjs';

const MAX_BYTES = 1_400_000;
const PAGES = 'extension/docs/rules/';

describe('the package', () => {
  /** @type {string[]} */
  const names = [];
  before(() => {
    names.push(...zipEntries(readFileSync(packageFile())).map(({ name }) => name));
  });

  it('holds the files it should and no other', () => {
    const expected = JSON.parse(readFileSync(new URL('expectedFiles.json', import.meta.url), 'utf8'));
    deepEqual(names.filter((name) => !name.startsWith(PAGES)).sort(), expected.sort());
  });

  it('holds the page of every rule', () => {
    const pages = readdirSync(join(ROOT, 'docs', 'rules')).filter((name) => name.endsWith('.md'));
    deepEqual(names.filter((name) => name.startsWith(PAGES)).sort(), pages.map((name) => PAGES + name).sort());
  });

  it(`stays below ${MAX_BYTES / 1000} KB`, () => {
    const { size } = statSync(packageFile());
    ok(size < MAX_BYTES, `it has ${size} bytes`);
  });

  it('works when installed', async () => {
    const workbench = await openWorkbench({ vsix: packageFile() });
    try {
      await workbench.openFile('port.reg');
      await workbench.squiggles('/port.reg', 'error').first().waitFor();
      await workbench.screenshot('installed-package');
    } finally {
      await workbench.close();
    }
  });
});
