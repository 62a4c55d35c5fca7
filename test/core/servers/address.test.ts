import { deepEqual, equal, ok } from 'node:assert/strict';
import { isHost, readPort, readTarget, sameDoor } from '../../../src/core/servers/address';

describe('where a server is', () => {
  it('tells a port that was written from one that was not', () => {
    deepEqual(readTarget(' rds-07.corp.example '), { ok: true, target: { host: 'rds-07.corp.example', port: undefined } });
    deepEqual(readTarget('rds-07:3389'), { ok: true, target: { host: 'rds-07', port: 3389 } });
    deepEqual(readTarget('2001:db8::7'), { ok: true, target: { host: '2001:db8::7', port: undefined } });
    deepEqual(readTarget('[2001:db8::7]'), { ok: true, target: { host: '2001:db8::7', port: undefined } });
    deepEqual(readTarget('[fe80::1%eth0]:3390'), { ok: true, target: { host: 'fe80::1%eth0', port: 3390 } });
  });

  it('says what is wrong with a text that is no address', () => {
    for (const text of ['', ' ', 'a b', 'host:', 'host:0', 'host:65536', 'host:rdp', '[::1', '10.0.0.300', '-a', '[host]:1']) {
      equal(readTarget(text).ok, false, text);
    }
  });

  it('takes a host on its own only', () => {
    ok(isHost('rds-07') && isHost('::1') && isHost('10.0.0.7') && isHost('münchen-rds'));
    ok(!isHost('rds-07:3389') && !isHost('[::1]') && !isHost(' rds-07') && !isHost(''));
  });

  it('reads ports as decimal numbers from 1 to 65535', () => {
    deepEqual(['1', '65535', '0', '65536', '0x10', '33 89', ''].map(readPort), [1, 65535, undefined, undefined, undefined, undefined, undefined]);
  });

  it('knows one door under two spellings of its name', () => {
    ok(sameDoor({ address: 'RDS-07', port: 3389 }, { address: 'rds-07', port: 3389 }));
    ok(!sameDoor({ address: 'rds-07', port: 3389 }, { address: 'rds-07', port: 3390 }));
  });
});
