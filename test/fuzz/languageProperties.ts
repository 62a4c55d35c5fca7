// What holds for the language features on any .reg file and at any offset.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { explainImport } from '../../src/core/formats/reg/explain';
import { readLanguage } from '../../src/core/language/regLanguage';
import type { RegSymbol } from '../../src/core/language/symbols';
import { english } from '../../src/core/messages/english';
import { message } from '../../src/core/messages/message';
import { applyEdits } from '../../src/core/text/edits';
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
            for (const { range } of language.completions(offset % (text.length + 1))) {
              ok(isIn(range, whole) && !/[\r\n]/.test(text.slice(range.start, range.end)), 'one line');
              ok(isIn({ start: offset % (text.length + 1), end: offset % (text.length + 1) }, range), 'around the cursor');
            }
          }
          checkSymbols(language.symbols(), whole);
          for (const { offset } of language.hints(whole)) ok(offset >= 0 && offset <= text.length);
          language.summary();
          for (const { range } of language.folds()) ok(isIn(range, whole) && /[\r\n]/.test(text.slice(range.start, range.end)));
        }),
        options,
      );
    });

    it('formatting changes nothing that Windows would import or skip, and nothing the second time', () => {
      fc.assert(
        fc.property(regText, fc.option(fc.tuple(fc.nat(), fc.nat()), { nil: undefined }), (text, cut) => {
          const ends = cut?.map((end) => end % (text.length + 1)).sort((a, b) => a - b);
          const part = ends === undefined ? undefined : { start: ends[0] ?? 0, end: ends[1] ?? 0 };
          const once = applyEdits(text, readLanguage(text).format(part));
          deepEqual(imported(once), imported(text), JSON.stringify(once));
          if (part === undefined) equal(applyEdits(once, readLanguage(once).format()), once);
        }),
        options,
      );
    });
  });
}

/** What is done and why lines are skipped. Wrapping moves lines and changes how many a skipped value has. */
function imported(text: string): unknown {
  const { operations, skipped } = explainImport(Buffer.from(`\ufeff${text}`, 'utf16le'));
  return [operations.map(({ line: _line, ...rest }) => rest), new Set(skipped.map(({ reason }) => reason).filter((reason) => reason !== english(message('import.partOfSkipped'))))];
}
