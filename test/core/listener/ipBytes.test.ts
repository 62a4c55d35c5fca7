// Two spellings of an address are one address.

import assert from 'node:assert/strict';
import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { ipBytes, renderIp } from '../../../src/core/listener/ipBytes';

const spelled = (text: string): string | undefined => {
  const bytes = ipBytes(text);
  return bytes === undefined ? undefined : renderIp(bytes);
};

describe('the bytes of an IP address', () => {
  it('has one spelling for each, that of RFC 5952', () => {
    const pairs: readonly (readonly [string, string | undefined])[] = [
      ['192.0.2.7', '192.0.2.7'],
      ['::', '::'],
      ['::1', '::1'],
      ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
      ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
      ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
      ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
      ['10:0:0:0:0:0:0:0', '10::'],
      ['fe80::10:0:0:0', 'fe80::10:0:0:0'],
      ['fe80::1%eth0', 'fe80::1'],
      ['::ffff:192.0.2.7', '::ffff:c000:207'],
      ['192.0.2', undefined],
      ['192.0.2.07', undefined],
      ['1:2:3', undefined],
      ['rds-07', undefined],
    ];
    for (const [text, expected] of pairs) assert.equal(spelled(text), expected, text);
  });

  it('writes nothing for other numbers of bytes', () => {
    for (const length of [0, 3, 5, 15, 17]) assert.equal(renderIp(new Uint8Array(length)), undefined);
  });

  it('reads back what it wrote, which is an address for the runtime too', () => {
    const bytes = fc.constantFrom(4, 16).chain((length) => fc.uint8Array({ minLength: length, maxLength: length, max: 1 }));
    fc.assert(
      fc.property(fc.oneof(bytes, fc.uint8Array({ minLength: 16, maxLength: 16 })), (address) => {
        const text = renderIp(address) ?? '';
        assert.ok(address.length === 4 ? isIPv4(text) : isIPv6(text), text);
        assert.deepEqual(ipBytes(text), Uint8Array.from(address));
      }),
      { seed: 8, numRuns: 1000 },
    );
  });
});
