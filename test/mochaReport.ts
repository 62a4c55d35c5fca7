// Runs a loaded mocha and tells the harness about it (test/lab/testReport.mjs), the same way in the extension host and
// in the web worker host: nothing here needs Node.

/** What was there to run: the name `test.file` has → the name the harness knows. */
export type TestFileNames = ReadonlyMap<string, string>;

/**
 * @param reporters where this mocha's reporters write through
 * @throws when a test failed or a file ran no test; an editor turns that into its exit code
 */
export async function runAndReport(mocha: Mocha, reporters: typeof Mocha.reporters, files: TestFileNames): Promise<void> {
  reporters.Base.consoleLog = (...values: unknown[]) => print(values);
  const ran = new Set<string>();
  const stats = await new Promise<Partial<Mocha.Stats>>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats ?? {}));
    runner.on('test end', (test) => {
      if (test.file !== undefined) ran.add(files.get(test.file) ?? test.file);
    });
  });
  const { passes: passed = 0, failures: failed = 0, pending: skipped = 0 } = stats;
  console.log(`RDP-DIAGNOSTICS-TESTS ${JSON.stringify({ passed, failed, skipped, files: [...ran].sort() })}`);
  if (failed > 0) throw new Error(`${failed} tests failed`);
  const idle = [...files.values()].filter((name) => !ran.has(name));
  if (idle.length > 0) throw new Error(`test files that ran no test: ${idle.join(', ')}`);
}

/** Marked line by line, because the workbench writes to the same console. mocha's format strings know %s and %d only. */
function print([template = '', ...values]: unknown[]): void {
  const rest = [...values];
  const text = String(template).replace(/%[sd]/gu, () => String(rest.shift()));
  for (const line of [text, ...rest.map(String)].join(' ').split('\n')) console.log('%s', `RDP-DIAGNOSTICS-TEST| ${line}`);
}
