// What facts of a certificate mean: dates at a time, names for a host, strength of key and signature.

import assert from 'node:assert/strict';
import type { CertificateFacts } from '../../../src/core/listener/certificate';
import { hostNames, isForServers, judgeName, judgeValidity, weaknesses } from '../../../src/core/listener/certificateJudgement';

const sound: CertificateFacts = {
  subject: 'CN=rds-07.corp.example',
  issuer: 'CN=Corp CA',
  commonName: 'rds-07.corp.example',
  subjectAltNames: [],
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2026-12-31T23:59:59Z',
  signatureAlgorithm: 'sha256WithRSAEncryption',
  keyType: 'RSA',
  keyBits: 2048,
  selfSigned: false,
  serverAuthentication: null,
};

describe('the validity of a certificate', () => {
  const rows = [
    ['2025-12-31T23:59:59.999Z', 'early'],
    ['2026-01-01T00:00:00.000Z', 'valid'],
    ['2026-11-30T00:00:00.000Z', 'valid'],
    ['2026-12-01T23:59:59.999Z', 'valid'],
    ['2026-12-02T00:00:00.000Z', 'soon'],
    ['2026-12-31T23:59:59.999Z', 'soon'],
    ['2027-01-01T00:00:00.000Z', 'expired'],
  ] as const;
  for (const [at, expected] of rows) it(`is ${expected} at ${at}`, () => assert.equal(judgeValidity(sound, Date.parse(at)), expected));

  it('is expired where it ended before it began', () => {
    const never = { ...sound, notBefore: '2027-01-01T00:00:00Z', notAfter: '2026-01-01T00:00:00Z' };
    assert.equal(judgeValidity(never, Date.parse('2026-06-01T00:00:00Z')), 'expired');
  });
});

describe('the strength of a certificate', () => {
  const about = (change: Partial<CertificateFacts>): readonly string[] =>
    weaknesses({ ...sound, ...change }).map((weakness) => (weakness.kind === 'key' ? `${weakness.keyType} ${weakness.keyBits} < ${weakness.leastBits}` : weakness.hash));

  it('is enough', () => {
    assert.deepEqual(about({}), []);
    for (const keyBits of [224, 256, 384]) assert.deepEqual(about({ keyType: 'EC', keyBits }), []);
    assert.deepEqual(about({ keyType: 'Ed25519', keyBits: 256, signatureAlgorithm: 'ED25519' }), []);
    for (const signatureAlgorithm of ['sha384WithRSAEncryption', 'ecdsa-with-SHA256', 'ecdsa-with-SHA512', 'rsassaPss', 'dsa_with_SHA256', '1.2.3']) assert.deepEqual(about({ signatureAlgorithm }), []);
    assert.deepEqual(about({ keyType: '1.2.3', keyBits: null }), []);
    assert.deepEqual(about({ keyType: 'EC', keyBits: null }), []);
  });

  it('is not', () => {
    assert.deepEqual(about({ keyBits: 2047 }), ['RSA 2047 < 2048']);
    assert.deepEqual(about({ keyType: 'EC', keyBits: 192 }), ['EC 192 < 224']);
    assert.deepEqual(about({ keyType: 'DSA', keyBits: 1024, signatureAlgorithm: 'dsaWithSHA1' }), ['DSA 1024 < 2048', 'SHA-1']);
    const hashes = ['md2WithRSAEncryption', 'md5WithRSA', 'sha1WithRSAEncryption', 'sha1WithRSA', 'ecdsa-with-SHA1', 'shaWithRSAEncryption'];
    assert.deepEqual(hashes.flatMap((signatureAlgorithm) => about({ signatureAlgorithm })), ['MD2', 'MD5', 'SHA-1', 'SHA-1', 'SHA-1', 'SHA-0']);
  });

  it('knows what it is for', () => {
    assert.deepEqual([null, true, false].map((serverAuthentication) => isForServers({ ...sound, serverAuthentication })), [true, true, false]);
  });
});

