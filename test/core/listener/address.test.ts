// HOST[:PORT] as people type it.

import { deepEqual, equal } from 'node:assert/strict';
import { parseAddress, renderAddress } from '../../../src/core/listener/address';
import { english } from '../../../src/core/messages/english';

function read(text: string): string {
  const parsed = parseAddress(text);
  return parsed.ok ? renderAddress(parsed.value) : english(parsed.failure.message);
}

describe('an address', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['rds-07', 'rds-07:3389'],
    [' rds-07.corp.example ', 'rds-07.corp.example:3389'],
    ['rds-07.corp.example.', 'rds-07.corp.example.:3389'],
    ['RDS_07:13389', 'RDS_07:13389'],
    ['münchen-rds', 'münchen-rds:3389'],
    ['10.0.0.7', '10.0.0.7:3389'],
    ['10.0.0.7:65535', '10.0.0.7:65535'],
    ['::1', '[::1]:3389'],
    ['2001:db8::7', '[2001:db8::7]:3389'],
    ['[2001:db8::7]', '[2001:db8::7]:3389'],
    ['[2001:db8::7]:443', '[2001:db8::7]:443'],
    ['fe80::1%eth0', '[fe80::1%eth0]:3389'],
    ['[fe80::1%12]:3390', '[fe80::1%12]:3390'],
    ['::ffff:192.0.2.7', '[::ffff:192.0.2.7]:3389'],
    ['1:2:3:4:5:6:7:8', '[1:2:3:4:5:6:7:8]:3389'],
  ];
  for (const [typed, meant] of rows) it(`${typed} is ${meant}`, () => equal(read(typed), meant));

  const refused: readonly (readonly [string, string])[] = [
    ['', 'The address is empty.'],
    ['   ', 'The address is empty.'],
    [':3389', ':3389 names no host.'],
    ['[]:3389', '[]:3389 names no host.'],
    ['host:', '"" is not a port: ports go from 1 to 65535.'],
    ['host:0', '"0" is not a port: ports go from 1 to 65535.'],
    ['host:65536', '"65536" is not a port: ports go from 1 to 65535.'],
    ['host:0x0d3d', '"0x0d3d" is not a port: ports go from 1 to 65535.'],
    ['[::1', '[::1 has brackets that do not enclose an IPv6 address.'],
    ['[::1]3389', '[::1]3389 has brackets that do not enclose an IPv6 address.'],
    ['[rds-07]:3389', 'rds-07 is neither a host name nor an IP address.'],
    ['10.0.0.256', '10.0.0.256 is neither a host name nor an IP address.'],
    ['127.1', '127.1 is neither a host name nor an IP address.'],
    ['0x7f.0x1', '0x7f.0x1 is neither a host name nor an IP address.'],
    ['3389', '3389 is neither a host name nor an IP address.'],
    ['1::2::3', '1::2::3 is neither a host name nor an IP address.'],
    ['1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8:9 is neither a host name nor an IP address.'],
    ['fe80::1%', 'fe80::1% is neither a host name nor an IP address.'],
    ['rds 07', 'rds 07 is neither a host name nor an IP address.'],
    ['-oProxyCommand', '-oProxyCommand is neither a host name nor an IP address.'],
    ['a..b', 'a..b is neither a host name nor an IP address.'],
  ];
  for (const [typed, why] of refused) it(`"${typed}" is refused: ${why}`, () => equal(read(typed), why));

  it('says how to write one', () => {
    const parsed = parseAddress('');
    deepEqual(parsed.ok ? undefined : [parsed.failure.code, parsed.failure.retry], ['invalidInput', false]);
  });
});
