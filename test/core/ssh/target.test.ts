// What may be named to be reached, and what may not.

import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../src/core/messages/english';
import { readSshTarget, renderSshTarget } from '../../../src/core/ssh/target';

function read(text: string): string {
  const target = readSshTarget(text);
  if (!target.ok) return target.failure.code;
  const { host, user, port } = target.value;
  return [user ?? '-', host, port ?? '-'].join(' ');
}

describe('a target of ssh', function () {
  this.timeout(60_000);

  it('is an alias, or user, host and port', () => {
    const rows: readonly (readonly [string, string])[] = [
      ['rds-07', '- rds-07 -'],
      ['  rds-07\n', '- rds-07 -'],
      ['admin@rds-07', 'admin rds-07 -'],
      ['admin@rds-07.corp.example:2222', 'admin rds-07.corp.example 2222'],
      ['rds-07:2222', '- rds-07 2222'],
      ['CORP\\admin@rds-07', 'CORP\\admin rds-07 -'],
      ['admin@corp.example@rds-07:22', 'admin@corp.example rds-07 22'],
      ['[::1]:2222', '- ::1 2222'],
      ['admin@[fe80::1%eth0]:22', 'admin fe80::1%eth0 22'],
      ['[10.0.0.7]', '- 10.0.0.7 -'],
      ['fe80::1', '- fe80::1 -'],
      ['ssh://admin@rds-07:2222/', 'admin rds-07 2222'],
      ['prod/web_1', '- prod/web_1 -'],
      ['bücher.example', '- bücher.example -'],
    ];
    for (const [text, expected] of rows) equal(read(text), expected, text);
  });

  it('is refused where it could be taken for something else', () => {
    const refused = ['', ' ', '-oProxyCommand=x', 'admin@-oProxyCommand=x', '-l@rds-07', 'rds 07', 'rds-07 -v', 'a\tb', 'a\0b', 'a\u202eb', 'a\u00a0b'];
    refused.push('$(id)', '`id`', 'a;b', 'a&b', 'a|b', 'a>b', "a'b", 'a"b', '$HOME', 'a*', 'a?', '!a', 'a,b', '#a', 'a\\b', '(a)', '{a}', '^a');
    refused.push('@rds-07', 'admin@', 'admin;id@rds-07', 'adm in@rds-07', 'admin\\@rds-07', 'rds-07:', 'rds-07:0', 'rds-07:65536', 'rds-07:22x', 'rds-07:-1');
    refused.push('[::1', '::1]', '[::1]2', '[]', '[::1]:', '[[::1]]', 'ssh://', 'ssh://a/b', 'x'.repeat(256));
    for (const text of refused) equal(read(text), 'sshTargetUnusable', JSON.stringify(text));
  });

  it('is named in the refusal without what a terminal would act on', () => {
    const target = readSshTarget('\u001b[31mred\u202e');
    ok(!target.ok);
    ok(!/\p{C}/u.test(english(target.failure.message)), english(target.failure.message));
  });

  it('is never an option or two words, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('a', '-', '@', ':', '[', ']', ' ', '1', '$', '\\') })), (text) => {
        const target = readSshTarget(text);
        if (!target.ok) return;
        const { host, user, port } = target.value;
        for (const part of [host, user ?? 'x']) ok(!/^-|[\s'"`;&<>|(){}\p{C}]/u.test(part) && part !== '', part);
        ok(!/[$\\*?!,]/.test(host));
        ok(port === undefined || (port >= 1 && port <= 65_535));
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it('is read the same again', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9.-]{0,9}$/);
    fc.assert(
      fc.property(word, fc.option(word, { nil: undefined }), fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined }), (host, user, port) => {
        const text = `${user === undefined ? '' : `${user}@`}${host}${port === undefined ? '' : `:${port}`}`;
        deepEqual(readSshTarget(text), { ok: true, value: { host, user, port } });
        equal(renderSshTarget({ host, user, port }), text);
      }),
      { seed: 12 },
    );
  });
});
