// Certificates as openssl makes them, good and bad, read by our own reader: every fact by hand, and all of them against two other readers.

import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import type { CertificateFacts, PresentedCertificate } from '../../src/core/listener/certificate';
import { ipBytes } from '../../src/core/listener/ipBytes';
import { createCertificateReader } from '../../src/node/certificates';
import { createCertificateLab, type CertificateLab, type CertificateWishes } from '../lab/certificates';
import { needs } from '../needs';

const ecKey = (curve: string): readonly string[] => ['ec', '-pkeyopt', `ec_paramgen_curve:${curve}`];

/** Kind of certificate → how it is made and what has to be read from it. */
const kinds: Readonly<Record<string, readonly [CertificateWishes, Partial<CertificateFacts>]>> = {
  'RSA 2048, SHA-256': [{}, { keyType: 'RSA', keyBits: 2048, signatureAlgorithm: 'sha256WithRSAEncryption', selfSigned: true, subjectAltNames: [] }],
  'RSA 512': [{ key: ['rsa:512'] }, { keyType: 'RSA', keyBits: 512 }],
  'RSA 1024, SHA-1': [{ key: ['rsa:1024'], signature: ['-sha1'] }, { keyBits: 1024, signatureAlgorithm: 'sha1WithRSAEncryption' }],
  'RSA 2047, MD5': [{ key: ['rsa:2047'], signature: ['-md5'] }, { keyBits: 2047, signatureAlgorithm: 'md5WithRSAEncryption' }],
  'RSA with PSS': [{ signature: ['-sha256', '-sigopt', 'rsa_padding_mode:pss'] }, { keyType: 'RSA', keyBits: 2048, signatureAlgorithm: 'rsassaPss' }],
  'a key for PSS only': [{ key: ['rsa-pss'] }, { keyType: 'RSA', keyBits: 2048, signatureAlgorithm: 'rsassaPss' }],
  'P-256': [{ key: ecKey('P-256') }, { keyType: 'EC', keyBits: 256, signatureAlgorithm: 'ecdsa-with-SHA256' }],
  'P-384, SHA-384': [{ key: ecKey('P-384'), signature: ['-sha384'] }, { keyBits: 384, signatureAlgorithm: 'ecdsa-with-SHA384' }],
  'P-521': [{ key: ecKey('P-521') }, { keyType: 'EC', keyBits: 521 }],
  'a curve of 192 bits': [{ key: ecKey('prime192v1'), signature: ['-sha1'] }, { keyType: 'EC', keyBits: 192, signatureAlgorithm: 'ecdsa-with-SHA1' }],
  'a curve that is written out': [{ key: [...ecKey('P-256'), '-pkeyopt', 'ec_param_enc:explicit'] }, { keyType: 'EC', keyBits: 256 }],
  Ed25519: [{ key: ['ed25519'], signature: [] }, { keyType: 'Ed25519', signatureAlgorithm: 'ED25519' }],
  'a serial number below zero': [{ more: ['-set_serial', '-5'] }, { subject: 'CN=rds-07.corp.example', keyBits: 2048 }],
  'a subject with parts, commas and a backslash': [
    { subject: ['C=DE', 'ST=Bayern', 'O=Example\\, Inc. + Co', 'CN=rds\\\\07'] },
    { subject: 'CN=rds\\\\07, O=Example\\, Inc. \\+ Co, S=Bayern, C=DE', commonName: 'rds\\07' },
  ],
  'two common names': [{ subject: ['0.CN=Corp', '1.CN=rds-07'] }, { subject: 'CN=rds-07, CN=Corp', commonName: 'rds-07' }],
  'parts with several values': [{ subject: ['CN=rds-07', '+OU=Server'] }, { subject: 'CN=rds-07 + OU=Server', commonName: 'rds-07' }],
  'a UTF-8 name': [{ subject: ['CN=Zürich-東京-😀'] }, { subject: 'CN=Zürich-東京-😀', commonName: 'Zürich-東京-😀' }],
  'a BMP name': [{ subject: ['CN=Zürich-東京'], strings: 'MASK:0x800' }, { subject: 'CN=Zürich-東京' }],
  'a T.61 name': [{ subject: ['CN=Zürich'], strings: 'MASK:0x4' }, { subject: 'CN=Zürich' }],
  'control characters in a name': [{ subject: ['CN=rds\\n07\\r\u202e\u0007'] }, { subject: 'CN=rds\\0A07\\0D\\E2\\80\\AE\\07', commonName: 'rds 07 \\x202e\\x07' }],
  'a subject without a common name': [{ subject: ['O=Example'] }, { subject: 'O=Example', commonName: null }],
  'no extensions': [{}, { subjectAltNames: [], serverAuthentication: null }],
  'names of every kind': [
    {
      extensions: [
        'subjectAltName=@names',
        '[names]',
        'DNS.1=rds-07.corp.example',
        'DNS.2=*.Corp.example',
        'IP.1=192.0.2.7',
        'IP.2=2001:db8:0:0:1::7',
        'URI.1=https://rds-07.corp.example/',
        'email.1=admin@corp.example',
        'RID.1=1.2.3.4',
        'otherName.1=1.3.6.1.4.1.311.20.2.3;UTF8:rds-07@corp.example',
        'dirName.1=directory',
        '[directory]',
        'CN=rds-07',
      ],
    },
    {
      subjectAltNames: [
        'DNS:rds-07.corp.example',
        'DNS:*.Corp.example',
        'IP Address:192.0.2.7',
        'IP Address:2001:db8::1:0:0:7',
        'URI:https://rds-07.corp.example/',
        'email:admin@corp.example',
        'Registered ID:1.2.3.4',
        'Other Name:1.3.6.1.4.1.311.20.2.3=rds-07@corp.example',
        'DirName:CN=rds-07',
      ],
    },
  ],
  '200 names': [
    { extensions: ['subjectAltName=@names', '[names]', ...Array.from({ length: 200 }, (_, index) => `DNS.${index}=rds-${index}.corp.example`)] },
    { subjectAltNames: Array.from({ length: 200 }, (_, index) => `DNS:rds-${index}.corp.example`) },
  ],
  'for servers': [{ extensions: ['extendedKeyUsage=clientAuth,serverAuth'] }, { serverAuthentication: true }],
  'for Remote Desktop': [{ extensions: ['extendedKeyUsage=1.3.6.1.4.1.311.54.1.2'] }, { serverAuthentication: true }],
  'for clients only': [{ extensions: ['extendedKeyUsage=critical,clientAuth'] }, { serverAuthentication: false }],
  'valid beyond 2050': [{ more: ['-days', '36500'] }, { keyType: 'RSA' }],
};

