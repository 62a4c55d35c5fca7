// Stages whose tests run in plain Node, or in what takes its place: mocha in a process of its own, over exactly the files found on disk.
import { join } from 'node:path';
import { LAB, OUT, ROOT } from './paths.mjs';
import { run } from './processes.mjs';
import { judge } from './stage.mjs';
import { readReport, REPORT_MARK } from './testReport.mjs';

const STAGE_TIMEOUT_MS = 1_800_000;

/**
 * @typedef {object} NodeOptions
 * @property {number} testTimeoutMs
 * @property {NodeJS.ProcessEnv} [env]
 * @property {readonly [string, ...string[]]} [runtime]
 */

/**
 * @param {readonly string[]} files relative to test/
 * @param {NodeOptions} options
 */
export async function runNodeTests(files, { testTimeoutMs, env, runtime = [process.execPath, '--enable-source-maps'] }) {
  const runnable = new Map(files.map((file) => [runnableFile(file), file]));
  const [program, ...options] = runtime;
  const args = [...options, join(LAB, 'runMocha.mjs'), String(testTimeoutMs), ...runnable.keys()];
  const { code, output } = await run(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    timeoutMs: STAGE_TIMEOUT_MS,
  });
  const report = readReport(output);
  const named = report && { ...report, files: report.files.map((file) => runnable.get(file) ?? file) };
  const text = output.split('\n').filter((line) => !line.startsWith(REPORT_MARK));
  return judge({ code, output: text.join('\n'), report: named }, files);
}

/**
 * One process for each file, and a second one for a file that failed. For tests that drive large programs of others (a workbench in a browser,
 * Windows programs on Wine behind sshd): on a busy machine those are sometimes slower than any waiting foresaw or cannot start a program, and
 * what is broken fails twice. A second run is told by name and reason, never silent.
 * @param {readonly string[]} files relative to test/
 * @param {NodeOptions} options
 * @returns {Promise<import('./stage.mjs').StageOutcome>}
 */
export async function runFilesOneByOne(files, options) {
  const outcomes = [];
  for (const file of files) outcomes.push(await againWhereItFails(file, () => runNodeTests([file], options)));
  return joined(outcomes, files);
}

/**
 * @param {string} what a file or a suite
 * @param {() => Promise<import('./stage.mjs').StageOutcome>} runOnce
 * @returns {Promise<import('./stage.mjs').StageOutcome>}
 */
export async function againWhereItFails(what, runOnce) {
  const first = await runOnce();
  return first.failed === 0 ? first : again(what, first, await runOnce());
}

/**
 * @param {string} file
 * @param {import('./stage.mjs').StageOutcome} first
 * @param {import('./stage.mjs').StageOutcome} second
 * @returns {import('./stage.mjs').StageOutcome}
 */
function again(file, first, second) {
  const reasons = first.failures ?? [first.detail];
  const repeated = second.failed > 0 ? [] : reasons.map((reason) => `${file} passed at a second run only: ${reason}`);
  return { ...second, output: `${first.output}\n${file}: a second run\n${second.output}`, repeated };
}

/**
 * @param {readonly import('./stage.mjs').StageOutcome[]} outcomes one for each file
 * @param {readonly string[]} files
 * @returns {import('./stage.mjs').StageOutcome}
 */
function joined(outcomes, files) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const ran = outcomes.flatMap((outcome) => outcome.ran ?? []);
  const problems = outcomes.filter(({ failed, failures }) => failed > 0 && (failures ?? []).length === 0).map(({ detail }) => detail);
  const secondRuns = outcomes.filter(({ repeated }) => repeated !== undefined).length;
  return {
    passed: sum('passed'),
    failed: sum('failed') + (files.length === 0 ? 1 : 0),
    skipped: sum('skipped'),
    detail: [`${ran.length} of ${files.length} files`, ...(secondRuns > 0 ? [`${secondRuns} run twice`] : []), ...problems].join('; '),
    output: outcomes.map(({ output }) => output.trim()).join('\n\n'),
    ran,
    failures: outcomes.flatMap(({ failures = [] }) => failures),
    repeated: outcomes.flatMap(({ repeated = [] }) => repeated),
  };
}

/** @param {string} file relative to test/ */
function runnableFile(file) {
  return file.endsWith('.ts') ? join(OUT, 'test', file.replace(/\.ts$/u, '.js')) : join(ROOT, 'test', file);
}
