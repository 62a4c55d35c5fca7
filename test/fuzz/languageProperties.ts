// What holds for the language features on any .reg file and at any offset.
import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import { readLanguage } from '../../src/core/language/regLanguage';
import type { RegSymbol } from '../../src/core/language/symbols';
import type { TextRange } from '../../src/core/text/range';
import { regText, SEED } from './regText';

const isIn = (range: TextRange, outer: TextRange): boolean => outer.start <= range.start && range.start <= range.end && range.end <= outer.end;

function checkSymbols(symbols: readonly RegSymbol[], outer: TextRange): void {
  for (const { name, range, selection, children } of symbols) {
    ok(name.trim() !== '', 'a name');
    ok(isIn(range, outer) && isIn(selection, range), 'ranges');
    checkSymbols(children, range);
  }
}

export function languageProperties(numRuns: number, seed = SEED): void {
  const options = { numRuns, seed };
  describe(`the language features (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    // Ten times what a slow machine takes for one property.
    this.timeout(10_000 + numRuns * 30);

    it('answer about any file at any offset, within the text', () => {
      fc.assert(
        fc.property(regText, fc.array(fc.nat(), { maxLength: 8 }), (text, offsets) => {
          const language = readLanguage(text);
          const whole = { start: 0, end: text.length };
          for (const offset of offsets) {
            const hover = language.hover(offset % (text.length + 1));
            ok(hover === undefined || isIn(hover.range, whole));
          }
          checkSymbols(language.symbols(), whole);
          for (const { range } of language.folds()) ok(isIn(range, whole) && /[\r\n]/.test(text.slice(range.start, range.end)));
        }),
        options,
      );
    });
  });
}
