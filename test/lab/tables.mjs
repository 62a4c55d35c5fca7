// The tables of core, loaded into a script: they are TypeScript without side effects, so bundled into one file they can be.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { OUT, ROOT } from './paths.mjs';

/**
 * @param {string} name of the bundle in out/
 * @param {readonly string[]} exported statements that export, from paths below the root
 */
export async function loadTables(name, exported) {
  const outfile = join(OUT, `${name}.cjs`);
  await build({
    stdin: { contents: exported.join('\n'), resolveDir: ROOT, loader: 'ts' },
    tsconfig: join(ROOT, 'tsconfig.base.json'),
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile);
}
