// Every fence of the linter bites: bad files laid out like src, linted with the project's own configuration, must be reported on
// exactly the lines that say so, and nowhere else.

import { deepEqual, ok } from 'node:assert/strict';
import { relative } from 'node:path';
import { ESLint } from 'eslint';
import { bites, expectedBites } from './markers';
import { filesUnder, inRoot, readText } from './project';

const folder = 'test/architecture/fixtures/lint';

// What must have bitten somewhere in the folder: a fence without a bad file is a fence nobody has seen work.
const fences = [
  'fences/imports',
  'fences/callers',
  'fences/dropped-disposable',
  'fences/masked-secrets',
  'fences/translation-at-load',
  'no-restricted-globals',
  'no-restricted-properties',
  'no-restricted-syntax',
  'no-warning-comments',
  '@typescript-eslint/ban-ts-comment',
  '@typescript-eslint/no-explicit-any',
  '@typescript-eslint/no-floating-promises',
  '@typescript-eslint/no-misused-promises',
  '@typescript-eslint/no-non-null-assertion',
  '@typescript-eslint/switch-exhaustiveness-check',
];

describe('the linter', () => {
  const eslint = new ESLint({ cwd: inRoot(folder), overrideConfigFile: inRoot('eslint.config.mjs') });
  const files = filesUnder(`${folder}/src`);
  const expected = new Map(files.map((file) => [file, expectedBites(file, readText(file))]));
  let reported = new Map<string, readonly string[]>();

  const rulesOf = (results: readonly ESLint.LintResult[]): Map<string, readonly string[]> =>
    new Map(
      results.map((result) => {
        const file = relative(inRoot(), result.filePath).replaceAll('\\', '/');
        const errors = result.messages.filter((message) => message.severity === 2);
        return [file, bites(errors.map((message) => `${file}:${message.line} ${message.ruleId ?? message.message}`))];
      }),
    );

  before(async function () {
    this.timeout(60_000);
    reported = rulesOf(await eslint.lintFiles(['src']));
  });

  for (const file of files) {
    it(`reports exactly what ${relative(folder, file)} says`, () => {
      deepEqual(reported.get(file), expected.get(file));
    });
  }

  for (const fence of fences) {
    it(`has a bad file for ${fence}`, () => {
      ok([...expected.values()].flat().some((bite) => bite.endsWith(` ${fence}`)));
    });
  }

  const lengths = [
    { file: 'src/core/clean.ts', allowed: 299 },
    { file: 'src/core/rules/port/rdp901Alone.ts', allowed: 120 },
    { file: 'src/extension.ts', allowed: 79 },
  ];
  for (const { file, allowed } of lengths) {
    it(`allows ${allowed} lines in a file like ${file}, and not one more`, async function () {
      this.timeout(60_000);
      const lint = async (lines: number): Promise<readonly (string | null)[]> => {
        const text = '// A line.\n'.repeat(lines - 1) + 'export const last = 1;\n';
        const results = await eslint.lintText(text, { filePath: inRoot(folder, file) });
        return results.flatMap((result) => result.messages.map((message) => message.ruleId));
      };
      deepEqual(await lint(allowed), []);
      deepEqual(await lint(allowed + 1), ['max-lines']);
    });
  }
});
