// What the linter holds: the fences between the rooms (test/architecture/fences), the manners of docs/architecture.md, and the
// type-aware checks that find the bugs of this field. Every fence has a file under test/architecture/fixtures that must fail.

import tseslint from 'typescript-eslint';
import { callers } from './test/architecture/fences/callers.mjs';
import { droppedDisposable } from './test/architecture/fences/droppedDisposable.mjs';
import { imports } from './test/architecture/fences/imports.mjs';
import { maskedSecrets } from './test/architecture/fences/maskedSecrets.mjs';
import { translationAtLoad } from './test/architecture/fences/translationAtLoad.mjs';

const fences = {
  rules: { imports, callers, 'dropped-disposable': droppedDisposable, 'masked-secrets': maskedSecrets, 'translation-at-load': translationAtLoad },
};

const typescript = ['**/*.ts'];
const scripts = ['**/*.mjs', '**/*.js'];

const everywhere = [
  { selector: 'Program > VariableDeclaration[kind="let"]', message: 'No state at module level.' },
  { selector: 'Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]', message: 'No state at module level.' },
  { selector: 'CatchClause > BlockStatement[body.length=0]', message: 'An error is handled, passed on or returned, never dropped.' },
  {
    selector: 'CallExpression[callee.property.name="catch"] > :function > BlockStatement[body.length=0]',
    message: 'An error is handled, passed on or returned, never dropped.',
  },
];

const noEnum = { selector: 'TSEnumDeclaration', message: 'A union of strings, or a table `as const`, says the same and is gone at run time.' };

// What a person reads comes from the table of texts in core, through translate.
const ownText = 'A text for people comes from core/messages.';
const noOwnTexts = [
  { selector: 'CallExpression[callee.property.name=/^show(?:Error|Warning|Information)Message$/] > Literal', message: ownText },
  { selector: 'Property[key.name=/^(?:title|prompt|placeHolder|tooltip|description|detail|openLabel|saveLabel|message)$/] > Literal.value[value=/[A-Za-z] [A-Za-z]|^[A-Z]/]', message: ownText },
];

const noDefaultExport = [
  { selector: 'ExportDefaultDeclaration', message: 'Names are given where a thing is made, not where it is used.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Names are given where a thing is made, not where it is used.' },
  { selector: 'TSExportAssignment', message: 'Names are given where a thing is made, not where it is used.' },
];

const noClock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Core has no clock: ask the Clock port.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Core has no clock: ask the Clock port.' },
  {
    selector: 'MemberExpression[property.name=/^(?:toLocale\\w+|localeCompare)$/]',
    message: 'Core gives the same answer under every language of the system.',
  },
];

const coreGlobals = [
  'process',
  'Buffer',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'queueMicrotask',
  'performance',
  'fetch',
  'crypto',
  'navigator',
  'window',
  'document',
  'global',
  'globalThis',
  'require',
  'module',
  '__dirname',
  '__filename',
  'Intl',
].map((name) => ({ name, message: 'Core asks the world through ports.ts.' }));

const sizes = {
  'max-lines': ['error', { max: 299 }],
  // A function that makes something returns closures and is as long as all of them together.
  'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
  'max-depth': ['error', 4],
  'max-params': ['error', 5],
  // Every `??` counts as a branch, and unchecked indexes need many.
  complexity: ['error', 20],
};

const manners = {
  eqeqeq: 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'object-shorthand': 'error',
  'no-else-return': 'error',
  'no-warning-comments': ['error', { terms: ['eslint-disable', 'eslint-enable', 'todo', 'fixme'], location: 'start' }],
};

export default tseslint.config(
  { ignores: ['node_modules/**', 'dist/**', 'out/**', '.cache/**', 'coverage/**', '.vscode-test/**', 'test/architecture/fixtures/**', 'test/fixtures/**'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' }, plugins: { fences } },
  { rules: { ...manners, ...sizes } },
  {
    files: scripts,
    rules: { 'no-unused-vars': 'error', 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, noEnum, ...noDefaultExport],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': true, 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/consistent-type-definitions': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true, allowDefaultCaseForExhaustiveSwitch: false },
      ],
      // The editor's Disposable is a class only by name: anything with a dispose function is one.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // The slowest rule of all, about enums: there are none of ours (see below), and the editor's are read, not computed.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // A port's method is asynchronous for the sake of other implementations; this one may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // A parameter that is there for the sake of the ones after it says so with its name.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'fences/imports': 'error', 'fences/callers': 'error', 'fences/dropped-disposable': 'error', 'fences/translation-at-load': 'error' },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...coreGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Core has no clock: ask the Clock port.' },
        { object: 'Math', property: 'random', message: 'Core has no dice: what varies is passed in.' },
      ],
      'no-restricted-syntax': ['error', ...everywhere, noEnum, ...noDefaultExport, ...noClock],
    },
  },
  { files: ['src/core/rules/**/*.ts'], rules: { 'max-lines': ['error', { max: 120 }] } },
  // A list, one line a rule and one more for its import.
  { files: ['src/core/rules/table.ts'], rules: { 'max-lines': ['error', { max: 299 }] } },
  {
    files: ['src/editor/**/*.ts'],
    rules: {
      'fences/masked-secrets': 'error',
      'no-restricted-syntax': ['error', ...everywhere, noEnum, ...noDefaultExport, ...noOwnTexts],
    },
  },
  { files: ['src/*.ts'], rules: { 'max-lines': ['error', { max: 79 }] } },
  // A text that the bundler hands on is a default export, whatever we think of those.
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/no-unused-vars': 'off', 'no-restricted-syntax': ['error', noEnum] } },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A suite is one long call; what JSON and the tools under test answer has no type worth writing down.
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
