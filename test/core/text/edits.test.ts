// Text edits as an algebra.
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, invertEdits, mergeEdits, type TextEdit } from '../../../src/core/text/edits';

const SEED = 20261123;

const textWithEdits = fc.string({ minLength: 1, maxLength: 40 }).chain((text) =>
  fc.tuple(
    fc.constant(text),
    fc.array(
      fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.string({ maxLength: 5 })).map(([a, b, newText]): TextEdit => ({
        range: { start: Math.min(a, b), end: Math.max(a, b) },
        newText,
      })),
      { maxLength: 6 },
    ),
  ),
);

describe('text edits', () => {
  it('apply from left to right, whatever their order', () => {
    const edits = [
      { range: { start: 4, end: 7 }, newText: 'x' },
      { range: { start: 0, end: 3 }, newText: 'yy' },
    ];
    equal(applyEdits('one two', edits), 'yy x');
  });

  it('that overlap an earlier one are left out, equal ones count once', () => {
    const first = { range: { start: 0, end: 3 }, newText: '' };
    const second = { range: { start: 2, end: 5 }, newText: '' };
    deepEqual(mergeEdits([second, first, first]), [first]);
  });

  it(`are undone by their inverse (seed ${String(SEED)})`, () => {
    fc.assert(
      fc.property(textWithEdits, ([text, edits]) => {
        equal(applyEdits(applyEdits(text, edits), invertEdits(text, edits)), text);
      }),
      { seed: SEED },
    );
  });
});
