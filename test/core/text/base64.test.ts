// Base64 against Node's own, and on texts that are none.

import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { decodeBase64, encodeBase64 } from '../../../src/core/text/base64';

describe('base64', function () {
  this.timeout(20_000);

  it('is written and read as Node does it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        equal(encodeBase64(bytes), text);
        deepEqual(decodeBase64(text), bytes);
        deepEqual(decodeBase64(text.replaceAll('=', '')), bytes);
      }),
      { seed: 5 },
    );
  });

  it('refuses what is none', () => {
    for (const text of ['A', 'AAAAA', 'AA=A', 'AA A', 'AAA-', '====', 'é000', '\u{1f600}AA']) equal(decodeBase64(text), undefined, text);
  });

  it('is total', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const bytes = decodeBase64(text);
        return bytes === undefined || bytes.length <= text.length;
      }),
      { seed: 6 },
    );
  });
});
