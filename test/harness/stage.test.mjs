// The judge of the test runs, judged: a run that looks green without having run is a failure.
import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runFilesOneByOne } from '../lab/nodeStages.mjs';
import { ROOT } from '../lab/paths.mjs';
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

describe('a stage that gives a file a second run', () => {
  /** @type {string} */
  let folder;
  /** @type {string} */
  let file;
  /** @param {string} body of the one test; `runs` counts the runs of the file */
  const write = (body) => {
    const counter = JSON.stringify(join(folder, 'runs'));
    const lines = [
      "import { appendFileSync, readFileSync } from 'node:fs';",
      `appendFileSync(${counter}, 'x');`,
      `const runs = readFileSync(${counter}, 'utf8').length;`,
      `it('a test', () => { ${body} });`,
    ];
    writeFileSync(join(folder, 'a.test.mjs'), lines.join('\n'));
  };
  const runs = () => readFileSync(join(folder, 'runs'), 'utf8').length;
  const stage = () => runFilesOneByOne([file], { testTimeoutMs: 2000 });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-runs-'));
    file = relative(join(ROOT, 'test'), join(folder, 'a.test.mjs'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('runs once what passes', async () => {
    write('');
    const { passed, failed, repeated } = await stage();
    deepEqual({ passed, failed, repeated, runs: runs() }, { passed: 1, failed: 0, repeated: [], runs: 1 });
  });

  it('tells by name what passed at the second run only, and why the first did not', async () => {
    write("if (runs === 1) throw new Error('too early')");
    const { passed, failed, repeated = [], detail } = await stage();
    deepEqual({ passed, failed, runs: runs() }, { passed: 1, failed: 0, runs: 2 });
    match(repeated.join('\n'), /a\.test\.mjs passed at a second run only: a test: Error: too early/u);
    match(detail, /1 run twice/u);
  });

  it('fails what fails twice, and says what was wrong', async () => {
    write("throw new Error('broken')");
    const { passed, failed, failures, repeated } = await stage();
    deepEqual({ passed, failed, failures, repeated, runs: runs() }, { passed: 0, failed: 1, failures: ['a test: Error: broken'], repeated: [], runs: 2 });
  });

  it('fails without files', async () => {
    equal((await runFilesOneByOne([], { testTimeoutMs: 2000 })).failed, 1);
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

  it('gives those with a word in their path', () => {
    deepEqual([...testFilesByStage({ full: false, root, words: ['b.te', 'no such'] })], [['unit', ['new/b.test.mjs']]]);
  });

  it('keeps the long runs apart', () => {
    deepEqual([...testFilesByStage({ full: true, root })], [['unit', ['core/a.full.test.ts']]]);
  });
});
