// What a full check sees of a listener, for tests: a healthy one, and what differs from it. Windows' own certificate has a common name,
// the purpose of servers and no alternative names.

import type { CertificateFacts, PresentedCertificate } from '../../../src/core/listener/certificate';
import { noDetails, type HostByChallenge, type TlsSeen, type VerdictDetails } from '../../../src/core/listener/verdictDetails';

export interface DetailsDifference extends Partial<Omit<VerdictDetails, 'tls' | 'host'>> {
  readonly tls?: Partial<Omit<TlsSeen, 'chain' | 'otherCertificates'>> & {
    /** Null: a certificate that could not be read. `none`: no certificate. */
    readonly certificate?: Partial<CertificateFacts> | null | 'none';
    readonly thumbprint?: string;
    /** Thumbprints of those that other connections met. */
    readonly others?: readonly string[];
  };
  readonly host?: Partial<HostByChallenge>;
}

export const THUMBPRINT = '5f1d0a3c9be24477a1c8d2e6b90f4417c3a85e20';

const healthyFacts: CertificateFacts = {
  subject: 'CN=rds-07.corp.example',
  issuer: 'CN=rds-07.corp.example',
  commonName: 'rds-07.corp.example',
  subjectAltNames: [],
  notBefore: '2026-09-01T10:00:00Z',
  notAfter: '2027-03-03T10:00:00Z',
  signatureAlgorithm: 'sha256WithRSAEncryption',
  keyType: 'RSA',
  keyBits: 2048,
  selfSigned: true,
  serverAuthentication: true,
};

function certificateMade(difference: Partial<CertificateFacts> | null = {}, sha1 = THUMBPRINT): PresentedCertificate {
  const facts = difference === null ? null : { ...healthyFacts, ...difference };
  return { sha1, sha256: `${sha1}${'0'.repeat(64 - sha1.length)}`, facts };
}

export function detailsWith({ tls, host, ...others }: DetailsDifference): VerdictDetails {
  return {
    ...noDetails,
    ...others,
    tls: tls === undefined ? null : tlsWith(tls),
    host: host === undefined ? null : { netbiosName: 'RDS-07', dnsName: 'rds-07.corp.example', domain: 'corp.example', build: '10.0.20348', clockSkewSeconds: 0, ...host },
  };
}

function tlsWith({ certificate, thumbprint, others = [], ...differing }: NonNullable<DetailsDifference['tls']>): TlsSeen {
  return {
    versions: ['TLSv1.2', 'TLSv1.3'],
    refused: ['TLSv1.0', 'TLSv1.1'],
    cipherSuite: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
    unreadable: null,
    ...differing,
    chain: certificate === 'none' ? [] : [certificateMade(certificate, thumbprint)],
    otherCertificates: others.map((sha1) => certificateMade({}, sha1)),
  };
}
