// The judge of the test runs, judged: a run that looks green without having run is a failure.
import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge } from '../lab/stage.mjs';
import { testFilesByStage } from '../lab/testFiles.mjs';
import { readReport } from '../lab/testReport.mjs';

const report = (/** @type {Partial<import('../lab/testReport.mjs').TestReport>} */ part) => ({
  code: 0,
  output: '',
  report: { passed: 1, failed: 0, skipped: 0, files: ['core/a.test.ts'], ...part },
});

describe('the judge of a stage', () => {
  it('accepts a run of exactly the files on disk', () => {
    const { passed, failed, skipped } = judge(report({}), ['core/a.test.ts']);
    deepEqual({ passed, failed, skipped }, { passed: 1, failed: 0, skipped: 0 });
  });

  it('fails a run that left a file out', () => {
    const { failed, detail } = judge(report({}), ['core/a.test.ts', 'core/b.test.ts']);
    equal(failed, 1);
    match(detail, /ran no test: core\/b\.test\.ts/u);
  });

  it('fails a run of a file that is not on disk', () => {
    equal(judge(report({ files: ['core/a.test.ts', 'core/gone.test.ts'] }), ['core/a.test.ts']).failed, 1);
  });

  it('fails a stage without test files', () => {
    equal(judge(report({ passed: 0, files: [] }), []).failed, 1);
  });

  it('fails a run that printed no counts, whatever its exit code', () => {
    equal(judge({ code: 0, output: '5 passing', report: readReport('5 passing') }, ['core/a.test.ts']).failed, 1);
  });

  it('fails a run that ended badly after all tests had passed', () => {
    equal(judge({ ...report({}), code: 1 }, ['core/a.test.ts']).failed, 1);
  });

  it('counts failed tests as they are', () => {
    equal(judge({ ...report({ passed: 3, failed: 2 }), code: 1 }, ['core/a.test.ts']).failed, 2);
  });
});

describe('the list of test files', () => {
  /** @type {string} */
  let root;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-files-'));
    for (const file of ['core/a.test.ts', 'core/a.full.test.ts', 'core/a.ts', 'new/b.test.mjs', 'ui/c.ui.mjs', 'core/fixtures/d.test.ts']) {
      mkdirSync(join(root, file, '..'), { recursive: true });
      writeFileSync(join(root, file), '');
    }
  });
  after(() => rmSync(root, { recursive: true }));

  it('gives every test file a stage, also in a folder nobody has heard of', () => {
    deepEqual(
      [...testFilesByStage({ full: false, root })],
      [
        ['unit', ['core/a.test.ts', 'new/b.test.mjs']],
        ['ui', ['ui/c.ui.mjs']],
      ],
    );
  });

  it('keeps the long runs apart', () => {
    deepEqual([...testFilesByStage({ full: true, root })], [['unit', ['core/a.full.test.ts']]]);
  });
});
