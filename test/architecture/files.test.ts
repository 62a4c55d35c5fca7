// Files as files: doors are thin, names say something, nothing is too long, nothing points at the computer it was written on, and
// every test is run by exactly one stage.

import { deepEqual } from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { addressProblems, lengthProblem, nameProblem, silentSkips, stageProblems } from './fileJudge';
import { filesUnder, inRoot, projectFiles, readText, sources } from './project';

const BINARY = /\.(?:png|gif|ico|vsix|pol|bin|pcap|gz|zip)$/;

interface Stages {
  readonly testFilesByStage: (options: { readonly full: boolean }) => ReadonlyMap<string, readonly string[]>;
}

const isScript = (file: string): boolean => /\.(?:ts|mjs|cjs|js)$/.test(file) && !file.startsWith('test/architecture/fixtures/');

describe('the files', () => {
  const files = projectFiles();

  it('have names that say something', () => {
    const named = [...sources(), ...files.filter((file) => file.startsWith('test/') && isScript(file))];
    deepEqual(named.map(nameProblem).filter((problem) => problem !== undefined), []);
  });

  it('are short, and the doors shorter', () => {
    deepEqual(files.filter(isScript).map((file) => lengthProblem(file, readText(file))).filter((problem) => problem !== undefined), []);
  });

  it('include three doors and no others', () => {
    deepEqual(filesUnder('src', (file) => /^src\/[^/]+\.ts$/.test(file)), ['src/cli.ts', 'src/extension.ts', 'src/extension.web.ts']);
  });

  it('point at no package registry and at nobody’s computer', () => {
    const texts = files.filter((file) => !BINARY.test(file) && !file.startsWith('test/fixtures/'));
    deepEqual(texts.flatMap((file) => addressProblems(file, readText(file))), []);
  });
});

describe('the test files', () => {
  const written = filesUnder('test', (file) => !file.includes('fixtures/') && /\.(?:test|ui|full)\.(?:ts|mjs)$/.test(file)).map((file) => file.slice('test/'.length));

  it('are run by exactly one stage each', async () => {
    const { testFilesByStage } = (await import(pathToFileURL(inRoot('test/lab/testFiles.mjs')).href)) as Stages;
    const stages = [false, true].flatMap((full) => [...testFilesByStage({ full }).values()]);
    deepEqual(stageProblems(written, stages), []);
  });

  it('say what they need where they are skipped', () => {
    const files = filesUnder('test', (file) => isScript(file) && !file.startsWith('test/architecture/'));
    deepEqual(files.flatMap((file) => silentSkips(file, readText(file))), []);
  });

  it('are called so that a stage finds them', () => {
    const holders = filesUnder('test', (file) => isScript(file) && /\.(?:ts|mjs)$/.test(file)).filter((file) => /^describe\(/m.test(readText(file)));
    deepEqual(holders.filter((file) => !written.includes(file.slice('test/'.length))), []);
  });
});

describe('a tree with bad files', () => {
  it('is told about empty names', () => {
    deepEqual(['src/core/utils.ts', 'src/node/Helper.ts', 'src/core/types.ts', 'src/core/range.ts'].map(nameProblem), [
      'src/core/utils.ts has a name that says nothing',
      'src/node/Helper.ts has a name that says nothing',
      'src/core/types.ts has a name that says nothing',
      undefined,
    ]);
  });

  it('is told about long files', () => {
    deepEqual(lengthProblem('src/cli.ts', 'a\n'.repeat(80)), 'src/cli.ts has 80 lines, more than 79');
    deepEqual(lengthProblem('src/cli.ts', 'a\n'.repeat(79)), undefined);
    deepEqual(lengthProblem('src/node/a.ts', 'a\n'.repeat(300)), 'src/node/a.ts has 300 lines, more than 299');
  });

  it('is told about addresses', () => {
    const bad = [['https://regis', 'try.npmjs.org/a'], ['/wo', 'rk/a'], ['/ho', 'me/someone'], ['/ro', 'ot/.cache'], ['/Us', 'ers/someone']].map((parts) => parts.join(''));
    deepEqual(bad.map((text) => addressProblems('a', text).length), [1, 1, 1, 1, 1]);
    deepEqual(addressProblems('a', 'src/work/a and https://code.visualstudio.com/home/'), []);
  });

  it('is told about skips that say nothing', () => {
    deepEqual(silentSkips('a.test.ts', "if (process.platform === 'win32') this.skip();\nconsole.log(`skipped: needs ${what}`);\nreturn context.skip();\n"), [
      "a.test.ts skips silently: if (process.platform === 'win32') this.skip();",
    ]);
  });

  it('is told about tests that nobody or two stages run', () => {
    deepEqual(stageProblems(['a.test.ts', 'b.test.ts', 'c.test.ts'], [['a.test.ts', 'b.test.ts'], ['b.test.ts']]), [
      'b.test.ts is run by 2 stages',
      'c.test.ts is run by 0 stages',
    ]);
  });
});
