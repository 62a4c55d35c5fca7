// Makes the package people install from what is in dist/.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OUT, ROOT } from './paths.mjs';
import { run } from './processes.mjs';

const TIMEOUT_MS = 120_000;

/** @returns {string} where the package of this version is */
export function packageFile() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return join(OUT, `rdp-diagnostics-${version}.vsix`);
}

/** @returns {Promise<string>} the file */
export async function makePackage() {
  const file = packageFile();
  rmSync(file, { force: true }); // a failed run must not leave an older package to be tested
  mkdirSync(OUT, { recursive: true });
  const vsce = join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', file];
  const { code, output } = await run(process.execPath, args, { cwd: ROOT, timeoutMs: TIMEOUT_MS });
  if (code !== 0) throw new Error(`vsce package ended with ${code}:\n${output}`);
  return file;
}