describe('the names of a certificate', () => {
  const match = (subjectAltNames: readonly string[], host: string, commonName: string | null = 'other.example'): string => judgeName({ ...sound, subjectAltNames, commonName }, host);
  const named = 'DNS:rds-07.corp.example';

  it('match the host as it was asked', () => {
    for (const host of ['rds-07.corp.example', 'RDS-07.Corp.Example', 'rds-07.corp.example.']) assert.equal(match([named], host), 'match', host);
    assert.equal(match(['DNS:a.example', 'DNS:RDS-07.corp.example.'], 'rds-07.corp.example'), 'match');
    assert.equal(match(['DNS:rds_07'], 'RDS_07'), 'match');
  });

  it('match nothing else', () => {
    for (const host of ['rds-70.corp.example', 'xrds-07.corp.example', 'rds-07.corp.example.org', 'corp.example', '07.corp.example', 'a.rds-07.corp.example']) assert.equal(match([named], host), 'mismatch', host);
  });

  it('are those of the subject only where no DNS name is among the others', () => {
    assert.equal(match([], 'rds-07', 'RDS-07'), 'match');
    assert.equal(match(['IP Address:192.0.2.7', 'email:a@example'], 'rds-07', 'RDS-07'), 'match');
    assert.equal(match([named], 'other.example', 'other.example'), 'mismatch');
    assert.equal(match([], 'rds-07', null), 'unnamed');
    assert.equal(match(['IP Address:192.0.2.7'], 'rds-07', null), 'unnamed');
    assert.deepEqual(hostNames({ ...sound, subjectAltNames: ['DNS:A.example', 'URI:https://b.example'] }), ['a.example']);
  });

  it('may be the other form of the name that was asked', () => {
    assert.equal(match([named], 'rds-07'), 'shortForm');
    assert.equal(match([], 'rds-07.corp.example', 'RDS-07'), 'shortForm');
    assert.equal(match(['DNS:*.corp.example'], 'rds-07'), 'shortForm');
    assert.equal(match([named], 'rds-0'), 'mismatch');
    assert.equal(match([named], 'rds-07.other.example'), 'mismatch');
    assert.equal(match(['DNS:'], 'rds-07'), 'mismatch');
  });

  it('may have a wildcard for one whole label on the left', () => {
    assert.equal(match(['DNS:*.corp.example'], 'rds-07.CORP.example'), 'match');
    assert.equal(match(['DNS:*.corp'], 'rds-07.corp'), 'match');
    for (const host of ['corp.example', 'a.rds-07.corp.example', '.corp.example', 'rds-07.corp.example.org']) assert.equal(match(['DNS:*.corp.example'], host), 'mismatch', host);
    for (const name of ['rds-*.corp.example', '*07.corp.example', 'rds-07.*.example', '*.*.example', '*']) assert.equal(match([`DNS:${name}`], 'rds-07.corp.example'), 'mismatch', name);
  });

  it('match an address only as an address, in any spelling', () => {
    assert.equal(match(['IP Address:192.0.2.7'], '192.0.2.7'), 'match');
    assert.equal(match(['IP Address:2001:db8::7'], '2001:DB8:0:0::0007'), 'match');
    assert.equal(match(['IP Address:fe80::7'], 'fe80::7%eth0'), 'match');
    assert.equal(match(['IP Address:192.0.2.8'], '192.0.2.7'), 'mismatch');
    assert.equal(match(['DNS:192.0.2.7'], '192.0.2.7', '192.0.2.7'), 'unnamed');
  });

  it('are compared as they were written', () => {
    assert.equal(match(['DNS:xn--mller-kva.example'], 'müller.example'), 'mismatch');
    assert.equal(match(['DNS:xn--mller-kva.example'], 'xn--mller-kva.example'), 'match');
    // The Kelvin sign is no k, and a NUL ends no name.
    assert.equal(match(['DNS:\u212aiosk.example'], 'kiosk.example'), 'mismatch');
    assert.equal(match(['DNS:rds-07.corp.example\\x00.evil.example'], 'rds-07.corp.example'), 'mismatch');
  });
});
