// HOST, HOST:PORT and ranges in CIDR notation, as people type them.

import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { addressesIn, mostListeners, parseRange, sizeOf } from '../../../src/core/listener/addressRange';
import { renderAddress } from '../../../src/core/listener/address';
import { ipNumber, ipText } from '../../../src/core/listener/ipNumber';
import { isIpv6 } from '../../../src/core/listener/ipAddress';
import { english } from '../../../src/core/messages/english';

function read(text: string): readonly string[] | string {
  const range = parseRange(text);
  return range.ok ? addressesIn([range.value]).map(renderAddress) : english(range.failure.message);
}

describe('a range of addresses', () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['rds-07:3390', ['rds-07:3390']],
    ['10.0.0.7', ['10.0.0.7:3389']],
    ['10.0.0.0/30', ['10.0.0.0:3389', '10.0.0.1:3389', '10.0.0.2:3389', '10.0.0.3:3389']],
    ['10.0.0.6/31:3390', ['10.0.0.6:3390', '10.0.0.7:3390']],
    ['10.0.0.7/31', ['10.0.0.6:3389', '10.0.0.7:3389']],
    ['10.0.0.7/32', ['10.0.0.7:3389']],
    ['10.0.0.255/32', ['10.0.0.255:3389']],
    ['2001:db8::/127', ['[2001:db8::]:3389', '[2001:db8::1]:3389']],
    ['2001:DB8::f/127', ['[2001:db8::e]:3389', '[2001:db8::f]:3389']],
    ['[2001:db8::ffff:ffff/127]:3390', ['[2001:db8::ffff:fffe]:3390', '[2001:db8::ffff:ffff]:3390']],
    ['[2001:db8::]/127:3390', ['[2001:db8::]:3390', '[2001:db8::1]:3390']],
    ['fe80::%eth0/127', ['[fe80::%eth0]:3389', '[fe80::1%eth0]:3389']],
    ['::ffff:192.0.2.6/127', ['[::ffff:c000:206]:3389', '[::ffff:c000:207]:3389']],
    ['1:0:0:2:0:0:0:0/127', ['[1:0:0:2::]:3389', '[1:0:0:2::1]:3389']],
  ];
  for (const [typed, meant] of rows) it(`${typed} is ${meant.join(' ')}`, () => deepEqual(read(typed), meant));

  const faults: readonly (readonly [string, string])[] = [
    ['rds-07/24', 'rds-07/24 is not an IP address with the length of a prefix behind it.'],
    ['/24', '/24 is not an IP address with the length of a prefix behind it.'],
    ['[10.0.0.0/24]', '[10.0.0.0/24] is not an IP address with the length of a prefix behind it.'],
    ['10.0.0/24', '10.0.0/24 is not an IP address with the length of a prefix behind it.'],
    ['10.0.0.0/24/25', '"24/25" is not the length of a prefix: it goes from 0 to 32.'],
    ['10.0.0.0/', '"" is not the length of a prefix: it goes from 0 to 32.'],
    ['10.0.0.0/33', '"33" is not the length of a prefix: it goes from 0 to 32.'],
    ['10.0.0.0/-1', '"-1" is not the length of a prefix: it goes from 0 to 32.'],
    ['10.0.0.0/255.255.255.0', '"255.255.255.0" is not the length of a prefix: it goes from 0 to 32.'],
    ['2001:db8::/129', '"129" is not the length of a prefix: it goes from 0 to 128.'],
    ['10.0.0.0/15', '10.0.0.0/15 holds more than 65536 addresses, which is the most that is checked in one run.'],
    ['::/0', '::/0 holds more than 65536 addresses, which is the most that is checked in one run.'],
    ['10.0.0.0/24:0', '"0" is not a port: ports go from 1 to 65535.'],
  ];
  for (const [typed, says] of faults) it(`${typed} is refused`, () => equal(read(typed), says));

  it('is as large as a run may be, and no larger', () => {
    const [four, six] = [parseRange('10.0.0.0/16'), parseRange('2001:db8::/112')];
    equal(four.ok && addressesIn([four.value]).length, mostListeners);
    equal(six.ok && addressesIn([six.value]).at(-1)?.host, '2001:db8::ffff');
    equal(four.ok && six.ok && sizeOf([four.value, six.value]), 2 * mostListeners);
  });

  it('counts an address once, however often and however it is named', () => {
    const ranges = ['RDS-07', '10.0.0.2/31', '10.0.0.3', 'rds-07:3389', '10.0.0.3:3390', '2001:db8:0::1', '2001:db8::/127'].flatMap((text) => {
      const range = parseRange(text);
      return range.ok ? [range.value] : [];
    });
    deepEqual(addressesIn(ranges).map(renderAddress), ['RDS-07:3389', '10.0.0.2:3389', '10.0.0.3:3389', '10.0.0.3:3390', '[2001:db8:0::1]:3389', '[2001:db8::]:3389']);
  });

  it('reads any address as the number it is', () => {
    fc.assert(fc.property(fc.ipV6(), (text) => {
      const number = ipNumber(text);
      const spelled = ipText(text, number);
      equal(isIpv6(spelled), true);
      equal(ipNumber(spelled), number);
      equal(new URL(`http://[${text}]/`).hostname, `[${spelled}]`);
    }), { seed: 3389, numRuns: 2000 });
    fc.assert(fc.property(fc.ipV4(), (text) => equal(ipText('0.0.0.0', ipNumber(text)), text)), { seed: 3389 });
  });
});
