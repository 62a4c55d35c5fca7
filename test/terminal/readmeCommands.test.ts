// The first page tells commands: the command line has to know each of them.

import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../../src/terminal/arguments';
import { ROOT } from '../places';

/** In blocks of code, and between backquotes where an option or a file follows. */
function commands(page: string): readonly string[] {
  const blocks = [...page.matchAll(/^```\w*\n(.*?)^```$/gms)].flatMap((found) => (found[1] ?? '').split('\n'));
  const told = blocks.flatMap((line) => /(?:^|run: |entry: )rdp-diagnostics (?<words>[^#>|]*)/.exec(line)?.groups?.['words'] ?? []);
  return told.map((words) => words.trim());
}

describe('the commands of the first page', () => {
  const told = commands(readFileSync(join(ROOT, 'README.md'), 'utf8'));

  it('are found', () => {
    ok(told.length >= 12, String(told.length));
    ok(told.some((words) => words.includes('--write-baseline')));
  });

  it('are known to the command line', () => {
    // A hook is given its files behind what it says.
    const refused = told.filter((words) => !readArguments([...words.split(/\s+/), ...(words === 'lint' ? ['a.reg'] : [])]).ok);
    deepEqual(refused, []);
  });
});
