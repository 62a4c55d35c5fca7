// The graph of src as a whole: no cycles, rooms one way, nothing that nobody reaches. The linter judges single imports
// (test/architecture/fences); here the resolved graph is judged, so that the two check each other.

const path = require('node:path');

const doors = '^src/[^/]+\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and that nothing imports.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'reached-from-a-door',
      comment: 'Code that no door reaches is not part of the product.',
      severity: 'error',
      from: { path: doors },
      to: { path: '^src/', pathNot: ['\\.d\\.ts$', doors], reachable: false },
    },
    { name: 'core-sees-core', severity: 'error', from: { path: '^src/core/' }, to: { path: '^src/', pathNot: '^src/(core/|collector/[^/]+\\.ps1$)' } },
    {
      name: 'core-has-no-node',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rooms-are-apart',
      comment: 'node, editor and terminal see core and themselves.',
      severity: 'error',
      from: { path: '^src/(node|editor|terminal)/' },
      to: { path: '^src/', pathNot: ['^src/core/', '^src/$1/'] },
    },
    {
      name: 'browser-door-has-no-desktop',
      severity: 'error',
      from: { path: '^src/[^/]+\\.web\\.ts$' },
      to: { path: '^src/(node|terminal)/', reachable: true },
    },
    {
      name: 'rules-behind-their-table',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/core/rules/(table|policyFileTable|securityTable)\\.ts$' },
      to: { path: '^src/core/rules/.*/rdp\\d{3}[^/]*$' },
    },
    {
      name: 'no-undeclared-package',
      comment: 'What is bundled is named in package.json under dependencies.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown'], pathNot: '^(node_modules/@types/(vscode|sarif)|vscode$)' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    // The rooms' own settings map `vscode` and `ssh2` to an empty module; here the real names count.
    tsConfig: { fileName: path.join(__dirname, 'tsconfig.base.json') },
    enhancedResolveOptions: { extensions: ['.ts', '.d.ts', '.js', '.json'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
