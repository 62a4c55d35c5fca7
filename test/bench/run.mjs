// `npm run bench`: every performance claim as a ratio against a peer in the same run.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { ensureDependencies } = await import('../lab/setup.mjs');
const { compile } = await import('../lab/compile.mjs');
await ensureDependencies();
await compile();

const { build: buildProduct } = await import('../lab/build.mjs');
await buildProduct();

const { build } = await import('esbuild');
await build({
  absWorkingDir: root,
  entryPoints: ['src/core/lint/linter.ts'],
  outfile: 'out/bench/linter.js',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  tsconfig: 'tsconfig.base.json',
  minify: true,
});

// One process per bench, so that the garbage of one is not the other's burden.
const benches = {
  lint: "import('./test/bench/lint.mjs').then(({ benchLint }) => benchLint())",
  registryPol: "import('./test/bench/registryPol.mjs').then(({ benchRegistryPol }) => benchRegistryPol())",
  backups: "import('./test/bench/backups.mjs').then(({ benchBackups }) => benchBackups())",
  xml: "import('./test/bench/xml.mjs').then(({ benchXml }) => benchXml())",
  ssh: "import('./test/bench/ssh.mjs').then(({ benchSsh }) => benchSsh())",
  check: "import('./test/bench/check.mjs').then(({ benchCheck }) => benchCheck())",
  listeners: "import('./test/bench/listeners.mjs').then(({ benchListeners }) => benchListeners())",
};
const wanted = process.argv.slice(2);
for (const [name, code] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { status } = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', '--input-type=module', '--eval', code], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
