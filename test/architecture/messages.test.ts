// The table of English texts, the code that speaks them, and the bundle for translators hold together; and all prose keeps its manners.

import { deepEqual } from 'node:assert/strict';
import { texts } from '../../src/core/messages/table';
import { stringsIn } from './codeFacts';
import { mannerProblems, messageProblems, proseOf } from './messageJudge';
import { filesUnder, projectFiles, readJson, readText, sources } from './project';

describe('the messages', () => {
  it('are all used, well formed, and in the bundle for translators', () => {
    const code = sources().filter((file) => !file.startsWith('src/core/messages/') || /\/(?:message|english|englishInFiles|filled)\.ts$/.test(file));
    const strings = new Set(code.flatMap((file) => [...stringsIn(file)]));
    const [bundle] = filesUnder('l10n', (file) => file.endsWith('/bundle.l10n.json'));
    deepEqual(messageProblems({ texts, strings, bundle: bundle === undefined ? {} : (readJson(bundle) as Record<string, string>) }), []);
  });

  it('of the manifest keep the same manners', () => {
    const manifest = readJson('package.nls.json') as Record<string, string>;
    deepEqual(
      Object.entries(manifest).flatMap(([key, text]) => mannerProblems(key, text)),
      [],
    );
  });
});

describe('the pages', () => {
  const pages = projectFiles().filter((file) => file.endsWith('.md') && !file.startsWith('test/'));
  for (const page of pages) {
    it(`${page} keeps the manners of the messages`, () => {
      deepEqual(mannerProblems(page, proseOf(readText(page))), []);
    });
  }
});

describe('a table of texts in disorder', () => {
  it('is told what is wrong', () => {
    const texts = { used: 'Fine.', 'part.used': 'Fine.', 'part.unused': 'Fine.', unused: 'Fine too.', loud: 'Stop!', polite: 'Please wait.', gap: '{0} and {2}', merry: 'Done 🎉' };
    const bundle = { 'Fine.': 'Fine.', 'Fine too.': 'Fein.', Gone: 'Gone', 'Stop!': 'Stop!', 'Please wait.': 'Please wait.', '{0} and {2}': '{0} and {2}' };
    deepEqual(messageProblems({ texts, strings: new Set(['part.', 'used', 'loud', 'polite', 'gap', 'merry']), bundle }), [
      'part.unused is used nowhere',
      'unused is used nowhere',
      'loud has an exclamation mark',
      'polite has a word of courtesy',
      'gap has placeholders 0 2',
      'merry has an emoji',
      'the bundle, made by npm run generate, lacks: Done 🎉',
      'the bundle has what nobody says: Gone',
      'the English bundle changes: Fine too.',
    ]);
  });

  it('is not misread where a page shows code or a picture', () => {
    const page = 'A ![picture](a.png) and `a != b`.\n\n```js\nif (!a) b();\n```\n<!-- a note! -->\nEnd.';
    deepEqual(mannerProblems('page', proseOf(page)), []);
    deepEqual(mannerProblems('page', proseOf('Done!\n```\ncode\n```\n')), ['page has an exclamation mark']);
  });
});
