// The compiler's fence around core bites: with core's own compiler settings, files that reach for Node, the editor, ssh2 or an
// ambient name do not compile. All of them are compiled in one program with core's declarations, because a single import that drags
// Node's types in would open the fence for every file beside it.

import { deepEqual, equal } from 'node:assert/strict';
import * as ts from 'typescript';
import { bites, expectedBites } from './markers';
import { filesUnder, inRoot, readText } from './project';

const folder = 'test/architecture/fixtures/types';

function coreSettings(): ts.CompilerOptions {
  const file = inRoot('src/core/tsconfig.json');
  const { config } = ts.readConfigFile(file, (path) => ts.sys.readFile(path));
  const { options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, inRoot('src/core'), undefined, file);
  deepEqual(errors, []);
  return { ...options, noEmit: true, composite: false, incremental: false, emitDeclarationOnly: false };
}

/** A compiler host that shows the bad files as if they lay in src/core, where types and packages are looked up from. */
function hostWith(files: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const real = ts.createCompilerHost(options);
  return {
    ...real,
    fileExists: (path) => files.has(path) || real.fileExists(path),
    readFile: (path) => files.get(path) ?? real.readFile(path),
    getSourceFile: (path, language, onError, fresh) => {
      const text = files.get(path);
      return text === undefined ? real.getSourceFile(path, language, onError, fresh) : ts.createSourceFile(path, text, language);
    },
  };
}

describe('the compiler', () => {
  const options = coreSettings();
  const files = filesUnder(folder);
  const shown = new Map(files.map((file) => [inRoot('src/core', file.slice(folder.length + 1)).replaceAll('\\', '/'), readText(file)]));
  let reported: readonly string[] = [];

  before(function () {
    this.timeout(60_000);
    const program = ts.createProgram({
      rootNames: [...shown.keys(), inRoot('src/core/globals.d.ts')],
      options,
      host: hostWith(shown, options),
    });
    reported = bites(
      ts.getPreEmitDiagnostics(program).map((diagnostic) => {
        if (diagnostic.file === undefined) return ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
        const { line } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
        return `${folder}/${diagnostic.file.fileName.split('/').slice(-1).join('/')}:${line + 1} TS${diagnostic.code}`;
      }),
    );
  });

  it('has nothing ambient in core', () => {
    deepEqual(options.types, []);
    deepEqual(options.lib, ['lib.es2023.d.ts']);
  });

  for (const file of files) {
    it(`refuses exactly what ${file.slice(folder.length + 1)} says`, () => {
      deepEqual(
        reported.filter((bite) => bite.startsWith(`${file}:`)),
        expectedBites(file, readText(file)),
      );
    });
  }

  it('refuses nothing else', () => {
    equal(reported.filter((bite) => !files.some((file) => bite.startsWith(`${file}:`))).join('\n'), '');
  });
});
