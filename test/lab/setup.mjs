// Everything between a fresh clone and a run: dependencies, foreign programs, editor builds. It lives here and not in
// npm's `pre…` scripts because .npmrc's `ignore-scripts`, which keeps other people's scripts out, silences those too.
// Nothing in this file or what it imports may need node_modules.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureEditorBuild } from './editorBuilds.mjs';
import { ROOT } from './paths.mjs';
import { ensurePowerShell } from './powershell/engine.mjs';
import { ensureWinePrefix } from './powershell/wine.mjs';
import { npmCommand, run } from './processes.mjs';

export { ensureComponents } from './components.mjs';

const INSTALL_TIMEOUT_MS = 600_000;

/** Runs `npm ci` when node_modules is not what package-lock.json says. */
export async function ensureDependencies(root = ROOT) {
  const reason = dependenciesDiffer(root);
  if (reason === undefined) return;
  console.log(`Installing dependencies with npm ci: ${reason}`);
  const npm = npmCommand();
  const { code, output } = await run(npm.file, [...npm.args, 'ci'], { cwd: root, timeoutMs: INSTALL_TIMEOUT_MS });
  if (code !== 0) throw new Error(`npm ci ended with ${code}:\n${output}`);
}

/**
 * npm writes what it installed to `node_modules/.package-lock.json` as its last step, so comparing the two lock files
 * also catches an install that was cut off, and does not mind who ran it.
 * @param {string} root
 * @returns {string | undefined} why they differ
 */
export function dependenciesDiffer(root) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'there is no complete node_modules';
  const wanted = readLock(join(root, 'package-lock.json'));
  const installed = readLock(installedFile);
  for (const [path, entry] of wanted) {
    const have = installed.get(path);
    if (have === undefined && entry.optional !== true) return `${path} is missing`;
    if (have !== undefined && have.version !== entry.version) return `${path} is ${have.version}, not ${entry.version}`;
  }
  const extra = [...installed.keys()].find((path) => !wanted.has(path));
  return extra === undefined ? undefined : `${extra} is not in package-lock.json`;
}

/** @param {string} file */
function readLock(file) {
  /** @type {{ packages: Record<string, { version?: string, optional?: boolean }> }} */
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(lock.packages).filter(([path]) => path !== ''));
}

/** @param {readonly import("./pins.mjs").EditorVersion[]} versions */
export async function ensureEditors(versions) {
  for (const version of versions) await ensureEditorBuild(version); // one by one: the disk is the limit, not the cores
}

/**
 * Builds what the tests of shells run on, before their time-outs count.
 * @param {readonly string[]} missing components that are not there
 */
export async function ensureShells(missing) {
  const started = Date.now();
  if (!missing.includes('powershell')) await ensurePowerShell();
  if (!missing.includes('dotnet') && !missing.includes('wine')) await ensureWinePrefix();
  console.log(`PowerShell and Wine were ready after ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
