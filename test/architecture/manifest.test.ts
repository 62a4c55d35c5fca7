// The manifest, its texts, the table of commands and the settings agree; and a manifest in which they do not is noticed.

import { deepEqual, match } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { callsIn, stringsOf } from './codeFacts';
import { dependencyProblems, manifestProblems, type Manifest, type ManifestFacts } from './manifestJudge';
import { filesUnder, inRoot, projectFiles, readJson, readText, sources } from './project';

const manifest = readJson('package.json') as Manifest;

// Commands that make sense in every window at any time, and ask for a server where none is selected. All others say when they are
// offered.
const unconditional = ['addServer', 'editServer', 'removeServer', 'importServers', 'openReport', 'exportReport', 'compare', 'explain', 'openSnapshot', 'copySshTarget', 'openAsText', 'saveFixedCopy', 'showLog'].map((name) => `rdpDiagnostics.${name}`);

function facts(): ManifestFacts {
  const settingCalls = callsIn('src/editor/settings.ts').filter((call) => ['get', 'inspect', 'update', 'has'].includes(call.name));
  const contextCalls = sources().flatMap(callsIn).filter((call) => call.name === 'executeCommand' && call.strings[0] === 'setContext');
  return {
    manifest,
    texts: readJson('package.nls.json') as Record<string, string>,
    commandIds: stringsOf('src/editor/commands.ts', 'commandIds'),
    settingNames: [...new Set(settingCalls.map((call) => call.strings[0]).filter((name) => name !== undefined))].map((name) => `rdpDiagnostics.${name}`),
    contextKeys: contextCalls.map((call) => call.strings[1]).filter((key) => key !== undefined),
    unconditional,
  };
}

describe('the manifest', () => {
  it('agrees with its texts, the table of commands and the settings', () => {
    deepEqual(manifestProblems(facts()), []);
  });

  it('pins every dependency, and the editor types to the oldest editor', () => {
    deepEqual(dependencyProblems(manifest), []);
  });

  it('has every command that the documentation tells a reader to run', () => {
    const told = ['README.md', ...filesUnder('docs', (file) => file.endsWith('.md'))].flatMap((file) =>
      [...readText(file).matchAll(/(?:^|`)npm (?:run )?([a-z][\w:-]*)/gm)].map((match) => match[1] ?? ''),
    );
    const builtIn = ['ci', 'install', 'i'];
    deepEqual(
      [...new Set(told)].filter((name) => !builtIn.includes(name) && manifest.scripts[name] === undefined),
      [],
    );
  });

  it('and the first page list the same commands and settings', () => {
    const firstCells = [...readText('README.md').matchAll(/^\| (.+?) \|/gm)].map((match) => match[1] ?? '');
    const manifestTexts = readJson('package.nls.json') as Readonly<Record<string, string>>;
    const titles = manifest.contributes.commands.map(({ title }) => `RDP Diagnostics: ${manifestTexts[title.replaceAll('%', '')] ?? title}`);
    const settings = manifest.contributes.configuration.flatMap((section) => Object.keys(section.properties)).map((name) => `\`${name}\``);
    deepEqual(firstCells.filter((cell) => cell.startsWith('RDP Diagnostics: ')).sort(), titles.sort());
    deepEqual(firstCells.filter((cell) => cell.startsWith('`rdpDiagnostics.')).sort(), settings.sort());
  });

  it('names files that exist', () => {
    const named = Object.values(manifest.scripts).flatMap((script) => [...script.matchAll(/\bnode (\S+)/g)].map((found) => found[1] ?? ''));
    deepEqual(
      named.filter((file) => !existsSync(inRoot(file))),
      [],
    );
    for (const script of Object.values(manifest.scripts)) match(script, /^node /);
  });

  for (const file of projectFiles().filter((path) => /^package\.nls\.\w+\.json$/.test(path))) {
    it(`has in ${file} the same texts as in package.nls.json`, () => {
      deepEqual(Object.keys(readJson(file) as object).sort(), Object.keys(readJson('package.nls.json') as object).sort());
    });
  }
});

describe('a manifest that disagrees', () => {
  const bad: ManifestFacts = {
    manifest: {
      activationEvents: ['*'],
      engines: { vscode: '^1.100.0' },
      capabilities: { untrustedWorkspaces: { restrictedConfigurations: ['rdpDiagnostics.gone'] } },
      contributes: {
        commands: [
          { command: 'rdpDiagnostics.a', title: 'A', category: '%category%', enablement: 'rdpDiagnostics.unset' },
          { command: 'rdpDiagnostics.a', title: '%command.a%' },
          { command: 'rdpDiagnostics.b', title: '%command.b%', category: '%category%' },
        ],
        menus: { commandPalette: [{ command: 'rdpDiagnostics.c' }] },
        views: { rdpDiagnostics: [{ id: 'rdpDiagnostics.servers' }] },
        configuration: [{ properties: { 'rdpDiagnostics.unread': {} } }],
        languages: [{ id: 'reg' }],
      },
      scripts: {},
      bin: {},
      dependencies: { saxes: '^6.0.0' },
      devDependencies: { '@types/vscode': '1.110.0' },
    },
    texts: { category: 'C', 'command.a': 'A', unused: 'U' },
    commandIds: ['rdpDiagnostics.a', 'rdpDiagnostics.undeclared'],
    settingNames: ['rdpDiagnostics.undeclared'],
    contextKeys: [],
    unconditional: ['rdpDiagnostics.a'],
  };

  it('is told everything that is wrong', () => {
    deepEqual(manifestProblems(bad), [
      'rdpDiagnostics.undeclared is in the table of commands and not in the manifest',
      'rdpDiagnostics.b is in the manifest and not in the table of commands',
      'rdpDiagnostics.a is declared twice',
      'rdpDiagnostics.a has a title that cannot be translated',
      'rdpDiagnostics.a has another category',
      'rdpDiagnostics.c stands in commandPalette and is not declared',
      'rdpDiagnostics.c stands in the palette without a condition',
      'rdpDiagnostics.b has no palette condition and is not known to make sense everywhere',
      'rdpDiagnostics.a has a condition and is listed as having none',
      'rdpDiagnostics.undeclared is read and not declared',
      'rdpDiagnostics.unread is declared and never read',
      'rdpDiagnostics.unread has no scope',
      'rdpDiagnostics.unread has no default',
      'rdpDiagnostics.unread has a description that cannot be translated',
      'rdpDiagnostics.gone is restricted and not declared',
      '%command.b% has no text',
      'the text unused is not used',
      'rdpDiagnostics.unset stands in a condition and is never set',
      'activates on *',
      'opening reg activates nothing',
    ]);
  });

  it('is told what is not pinned', () => {
    deepEqual(dependencyProblems(bad.manifest), ['saxes is not pinned: ^6.0.0', '@types/vscode is not 1.100.0']);
  });
});