describe('certificates made by openssl', () => {
  let lab: CertificateLab;
  const reader = createCertificateReader();

  before(function () {
    needs(this, 'openssl');
    lab = createCertificateLab();
  });
  after(() => lab.remove());

  for (const [kind, [wishes, expected]] of Object.entries(kinds)) {
    it(`reads one with ${kind}`, async () => {
      const der = lab.make(wishes);
      const presented = await reader.read(der);
      const facts = readable(presented);
      for (const [name, value] of Object.entries(expected)) {
        assert.deepEqual(facts[name as keyof CertificateFacts], value, name);
      }
      agreesWithOpenSsl(lab, der, presented);
      agreesWithRuntime(der, presented);
    });
  }

  it('says that somebody else issued it where the names differ', async () => {
    const authority = lab.make({ subject: ['CN=Corp CA'] });
    const own = lab.make({ subject: ['CN=rds-07 CA'] });
    // The name of the issuer comes first in a certificate; of the same length it can be exchanged.
    const issued = replaced(lab.make({ subject: ['CN=Corp CB'] }), 'Corp CB', 'Corp CA');
    assert.equal(readable(await reader.read(issued)).issuer, 'CN=Corp CA');
    assert.equal(readable(await reader.read(issued)).subject, 'CN=Corp CB');
    assert.deepEqual(await selfSigned(authority, own, issued), [true, true, false]);
  });

  it('reads dates of both kinds and on both sides of 2050', async () => {
    const der = lab.make({ more: ['-days', '36500'] });
    const facts = readable(await reader.read(der));
    assert.ok(Number(facts.notAfter.slice(0, 4)) >= 2100, facts.notAfter);
    const utc = lab.make({ more: ['-days', '10'] });
    const digits = readable(await reader.read(utc)).notBefore.replace(/\D/g, '').slice(2);
    const dated = async (time: string): Promise<string | undefined> => (await reader.read(replaced(utc, `${digits}Z`, `${time}Z`))).facts?.notBefore;
    assert.equal(await dated('500101000000'), '1950-01-01T00:00:00Z');
    assert.equal(await dated('491231235959'), '2049-12-31T23:59:59Z');
    assert.equal(await dated('240229000000'), '2024-02-29T00:00:00Z');
    for (const never of ['250229000000', '251301000000', '250101240000', '2501010000--', '250101000060']) assert.equal(await dated(never), undefined, never);
  });

  it('reads a certificate of version 1', async () => {
    const der = withoutVersion(lab.make({ extensions: ['basicConstraints=CA:false'] }));
    assert.match(lab.ask(der, '-text'), /Version: 1 /);
    assert.equal(readable(await reader.read(der)).subject, 'CN=rds-07.corp.example');
  });

  it('reads the key of RSA of a terminal server, which calls it by the name of a signature', async () => {
    const rsaEncryption = '\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05';
    const facts = readable(await reader.read(replaced(lab.make({ key: ['rsa:1024'] }), rsaEncryption, rsaEncryption.replace('\x01\x05', '\x04\x05'))));
    assert.deepEqual([facts.keyType, facts.keyBits], ['RSA', 1024]);
  });

  it('gives null for the facts and keeps the thumbprints where it is none', async () => {
    const der = lab.make();
    const broken: readonly Uint8Array[] = [Uint8Array.of(), der.subarray(0, der.length - 1), Buffer.concat([der, Buffer.of(0)]), Buffer.from('-----BEGIN CERTIFICATE-----'), der.subarray(4), new Uint8Array(70_000).fill(0x30)];
    for (const bytes of broken) {
      const { facts, sha1, sha256 } = await reader.read(bytes);
      assert.equal(facts, null);
      assert.match(sha1, /^[\da-f]{40}$/);
      assert.match(sha256, /^[\da-f]{64}$/);
    }
  });

  it('reads the same certificate once', async () => {
    const der = lab.make();
    const [first, second] = await Promise.all([reader.read(der), reader.read(Uint8Array.from(der))]);
    assert.equal(first, second);
    assert.equal(await reader.read(der), first);
  });

  const selfSigned = async (...certificates: readonly Uint8Array[]): Promise<readonly boolean[]> =>
    Promise.all(certificates.map(async (der) => readable(await reader.read(der)).selfSigned));
});

