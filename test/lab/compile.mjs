// Turns the TypeScript of src/ and test/ into CommonJS under out/, file for file: a stack trace names the file one
// wrote, and a test can import any module without a bundle. Types are checked elsewhere (`tsc -b`).
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OUT, ROOT } from './paths.mjs';

export async function compile() {
  const { build } = await import('esbuild'); // late: this file is also imported before dependencies exist
  const entryPoints = ['src', 'test'].flatMap((folder) => typescriptIn(folder));
  for (const folder of ['src', 'test']) rmSync(join(OUT, folder), { recursive: true, force: true }); // no test of a deleted source may run
  await build({
    entryPoints,
    absWorkingDir: ROOT,
    outdir: OUT,
    outbase: '.',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}

/** @param {string} folder */
function typescriptIn(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.includes('fixtures'));
}
