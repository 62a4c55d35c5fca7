// Bundles the tests of the web worker host: it loads one file, so all test files found on disk go into one.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OUT, ROOT } from './paths.mjs';

/**
 * @param {readonly string[]} files relative to test/
 * @returns {Promise<string>} the bundle
 */
export async function bundleWebTests(files) {
  const { build } = await import('esbuild'); // late: this file is also imported before dependencies exist
  const loaders = files.map((file) => `  ${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)}),`);
  const contents = ["import { runTests } from './web/index';", 'export const run = () => runTests({', ...loaders, '});'].join('\n');
  const outfile = join(OUT, 'webTests', 'index.js');
  await build({
    stdin: { contents, resolveDir: join(ROOT, 'test'), sourcefile: 'webTests.ts', loader: 'ts' },
    tsconfig: join(ROOT, 'tsconfig.base.json'),
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    plugins: [mochaAsPageScript],
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * mocha's browser build is a CommonJS-or-global file inside a package marked as a module, so a bundler leaves its
 * `module.exports = …` pointing at the bundle's own exports. Hiding those names makes it define the global instead.
 * @type {import('esbuild').Plugin}
 */
const mochaAsPageScript = {
  name: 'mocha-as-page-script',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `var exports, module, define;\n${await readFile(path, 'utf8')}`,
    }));
  },
};
