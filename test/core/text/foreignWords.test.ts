// What somebody else says is shown as a line of text and does nothing.

import { equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { foreignWords } from '../../../src/core/text/foreignWords';

describe('foreign words', () => {
  it('are one short line without anything that is not seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (said) => {
        const shown = foreignWords(said);
        ok(!/[\p{C}\p{Zl}\p{Zp}]/u.test(shown), JSON.stringify(shown));
        ok(Array.from(shown).length <= 301);
        equal(foreignWords(shown), shown);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  for (const [said, shown] of [
    ['Passwort für Müller: ', 'Passwort für Müller:'],
    ['\u001b[2J\u001b[1;1HPassword:\r\n', '[2J [1;1HPassword:'],
    ['a\u202egnp.exe', 'a gnp.exe'],
    ['a\u200bb\u3164c', 'a b c'],
    ['  \n', ''],
  ] as const) {
    it(`shows ${JSON.stringify(said)} as ${JSON.stringify(shown)}`, () => {
      equal(foreignWords(said), shown);
    });
  }
});
