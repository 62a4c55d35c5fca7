// The fences of the resolved graph bite: a small tree laid out like src breaks every rule of .dependency-cruiser.cjs once.

import { deepEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { bites, expectedBites } from './markers';
import { filesUnder, inRoot, readText } from './project';

const folder = 'test/architecture/fixtures/graph';

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** `file rule`, for the file that holds the bad import; a file that should be reached and is not is the one to mend. */
const culprit = ({ from, to, rule }: Violation): string => `${folder}/${rule.name === 'reached-from-a-door' ? to : from} ${rule.name}`;

describe('the graph', () => {
  let violations: readonly string[] = [];
  const files = filesUnder(`${folder}/src`);
  const expected = files.flatMap((file) => expectedBites(file, readText(file)).map((bite) => bite.replace(/:\d+ /, ' ')));

  before(function () {
    this.timeout(60_000);
    const program = inRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const { stdout, stderr } = spawnSync(process.execPath, [program, '--config', inRoot('.dependency-cruiser.cjs'), '--output-type', 'json', 'src'], {
      cwd: inRoot(folder),
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    if (!stdout.startsWith('{')) throw new Error(stderr);
    const { summary } = JSON.parse(stdout) as { readonly summary: { readonly violations: readonly Violation[] } };
    violations = bites(summary.violations.map(culprit));
  });

  it('refuses exactly what the files say', () => {
    deepEqual(violations, bites(expected));
  });

  it('has a bad file for every rule', () => {
    const { forbidden } = createRequire(__filename)(inRoot('.dependency-cruiser.cjs')) as { readonly forbidden: readonly { readonly name: string }[] };
    deepEqual(bites(expected.map((bite) => bite.split(' ')[1] ?? '')), bites(forbidden.map((rule) => rule.name)));
  });
});