function readable({ facts }: PresentedCertificate): CertificateFacts {
  assert.ok(facts !== null, 'not read');
  return facts;
}

/** The first occurrence of some bytes, one for each character, by as many. */
function replaced(der: Uint8Array, from: string, to: string): Uint8Array {
  const at = Buffer.from(der).indexOf(from, 'latin1');
  assert.ok(at > 0 && from.length === to.length);
  const copy = Buffer.from(der);
  copy.write(to, at, 'latin1');
  return copy;
}

/** As version 1: that is where nothing says which. */
function withoutVersion(der: Uint8Array): Uint8Array {
  // Both sequences have lengths of two bytes, and the version five of its own.
  assert.deepEqual([der[1], der[5], ...der.subarray(8, 13)], [0x82, 0x82, 0xa0, 3, 2, 1, 2]);
  const shorter = Buffer.concat([der.subarray(0, 8), der.subarray(13)]);
  for (const at of [2, 6]) shorter.writeUInt16BE(shorter.readUInt16BE(at) - 5, at);
  return shorter;
}

function agreesWithOpenSsl(lab: CertificateLab, der: Uint8Array, { sha1, sha256, facts }: PresentedCertificate): void {
  const said = lab.ask(der, '-text');
  assert.equal(/Signature Algorithm: (\S+)/.exec(said)?.[1], facts?.signatureAlgorithm);
  if (facts?.keyType !== 'Ed25519') assert.equal(Number(/Public-Key: \((\d+) bit/.exec(said)?.[1]), facts?.keyBits);
  const dates = lab.ask(der, '-dates', '-dateopt', 'iso_8601');
  assert.deepEqual(
    [...dates.matchAll(/=(\S+) (\S+Z)/g)].map(([, day, hour]) => `${String(day)}T${String(hour)}`),
    [facts?.notBefore, facts?.notAfter],
  );
  const print = (digest: string): string | undefined => /=(.*)/.exec(lab.ask(der, '-fingerprint', digest))?.[1]?.replaceAll(':', '').toLowerCase();
  assert.deepEqual([print('-sha1'), print('-sha256')], [sha1, sha256]);
}

function agreesWithRuntime(der: Uint8Array, { sha1, facts }: PresentedCertificate): void {
  const other = new X509Certificate(der);
  assert.equal(other.fingerprint.replaceAll(':', '').toLowerCase(), sha1);
  assert.equal(Date.parse(other.validTo), Date.parse(facts?.notAfter ?? ''));
  const names = (other.subjectAltName ?? '').split(', ').filter((name) => /^(?:DNS|IP Address):/.test(name));
  assert.deepEqual(facts?.subjectAltNames.filter((name) => /^(?:DNS|IP Address):/.test(name)).map(comparable), names.map(comparable));
}

/** An IPv6 address has many spellings. */
function comparable(name: string): string {
  const address = ipBytes(name.replace('IP Address:', ''));
  return address === undefined ? name : Buffer.from(address).toString('hex');
}
