import { equal } from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance } from '../../../src/core/text/editDistance';

const far = 100;

describe('the edit distance', () => {
  it('counts insertions, deletions, replacements and swaps of neighbours', () => {
    equal(editDistance('rdptcp', 'rdptcp', 1), 0);
    equal(editDistance('rdptpc', 'rdptcp', 1), 1);
    equal(editDistance('rdtcp', 'rdptcp', 1), 1);
    equal(editDistance('rdpttcp', 'rdptcp', 1), 1);
    equal(editDistance('rdpxcp', 'rdptcp', 1), 1);
    equal(editDistance('icatcp', 'rdptcp', 3), 3);
    equal(editDistance('', 'abc', 3), 3);
  });

  it('is undefined past the limit', () => {
    equal(editDistance('icatcp', 'rdptcp', 2), undefined);
    equal(editDistance('a', 'abcd', 2), undefined);
  });

  it('is symmetric, zero for equal words only, and at most the longer length', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, far) ?? far;
        return distance === editDistance(b, a, far) && (distance === 0) === (a === b) && distance <= Math.max(a.length, b.length);
      }),
      { seed: 3389 },
    );
  });
});
