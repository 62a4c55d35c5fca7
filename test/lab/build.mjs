// Builds dist/ the way it ships.
import { ROOT } from './paths.mjs';
import { run } from './processes.mjs';

const TIMEOUT_MS = 120_000;

/** @returns {Promise<string>} what the build printed */
export async function build() {
  const { code, output } = await run(process.execPath, ['esbuild.js', '--production'], { cwd: ROOT, timeoutMs: TIMEOUT_MS });
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  return output;
}
