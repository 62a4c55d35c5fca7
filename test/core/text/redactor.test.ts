// What must never be read in a log, and what must stay readable in it.

import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { createRedactor } from '../../../src/core/text/redactor';

const redacted = (text: string, ...secrets: readonly string[]): string => {
  const redactor = createRedactor();
  for (const secret of secrets) redactor.learn(secret);
  return redactor.redact(text);
};

const secret = fc.string({ unit: 'binary', minLength: 4, maxLength: 40 });

describe('a redactor', () => {
  it('lets no learnt secret through, however it is spelled and whatever stands around it', () => {
    const spelled = fc.constantFrom(
      (text: string) => text,
      (text: string) => JSON.stringify({ text }),
      (text: string) => `https://host/?q=${encodeURIComponent(text)}`,
      (text: string) => Buffer.from(text).toString('base64'),
    );
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 4 }), fc.array(fc.tuple(fc.string(), fc.nat(3), spelled)), fc.string(), (secrets, parts, end) => {
        const text = parts.map(([before, index, spell]) => before + spell(secrets[index % secrets.length] ?? '')).join('') + end;
        const left = redacted(text, ...secrets);
        for (const known of secrets) {
          ok(!left.includes(known), JSON.stringify([left, known]));
          ok(!left.includes(JSON.stringify(known).slice(1, -1)), JSON.stringify([left, known]));
          ok(!left.includes(Buffer.from(known).toString('base64').replace(/=+$/, '')), JSON.stringify([left, known]));
        }
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('changes nothing where nothing is secret', () => {
    const words = fc.constantFrom('rds-07', 'admin@rds-07', 'SHA256:AbC+/d', 'Tried: publickey, password.', '(ETIMEDOUT)', '\n', '127.0.0.1:22', 'C:\\x');
    fc.assert(
      fc.property(fc.array(words), (parts) => equal(redacted(parts.join(' '), 'Correct horse 1'), parts.join(' '))),
      { seed: 5 },
    );
  });

  it('takes a short secret out where it stands alone, and does not show it by taking it out of words', () => {
    equal(redacted('answer a to "a" of all', 'a'), 'answer […] to "[…]" of all');
    equal(redacted('1234 and 12345', '123'), '1234 and 12345');
    equal(redacted('x', ''), 'x');
  });

  it('takes out what is made whole by taking out something else', () => {
    equal(redacted('abCORRECTcd', 'CORRECT', 'ab[…]cd'), '[…]');
  });

  for (const [text, expected] of [
    ['password=hunter2 next', 'password=[…] next'],
    ['Password: "two words", next', 'Password: […], next'],
    ['{"dbPassword":"a\\"b","x":1}', '{"dbPassword":[…],"x":1}'],
    ["passphrase = 'it is'", 'passphrase = […]'],
    ['api_key:abc;token=def', 'api_key:[…];token=[…]'],
    ['Authorization: Basic YTpi', 'Authorization: Basic […]'],
    ['ssh://admin:hunter2@rds-07:22', 'ssh://admin:[…]@rds-07:22'],
    ['a -----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\nbnNz\n-----END OPENSSH PRIVATE KEY----- b', 'a -----BEGIN PRIVATE KEY-----[…] b'],
    ['a -----BEGIN RSA PRIVATE KEY-----\nb3Bl', 'a -----BEGIN PRIVATE KEY-----[…]'],
    ['Private-Lines: 1\nAAAA\nPrivate-MAC: 1', 'Private-Lines: 1[…]\nPrivate-MAC: 1'],
  ] as const) {
    it(`takes out what stands where a secret usually does: ${JSON.stringify(text.slice(0, 30))}`, () => {
      equal(redacted(text), expected);
    });
  }

  it('takes out the same when it is asked again', () => {
    const redactor = createRedactor();
    redactor.learn('Correct horse 1');
    const once = redactor.redact('password=Correct horse 1');
    deepEqual([once, redactor.redact(once)], ['password=[…]', 'password=[…]']);
  });
});
