// Runs inside the editor's extension host: finds every test file beside itself on disk and runs them with mocha.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { runAndReport } from '../mochaReport';

const TIMEOUT_MS = 60_000;

export async function run(): Promise<void> {
  const full = process.env['RDP_DIAGNOSTICS_FULL'] === '1';
  const names = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:test|full)\.js$/u.test(name) && name.includes('.full.') === full)
    .sort();
  const files = new Map(names.map((name) => [join(__dirname, name), `editor/${name.replaceAll('\\', '/').replace(/\.js$/u, '.ts')}`]));
  const mocha = new Mocha({ ui: 'bdd', timeout: TIMEOUT_MS, color: false, forbidOnly: true });
  for (const file of files.keys()) mocha.addFile(file);
  await mocha.loadFilesAsync();
  await runAndReport(mocha, Mocha.reporters, files);
}
