// The snippets write files that import as they stand and that no rule objects to.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainImport } from '../../../src/core/formats/reg/explain';
import { lintText } from '../../../src/core/lint/linter';
import { ROOT } from '../../places';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = JSON.parse(readFileSync(join(ROOT, 'snippets', 'reg.json'), 'utf8')) as Readonly<Record<string, Snippet>>;

/** What is inserted while nobody types: placeholders by their defaults. */
const expand = ({ body }: Snippet): string =>
  body
    .join('\r\n')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');

describe('the snippets', () => {
  for (const [title, snippet] of Object.entries(snippets)) {
    it(title, () => {
      const inserted = expand(snippet);
      const text = inserted.startsWith('Windows') ? inserted : `Windows Registry Editor Version 5.00\r\n\r\n${inserted}`;
      const { findings } = lintText({ document: 'a.reg', text, seen: { encoding: 'utf-16le', bom: true }, severities: new Map(), onRuleError: (code, error) => { throw new Error(code, { cause: error }); } });
      deepEqual(findings.filter(({ code, severity }) => severity !== 'information' && !['RDP033', 'RDP101'].includes(code)).map(({ code, message }) => [code, message.args]), []);
      deepEqual(explainImport(Buffer.from(`\ufeff${text}`, 'utf16le')).skipped, []);
      ok(snippet.description !== '' && !/[!]/.test(snippet.description));
    });
  }

  it('write the port they say', () => {
    const port = snippets['Change the port with a firewall rule'];
    ok(port);
    const text = expand(port);
    equal(Number.parseInt(/dword:(\w+)/.exec(text)?.[1] ?? '', 16), Number(/LPort=(\d+)/.exec(text)?.[1]));
    ok(text.includes('%SystemRoot%\\\\system32\\\\svchost.exe'), text);
  });
});
