// Turns the TypeScript of src/ and test/ into CommonJS under out/, file for file: a stack trace names the file one
// wrote, and a test can import any module without a bundle. Types are checked elsewhere (`tsc -b`).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OUT, ROOT } from './paths.mjs';

const FOLDERS = ['src', 'test'];

export async function compile() {
  const { build } = await import('esbuild'); // late: this file is also imported before dependencies exist
  const sources = FOLDERS.flatMap((folder) => filesIn(ROOT, folder));
  const entryPoints = sources.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  const settings = /** @type {const} */ ({
    absWorkingDir: ROOT,
    outdir: OUT,
    outbase: '.',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  /** @param {string} folder */
  const within = (folder) => entryPoints.filter((file) => file.replaceAll('\\', '/').startsWith(`${folder}/`));
  // As in the bundles: a part of ours is loaded with `require`, which needs no ending. Tests load scripts (.mjs), which only `import` can.
  await build({ ...settings, entryPoints: within('src'), supported: { 'dynamic-import': false } });
  await build({ ...settings, entryPoints: within('test') });
  const scripts = sources.filter((file) => file.endsWith('.ps1'));
  for (const file of scripts) writeTextModule(file);
  removeStale(new Set([...entryPoints.map((file) => file.replace(/\.ts$/u, '.js')), ...scripts.map((file) => `${file}.js`)]));
}

/**
 * The bundler imports a script as text. Here `require('./collect.ps1')` finds `collect.ps1.js`.
 * @param {string} file
 */
function writeTextModule(file) {
  const target = join(OUT, `${file}.js`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `module.exports = ${JSON.stringify(readFileSync(join(ROOT, file), 'utf8'))};\n`);
}

/**
 * No test of a deleted source may run.
 * @param {ReadonlySet<string>} written relative to OUT
 */
function removeStale(written) {
  const present = FOLDERS.flatMap((folder) => filesIn(OUT, folder)).filter((file) => file.endsWith('.js'));
  for (const file of present) if (!written.has(file)) rmSync(join(OUT, file));
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} relative to `root`, without fixtures: those are read, not run
 */
function filesIn(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names.map((name) => join(folder, name)).filter((file) => !/[\\/]fixtures[\\/]/u.test(file));
}
