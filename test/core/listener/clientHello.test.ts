// What a ClientHello of ours offers. Whether it is one at all, others say: tshark and OpenSSL in test/node/clientHello.test.ts.

import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { cipherSuiteName, cipherSuitesOfTls13, cipherSuitesUpToTls12 } from '../../../src/core/listener/tls/cipherSuites';
import { encodeClientHello, randomLength } from '../../../src/core/listener/tls/clientHello';
import { encodeVector } from '../../../src/core/listener/tls/vectors';

const random = Uint8Array.from({ length: randomLength }, (_, index) => index + 100);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const helloOf = (highest: 'TLSv1.0' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3', serverName?: string): string =>
  hex(encodeClientHello({ highest, serverName }, random));

describe('a ClientHello', () => {
  it('is one record of the oldest version, and asks for the version it was told', () => {
    const versions = { 'TLSv1.0': '0301', 'TLSv1.1': '0302', 'TLSv1.2': '0303', 'TLSv1.3': '0303' } as const;
    for (const highest of ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const) {
      const hello = helloOf(highest);
      const length = hello.length / 2;
      ok(hello.startsWith(`160301${(length - 5).toString(16).padStart(4, '0')}01${(length - 9).toString(16).padStart(6, '0')}${versions[highest]}`));
    }
  });

  it('asks for TLS 1.3 alone, or not at all', () => {
    const only13 = '002b0003020304';
    ok(helloOf('TLSv1.3').includes(only13));
    for (const highest of ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'] as const) ok(!helloOf(highest).includes('002b0003'));
  });

  it('takes each of the random bytes for one thing', () => {
    const [own, sessionId, share] = [0, 32, 64].map((start) => hex(random.subarray(start, start + 32)));
    const hello = helloOf('TLSv1.3');
    ok(hello.includes(`0303${own ?? ''}20${sessionId ?? ''}`));
    ok(hello.endsWith(`001d0020${share ?? ''}`));
    // Up to 1.2 there is no session to go on with, and no key to share yet.
    ok(helloOf('TLSv1.2').includes(`0303${own ?? ''}00`));
    ok(!helloOf('TLSv1.2').includes(share ?? ''));
    throws(() => encodeClientHello({ highest: 'TLSv1.2', serverName: undefined }, random.subarray(1)), RangeError);
  });

  it('names signature algorithms from 1.2 on only', () => {
    const algorithms = '000d00320030';
    deepEqual(
      (['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const).map((highest) => helloOf(highest).includes(algorithms)),
      [false, false, true, true],
    );
  });

  it('names a host, and never an address or what is no name', () => {
    const carried = (name: string): string => `0000${(name.length + 5).toString(16).padStart(4, '0')}${(name.length + 3).toString(16).padStart(4, '0')}00${name.length.toString(16).padStart(4, '0')}${hex(Buffer.from(name))}`;
    ok(helloOf('TLSv1.2', 'rds-07.corp.example').includes(carried('rds-07.corp.example')));
    ok(helloOf('TLSv1.3', 'rds-07.corp.example').includes(carried('rds-07.corp.example')));
    equal(helloOf('TLSv1.2', 'RDS_07.corp.example.'), helloOf('TLSv1.2', 'RDS_07.corp.example'));
    for (const name of ['192.0.2.7', '2001:db8::7', 'fe80::7%eth0', '', '.', 'bücher.example', 'a b', 'a\0b', 'x'.repeat(254)]) {
      equal(helloOf('TLSv1.2', name), helloOf('TLSv1.2'), name);
    }
  });
});

describe('the cipher suites', () => {
  it('are offered once each, those of TLS 1.3 apart', () => {
    const all = [...cipherSuitesOfTls13, ...cipherSuitesUpToTls12];
    equal(new Set(all).size, all.length);
    ok(cipherSuitesOfTls13.every((suite) => suite >> 8 === 0x13));
    ok(cipherSuitesUpToTls12.every((suite) => suite >> 8 !== 0x13));
  });

  it('have what Windows 2000 and Server 2003 can do among the first 64, which is how far those read', () => {
    const windows = [0x05, 0x04, 0x0a, 0x09, 0x64, 0x62, 0x03, 0x06, 0x13, 0x12, 0x63, 0x02, 0x01, 0x35, 0x2f];
    for (const suite of windows) ok(cipherSuitesUpToTls12.slice(0, 64).includes(suite), cipherSuiteName(suite));
  });

  it('have the anonymous ones behind all that have a certificate', () => {
    const names = cipherSuitesUpToTls12.map(cipherSuiteName);
    const anonymous = names.flatMap((name, index) => (name.includes('_anon_') ? [index] : []));
    const others = names.flatMap((name, index) => (/_WITH_/.test(name) && !/_anon_|_NULL_/.test(name) ? [index] : []));
    ok(Math.min(...anonymous) > Math.max(...others));
  });

  it('are called what the registry calls them, and by their number where nothing was offered', () => {
    equal(cipherSuiteName(0xc030), 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384');
    equal(cipherSuiteName(0x1301), 'TLS_AES_128_GCM_SHA256');
    equal(cipherSuiteName(0xfe), '0x00fe');
    equal(cipherSuiteName(0xfefe), '0xfefe');
  });
});

describe('a vector', () => {
  it('holds what its length can say', () => {
    deepEqual(encodeVector(3, [9]), [0, 0, 1, 9]);
    equal(encodeVector(1, Array<number>(255).fill(0)).length, 256);
    throws(() => encodeVector(1, Array<number>(256).fill(0)), RangeError);
  });
});
