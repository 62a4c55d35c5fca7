// Runs inside the editor's extension host: finds every test file beside itself on disk, runs them with mocha and
// prints one machine-readable line for the harness (test/lab/testReport.mjs). VS Code takes a rejection as exit code 1.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";

const TIMEOUT_MS = 60_000;

export async function run(): Promise<void> {
  const full = process.env["RDP_DIAGNOSTICS_FULL"] === "1";
  const files = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.js"))
    .filter((name) => name.includes(".full.") === full)
    .sort();
  const mocha = new Mocha({ ui: "bdd", timeout: TIMEOUT_MS, color: false, forbidOnly: true });
  for (const name of files) mocha.addFile(join(__dirname, name));
  console.log("RDP-DIAGNOSTICS-TESTS-BEGIN");
  mocha.loadFiles();
  const ran = new Set<string>();
  const { passed, failed, skipped } = await new Promise<Omit<Report, "files">>((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending });
    });
    runner.on("test end", (test) => {
      if (test.file !== undefined) ran.add(test.file);
    });
  });
  const report: Report = { passed, failed, skipped, files: files.filter((name) => ran.has(join(__dirname, name))) };
  console.log(`RDP-DIAGNOSTICS-TESTS ${JSON.stringify(report)}`);
  if (failed > 0) throw new Error(`${failed} tests failed`);
  if (report.files.length !== files.length) throw new Error(`${files.length} test files on disk, ${report.files.length} ran`);
}

interface Report {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly files: readonly string[];
}
