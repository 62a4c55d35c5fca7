// The assertions of tests in every extension host can fail, and tell mocha what differed.

import { throws } from 'node:assert/strict';
import { deepEqual, equal, match, ok } from '../hosts/assertions';

describe('the assertions without Node', () => {
  it('pass what holds', () => {
    ok({});
    equal(NaN, NaN);
    deepEqual([{ a: [1, undefined] }, Uint8Array.of(1, 2)], [{ a: [1, undefined] }, Uint8Array.of(1, 2)]);
    match('abc', /b/);
  });

  it('refuse what does not', () => {
    for (const value of [undefined, null, false, '', 0]) throws(() => ok(value, 'told'), /told/);
    throws(() => equal(1, 2), { actual: 1, expected: 2, showDiff: true });
    const pairs: readonly (readonly [unknown, unknown])[] = [
      [[1], [1, 2]],
      [[1, 2], [1]],
      [[], {}],
      [{ a: 1 }, { a: 2 }],
      [{ a: undefined }, { b: undefined }],
      [{ a: 1 }, null],
      [Uint8Array.of(1), Uint8Array.of(2)],
      [[[1]], [['1']]],
    ];
    for (const [actual, expected] of pairs) throws(() => deepEqual(actual, expected), { actual, expected, showDiff: true });
    throws(() => match('abc', /d/));
  });
});
