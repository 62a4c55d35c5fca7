// Runs mocha over the files named on the command line, in a process of its own, and prints the counts of
// testReport.mjs: `node runMocha.mjs TIMEOUT_MS FILE…`
import Mocha from 'mocha';
import { REPORT_MARK } from './testReport.mjs';

const CLOSING_MS = 5_000;

const [timeout, ...files] = process.argv.slice(2);
const mocha = new Mocha({ ui: 'bdd', timeout: Number(timeout), forbidOnly: true });
Mocha.reporters.Base.useColors = false; // mocha's own option does not win over CI=true
for (const file of files) mocha.addFile(file);
await mocha.loadFilesAsync();

/** @type {Set<string>} */
const ran = new Set();
/** @type {string[]} */
const failures = [];
const runner = mocha.run(() => {
  const { passes: passed = 0, failures: failed = 0, pending: skipped = 0 } = runner.stats ?? {};
  console.log(`\n${REPORT_MARK}${JSON.stringify({ passed, failed, skipped, files: files.filter((file) => ran.has(file)), failures })}`);
  process.exitCode = failed === 0 ? 0 : 1;
  // A test that leaves a server, a timer or a child behind keeps this process alive; say what, and call it a failure.
  setTimeout(() => {
    console.log(`The tests left something open: ${process.getActiveResourcesInfo().join(', ')}`);
    process.exit(1);
  }, CLOSING_MS).unref();
});
runner.on('test end', (test) => {
  if (test.file !== undefined) ran.add(test.file);
});
runner.on('fail', (test, error) => {
  failures.push(`${test.fullTitle()}: ${String(error).split('\n', 1)[0]}`);
});
