// Stages whose tests run in plain Node, or in what takes its place: mocha in a process of its own, over exactly the files found on disk.
import { join } from 'node:path';
import { LAB, OUT, ROOT } from './paths.mjs';
import { run } from './processes.mjs';
import { judge } from './stage.mjs';
import { readReport, REPORT_MARK } from './testReport.mjs';

const STAGE_TIMEOUT_MS = 1_800_000;

/**
 * @param {readonly string[]} files relative to test/
 * @param {{ testTimeoutMs: number, env?: NodeJS.ProcessEnv, runtime?: readonly [string, ...string[]] }} options
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

/** @param {string} file relative to test/ */
function runnableFile(file) {
  return file.endsWith('.ts') ? join(OUT, 'test', file.replace(/\.ts$/u, '.js')) : join(ROOT, 'test', file);
}
