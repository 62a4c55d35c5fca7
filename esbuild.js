// Bundles the three doors. `node esbuild.js [--production] [--watch] [--outdir=dist] [--metadir=out/meta] [--source=src]`
//
// In the two doors that run on Node, `import('./x')` of one of our own files becomes a file of its own beside the door, loaded on
// first use: what runs at activation stays small. A web worker host can load one file only, so the browser door has all inlined.
// Every output leaves its metafile behind; test/architecture reads sizes and imports from there.

const { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const root = __dirname;
const flags = new Set(process.argv.slice(2));
const option = (name, fallback) => [...flags].find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
const production = flags.has('--production');
const watch = flags.has('--watch');
const source = option('source', 'src');
const outdir = path.resolve(root, option('outdir', 'dist'));
const metadir = path.resolve(root, option('metadir', 'out/meta'));

// Outputs whose name is not that of their source.
const partNames = { sshShell: 'ssh', sshClient: 'ssh', table: 'messages' };

const shared = {
  absWorkingDir: root,
  bundle: true,
  // One neutral configuration: the rooms' own files map `vscode` to an empty module, which is a matter of types only.
  tsconfig: path.join(root, 'tsconfig.base.json'),
  format: 'cjs',
  loader: { '.ps1': 'text' },
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  metafile: true,
  logLevel: 'info',
};

const onNode = {
  ...shared,
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  // A part is loaded with `require`, which every extension host intercepts and every Node understands.
  supported: { 'dynamic-import': false },
};

// What ssh2 would use if it had been compiled here, and what of it nobody asks for: SFTP, its server, tunnels for HTTP, making of keys.
const nativePart = /^cpu-features$|sshcrypto\.node$/;
const unaskedPart = /^\.{1,2}\/(?:protocol\/)?(?:SFTP|server|http-agents|keygen)\.js$/;

const leftOut = {
  name: 'left-out',
  setup(build) {
    const ofSsh2 = ({ importer }) => /[\\/]node_modules[\\/]ssh2[\\/]/.test(importer);
    build.onResolve({ filter: nativePart }, (wanted) => (ofSsh2(wanted) ? { path: wanted.path, namespace: 'native-part' } : undefined));
    build.onResolve({ filter: unaskedPart }, (wanted) => (ofSsh2(wanted) ? { path: wanted.path, namespace: 'unasked-part' } : undefined));
    // ssh2 takes an error for "not compiled here" and goes on without.
    build.onLoad({ filter: /.*/, namespace: 'native-part' }, () => ({ contents: "throw new Error('left out');" }));
    build.onLoad({ filter: /.*/, namespace: 'unasked-part' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const inWorker = { ...shared, platform: 'browser', target: 'es2022', external: ['vscode'] };

/** Entries found behind dynamic imports: output name → source file. */
const parts = new Map();

/** Packages whose code ended up in an output. */
const packages = new Set();

const lazyParts = {
  name: 'lazy-parts',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, async (wanted) => {
      if (wanted.kind !== 'dynamic-import' || wanted.pluginData === 'resolving') return undefined;
      const { path: file, errors } = await build.resolve(wanted.path, {
        kind: 'dynamic-import',
        resolveDir: wanted.resolveDir,
        importer: wanted.importer,
        pluginData: 'resolving',
      });
      if (errors.length > 0) return { errors };
      const stem = path.parse(file).name;
      const name = partNames[stem] ?? stem;
      if ((parts.get(name) ?? file) !== file) return { errors: [{ text: `Two lazily loaded files would both be called ${name}.js` }] };
      parts.set(name, file);
      return { path: `./${name}.js`, external: true };
    });
  },
};

/** Writes the metafile of each build, and in watch mode follows up parts that a change made necessary. */
const afterwards = (name, outfile) => ({
  name: 'afterwards',
  setup(build) {
    build.onEnd(async (result) => {
      if (result.metafile === undefined) return;
      mkdirSync(metadir, { recursive: true });
      writeFileSync(path.join(metadir, `${name}.json`), JSON.stringify(result.metafile, null, 1));
      for (const input of Object.keys(result.metafile.inputs)) {
        const found = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
        if (found !== undefined) packages.add(found);
      }
      if (name === 'cli' && existsSync(outfile)) chmodSync(outfile, 0o755);
      if (watch) await buildParts();
    });
  },
});

async function bundle(name, options) {
  const outfile = options.outfile ?? path.join(outdir, `${name}.js`);
  const settings = { ...options, outfile, plugins: [...(options.plugins ?? []), afterwards(name, outfile)] };
  if (watch) await (await esbuild.context(settings)).watch();
  else await esbuild.build(settings);
}

/**
 * What several parts stand on is a part of its own, loaded once: the texts, the rules and the large tables. Source file → output name.
 * Only whole modules with few exports: whoever imports one statically gets a `require` in its place.
 */
const sharedModules = new Map([
  ['core/messages/table.ts', 'messages'],
  ['core/rules/table.ts', 'rules'],
  ['core/rdp/settingTable.ts', 'settings'],
  ['core/rdp/policies.ts', 'policies'],
  ['core/rdp/events.ts', 'events'],
]);

/** In everything that is loaded after the start. The part itself holds what its name says. */
const sharedParts = (own) => ({
  name: 'shared-parts',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path: wanted, importer, resolveDir }) => {
      if (kind !== 'import-statement' || importer === '') return undefined;
      const file = path.resolve(resolveDir, `${wanted}.ts`);
      const name = sharedModules.get(path.relative(path.resolve(root, source), file).split(path.sep).join('/'));
      if (name === undefined || name === own) return undefined;
      parts.set(name, file);
      return { path: `./${name}.js`, external: true };
    });
  },
});

