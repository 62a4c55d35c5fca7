// Runs inside the editor's web worker host, where there is no disk: the harness bundles this file together with every
// test file it found (test/lab/webSuite.mjs) and hands those over as functions that load them.
import 'mocha/mocha'; // defines the global Mocha
import { runAndReport } from '../mochaReport';

const TIMEOUT_MS = 60_000;

/** Test file → what loads it. */
export type TestFiles = Readonly<Record<string, () => unknown>>;

export async function runTests(files: TestFiles): Promise<void> {
  // Not the ready-made global `mocha`: its `run` reads the query of a page's address, and a worker has no page.
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: TIMEOUT_MS, color: false, forbidOnly: true });
  for (const [name, load] of Object.entries(files)) {
    mocha.suite.emit('pre-require', globalThis, name, mocha);
    load();
  }
  await runAndReport(mocha, Mocha.reporters, new Map(Object.keys(files).map((name) => [name, name])));
}
