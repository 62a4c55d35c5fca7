// The search for unused code bites: a file nobody loads, an export nobody takes and a dependency nobody names are found.

import { deepEqual, equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { inRoot } from './project';

interface Issue {
  readonly file: string;
  readonly files: readonly { readonly name: string }[];
  readonly exports: readonly { readonly name: string }[];
  readonly dependencies: readonly { readonly name: string }[];
}

describe('the search for unused code', () => {
  it('finds dead files, exports and dependencies', function () {
    this.timeout(60_000);
    const options = ['--directory', inRoot('test/architecture/fixtures/unused'), '--config', inRoot('knip.json'), '--reporter', 'json', '--no-config-hints'];
    const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot('node_modules/knip/bin/knip.js'), ...options], { encoding: 'utf8' });
    equal(status, 1, stderr);
    const { issues } = JSON.parse(stdout) as { readonly issues: readonly Issue[] };
    const found = issues.flatMap(({ file, files, exports, dependencies }) => [...files, ...exports, ...dependencies].map(({ name }) => `${file} ${name}`));
    deepEqual(found.sort(), ['package.json saxes', 'src/core/dead.ts src/core/dead.ts', 'src/core/half.ts unused']);
  });
});