const started = new Set();

async function buildParts() {
  for (let open = unstarted(); open.length > 0; open = unstarted()) {
    for (const [name, file] of open) {
      started.add(name);
      await bundle(name, { ...onNode, entryPoints: [file], external: ['vscode'], plugins: [sharedParts(name), lazyParts, leftOut] });
    }
  }
}

const unstarted = () => [...parts].filter(([name]) => !started.has(name));

async function door(name, options) {
  const file = `${source}/${name}.ts`;
  const entry = path.resolve(root, file);
  if (!existsSync(entry)) {
    console.log(`skipped ${name}: ${file} does not exist`);
    return;
  }
  await bundle(name, { ...options, entryPoints: [entry] });
}

const withoutText = (author) => `By ${author?.name ?? author ?? 'its authors'}. The package carries no licence text of its own.`;

/** The licences of what was bundled travel with it, as they ask. */
function writeLicences() {
  const texts = [...packages].sort().map((name) => {
    const folder = path.join(root, 'node_modules', name);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const { version, license, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return `${name} ${version} (${license})\n\n${file === undefined ? withoutText(author) : readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
  });
  mkdirSync(outdir, { recursive: true });
  writeFileSync(path.join(outdir, 'thirdPartyLicences.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}

/** A source that opens with its own line for the shell keeps it. */
function shellLine() {
  const entry = path.resolve(root, source, 'cli.ts');
  return existsSync(entry) && readFileSync(entry, 'utf8').startsWith('#!') ? {} : { banner: { js: '#!/usr/bin/env node' } };
}

async function main() {
  await door('extension', { ...onNode, external: ['vscode'], plugins: [lazyParts] });
  await door('cli', { ...onNode, ...shellLine(), plugins: [sharedParts('cli'), lazyParts] });
  await buildParts();
  await door('extension.web', inWorker);
  writeLicences();
}

main().catch((error) => {
  // esbuild has already printed what is wrong in a source; anything else is a bug here and needs its stack.
  if (!Array.isArray(error?.errors)) console.error(error);
  process.exitCode = 1;
});
