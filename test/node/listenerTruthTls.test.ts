// Ground truth, TLS: the versions a real listener speaks and what is in its certificate, as it was configured to be. Each row is asked at a
// listener that is what a check often meets: old, expired, weak, or broken in the middle of a handshake.

import { deepEqual, equal } from 'node:assert/strict';
import type { CertificateFacts } from '../../src/core/listener/certificate';
import { tlsVersions, type TlsVersion } from '../../src/core/listener/tls/tlsVersion';
import type { TlsSeen } from '../../src/core/listener/verdictDetails';
import { certificatesOf, type LabCertificate } from '../lab/listenerCertificates';
import { startXrdp, type XrdpSetup } from '../lab/xrdp';
import { needs } from '../needs';
import { checkOf, fully } from './check';
import { startedForSuite } from './truth';

interface VersionRow {
  readonly versions: readonly TlsVersion[];
  /** What the server chooses for the newest. */
  readonly cipherSuite: string;
}

const versionRows: readonly VersionRow[] = [
  { versions: ['TLSv1.0'], cipherSuite: 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA' },
  { versions: ['TLSv1.1'], cipherSuite: 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA' },
  { versions: ['TLSv1.2'], cipherSuite: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384' },
  { versions: ['TLSv1.3'], cipherSuite: 'TLS_AES_256_GCM_SHA384' },
  { versions: ['TLSv1.0', 'TLSv1.1'], cipherSuite: 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA' },
  { versions: ['TLSv1.0', 'TLSv1.2'], cipherSuite: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384' },
  { versions: ['TLSv1.2', 'TLSv1.3'], cipherSuite: 'TLS_AES_256_GCM_SHA384' },
  { versions: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'], cipherSuite: 'TLS_AES_256_GCM_SHA384' },
];

/** Without it OpenSSL refuses to speak old versions, and to use weak certificates. */
const anything = { securityLayer: 'tls', ciphers: 'ALL:@SECLEVEL=0' } as const satisfies XrdpSetup;

/** As xrdp has it: `TLSv1, TLSv1.1`. */
function protocolsOf(versions: readonly TlsVersion[]): string {
  return versions.map((version) => (version === 'TLSv1.0' ? 'TLSv1' : version)).join(', ');
}

describe('the TLS versions of xrdp', function () {
  this.timeout(60_000);
  before(function () {
    needs(this, 'xrdp');
  });
  const listenerOf = startedForSuite(versionRows, (row) =>
    startXrdp(`127.0.45.1${String(versionRows.indexOf(row))}`, { ...anything, protocols: protocolsOf(row.versions) }),
  );

  for (const row of versionRows) {
    it(row.versions.join(', '), async () => {
      const { host, port } = listenerOf(row);
      const { state, protocols, tls } = await checkOf(host, port, fully);
      deepEqual({ state, tls: protocols.tls }, { state: 'rdp', tls: true });
      deepEqual(tls && { ...tls, chain: thumbprints(tls) }, {
        versions: row.versions,
        refused: tlsVersions.filter((version) => version !== 'SSLv3' && !row.versions.includes(version)),
        cipherSuite: row.cipherSuite,
        chain: certificatesOf('healthy').map(({ fingerprint256 }) => plain(fingerprint256)),
        otherCertificates: [],
        unreadable: null,
      });
    });
  }
});

type HandWritten = Pick<CertificateFacts, 'subjectAltNames' | 'signatureAlgorithm' | 'keyType' | 'keyBits' | 'selfSigned' | 'serverAuthentication'> & {
  readonly commonName: string;
};

const good: HandWritten = {
  commonName: 'rds.lab.example',
  subjectAltNames: ['DNS:rds.lab.example'],
  signatureAlgorithm: 'sha256WithRSAEncryption',
  keyType: 'RSA',
  keyBits: 2048,
  selfSigned: true,
  serverAuthentication: true,
};

const otherName = { commonName: 'other.lab.example', subjectAltNames: ['DNS:other.lab.example', 'DNS:*.farm.lab.example'], serverAuthentication: null };

const certificates: Readonly<Record<LabCertificate, HandWritten>> = {
  healthy: good,
  expired: good,
  notYetValid: good,
  otherName: { ...good, ...otherName },
  signed: { ...good, selfSigned: false },
  elliptic: { ...good, signatureAlgorithm: 'ecdsa-with-SHA256', keyType: 'EC', keyBits: 256 },
  clientOnly: { ...good, subjectAltNames: [], serverAuthentication: false },
  sha1Rsa1024: { ...good, signatureAlgorithm: 'sha1WithRSAEncryption', keyBits: 1024 },
  md5Rsa1024: { ...good, signatureAlgorithm: 'md5WithRSAEncryption', keyBits: 1024 },
  rsa512: { ...good, keyBits: 512 },
};

const certificateRows = (Object.keys(certificates) as LabCertificate[]).flatMap((name, index) => [
  { name, protocols: 'TLSv1.2, TLSv1.3', host: `127.0.46.${String(10 + index)}` },
  // In TLS 1.3 it is encrypted. OpenSSL has no signature there for a key of 512 bits.
  ...(name === 'rsa512' ? [] : [{ name, protocols: 'TLSv1.3', host: `127.0.46.${String(30 + index)}` }]),
]);

describe('the certificate of xrdp', function () {
  this.timeout(60_000);
  before(function () {
    needs(this, 'xrdp');
  });
  const listenerOf = startedForSuite(certificateRows, ({ host, name, protocols }) => startXrdp(host, { ...anything, certificate: name, protocols }));

  for (const row of certificateRows) {
    it(`${row.name}, over ${row.protocols}`, async () => {
      const { host, port } = listenerOf(row);
      const { tls } = await checkOf(host, port, fully);
      const [leaf, issuer] = certificatesOf(row.name);
      equal(tls?.unreadable, null);
      equal(tls.chain.length, issuer === undefined ? 1 : 2);
      const [presented] = tls.chain;
      deepEqual(presented, {
        sha1: plain(leaf?.fingerprint ?? ''),
        sha256: plain(leaf?.fingerprint256 ?? ''),
        facts: {
          ...certificates[row.name],
          subject: `CN=${certificates[row.name].commonName}`,
          issuer: row.name === 'signed' ? 'CN=Lab Root' : `CN=${certificates[row.name].commonName}`,
          notBefore: isoSeconds(leaf?.validFrom),
          notAfter: isoSeconds(leaf?.validTo),
        },
      });
      deepEqual(tls.otherCertificates, []);
    });
  }

  it('is another time than ours where it says so', () => {
    deepEqual(
      (['expired', 'notYetValid'] as const).map((name) => certificatesOf(name)[0]?.validTo.replace(/.* (\d{4}) GMT$/, '$1')),
      ['2020', '2035'],
    );
  });
});

// Listeners that agree to TLS and cannot do it: the key or the signature is too weak for them, or the version too old.
const brokenRows: readonly { readonly name: string; readonly setup: XrdpSetup }[] = [
  { name: 'a certificate that its library refuses', setup: { securityLayer: 'tls', certificate: 'md5Rsa1024' } },
  { name: 'a key that its library refuses', setup: { securityLayer: 'tls', certificate: 'rsa512' } },
  { name: 'a version that its library refuses', setup: { securityLayer: 'tls', protocols: 'TLSv1, TLSv1.1' } },
  { name: 'no version at all', setup: { ...anything, protocols: 'SSLv3' } },
];

describe('an xrdp that agrees to TLS and has none', function () {
  this.timeout(60_000);
  before(function () {
    needs(this, 'xrdp');
  });
  const listenerOf = startedForSuite(brokenRows, (row) => startXrdp(`127.0.47.1${String(brokenRows.indexOf(row))}`, row.setup));

  for (const row of brokenRows) {
    it(`for ${row.name}`, async () => {
      const { host, port } = listenerOf(row);
      const { state, tls } = await checkOf(host, port, fully);
      equal(state, 'rdp');
      deepEqual({ versions: tls?.versions, chain: tls?.chain, cipherSuite: tls?.cipherSuite }, { versions: [], chain: [], cipherSuite: null });
      equal(['alert', 'notTls', 'failed'].includes(tls?.unreadable ?? ''), true, String(tls?.unreadable));
    });
  }
});

function thumbprints({ chain }: TlsSeen): readonly string[] {
  return chain.map(({ sha256 }) => sha256);
}

/** As we write thumbprints. */
function plain(fingerprint: string): string {
  return fingerprint.replaceAll(':', '').toLowerCase();
}

function isoSeconds(text = ''): string {
  return new Date(text).toISOString().replace('.000Z', 'Z');
}
