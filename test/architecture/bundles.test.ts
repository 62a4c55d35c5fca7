// The bundles as they ship: a production build into a folder of its own, judged by its metafiles.

import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTexts } from '../../src/core/messages/startTexts';
import { texts } from '../../src/core/messages/table';
import { bundleProblems, type Metafile } from './bundleJudge';
import { stringsIn } from './codeFacts';
import { inRoot } from './project';

interface Build {
  readonly status: number | null;
  readonly output: string;
  readonly metafiles: ReadonlyMap<string, Metafile>;
}

describe('the bundles', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-bundles-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function build(name: string, source: string): Build {
    const metadir = join(folder, name, 'meta');
    const options = ['--production', `--source=${source}`, `--outdir=${join(folder, name)}`, `--metadir=${metadir}`];
    const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot('esbuild.js'), ...options], { encoding: 'utf8' });
    const files = status === 0 ? readdirSync(metadir) : [];
    const read = (file: string): Metafile => JSON.parse(readFileSync(join(metadir, file), 'utf8')) as Metafile;
    return { status, output: stdout + stderr, metafiles: new Map(files.map((file) => [file.replace(/\.json$/, ''), read(file)])) };
  }

  describe('of the product', () => {
    let product: Build;
    before(() => {
      product = build('product', 'src');
      equal(product.status, 0, product.output);
    });

    it('keep to their hosts, their parts and their budgets', () => {
      deepEqual(bundleProblems(product.metafiles), []);
    });

    it('are the three doors and their parts', () => {
      for (const name of ['extension', 'extension.web', 'cli', 'linter']) ok(product.metafiles.has(name), `${name} was not built`);
    });

    it('hold what is no value in the registry only where rules run, a server is looked at or a text explained', () => {
      const asked = ['extension.web', 'events', 'rules', 'cli', 'linter', 'serverCommands', 'serverCheck', 'snapshotWork', 'showCommand', 'explanationPage', 'policiesWork'];
      for (const [name, { outputs }] of product.metafiles) {
        if (asked.includes(name)) continue;
        const { inputs = {} } = Object.values(outputs).find(({ entryPoint }) => entryPoint !== undefined) ?? {};
        // A module that is left out can still stand there with the few bytes of its frame.
        const held = Object.entries(inputs).filter(([file, { bytesInOutput }]) => /core\/rdp\/(?:events|facts)/.test(file) && bytesInOutput > 200);
        deepEqual(held.map(([file]) => file), [], name);
      }
    });

    it('hold every text that the code of the start speaks', () => {
      const [start] = Object.values(product.metafiles.get('extension')?.outputs ?? {});
      const files = Object.keys(start?.inputs ?? {}).filter((file) => /^src\/(?!core\/messages\/).*\.ts$/.test(file));
      const spoken = files.flatMap((file) => stringsIn(file).filter((text) => Object.hasOwn(texts, text)).map((key) => `${file} ${key}`));
      ok(spoken.length > 50);
      deepEqual(spoken.filter((row) => !Object.hasOwn(startTexts, row.split(' ')[1] ?? '')), []);
    });

    it('hold what they share once', () => {
      const holders = (file: RegExp): readonly string[] =>
        [...product.metafiles].filter(([, { outputs }]) => Object.values(outputs).some(({ inputs }) => Object.keys(inputs).some((input) => file.test(input)))).map(([name]) => name);
      deepEqual(holders(/core\/messages\/table\.ts$/), ['extension.web', 'messages']);
      deepEqual(holders(/core\/rules\/table\.ts$/), ['extension.web', 'rules']);
      deepEqual(holders(/core\/rdp\/settingTable\.ts$/), ['extension.web', 'settings']);
      deepEqual(holders(/core\/rdp\/policies\.ts$/), ['extension.web', 'policies']);
      deepEqual(holders(/core\/rdp\/events\.ts$/), ['events', 'extension.web']);
    });

    it('hold nothing of SSH where the command line starts', () => {
      const [cli] = Object.values(product.metafiles.get('cli')?.outputs ?? {});
      deepEqual(Object.keys(cli?.inputs ?? {}).filter((file) => /src\/node\/(?:ssh|shells|hostKeys)|node_modules\/ssh/.test(file)), []);
      ok(product.metafiles.has('sshAccess'));
    });

    it('ask for the editor alone in the browser', () => {
      const [web] = Object.values(product.metafiles.get('extension.web')?.outputs ?? {});
      deepEqual([...new Set(web?.imports.map((wanted) => wanted.path))], ['vscode']);
    });

    it('include a command line that can be started as a program', () => {
      const file = join(folder, 'product', 'cli.js');
      match(readFileSync(file, 'utf8'), /^#!\/usr\/bin\/env node\n/);
      if (process.platform !== 'win32') notEqual(statSync(file).mode & 0o111, 0);
    });

    it('travel with the licences of what they hold', () => {
      const inputs = [...product.metafiles.values()].flatMap((metafile) => Object.values(metafile.outputs)).flatMap((output) => Object.keys(output.inputs));
      const packages = new Set(inputs.map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]).filter((name) => name !== undefined));
      const licences = readFileSync(join(folder, 'product', 'thirdPartyLicences.txt'), 'utf8');
      for (const name of packages) ok(licences.includes(`${name} `), `the licence of ${name} is not there`);
    });
  });

  describe('of bad sources', () => {
    const fixtures = 'test/architecture/fixtures/bundle';

    it('show a part that is loaded on activation, and a part nobody planned', () => {
      deepEqual(bundleProblems(build('early', `${fixtures}/early`).metafiles), [
        'extension holds linter instead of loading it on first use',
        'extension holds ssh instead of loading it on first use',
        'unplanned has no budget',
      ]);
    });

    it('do not come about where the browser door needs Node', () => {
      const { status, output } = build('webNode', `${fixtures}/webNode`);
      equal(status, 1);
      match(output, /Could not resolve "node:path"/);
    });

    it('do not come about where the command line needs the editor', () => {
      const { status, output } = build('cliEditor', `${fixtures}/cliEditor`);
      equal(status, 1);
      match(output, /Could not resolve "vscode"/);
    });

    it('show too many bytes and a strange module', () => {
      const output = { entryPoint: 'src/extension.web.ts', bytes: 940_001, imports: [{ path: 'fs', external: true }], inputs: {} };
      deepEqual(bundleProblems(new Map([['extension.web', { outputs: { 'dist/extension.web.js': output } }]])), [
        'extension.web asks its host for fs',
        'extension.web has 940001 bytes, more than 940 KB',
      ]);
    });
  });
});
