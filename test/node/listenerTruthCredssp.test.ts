// Ground truth, NLA: a FreeRDP server behind CredSSP shows its versions of TLS and its certificate, also where it takes nothing but
// CredSSP, and says who it is in an NTLM challenge where it is asked to.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { hostname } from 'node:os';
import type { TlsVersion } from '../../src/core/listener/tls/tlsVersion';
import { certificatesOf, type LabCertificate } from '../lab/listenerCertificates';
import { askingHost, checkOf, fully } from './check';
import { shadowsForSuite } from './truth';

interface Row {
  readonly options: readonly string[];
  readonly certificate: LabCertificate;
  /** None: no connection comes to TLS. */
  readonly versions: readonly TlsVersion[] | null;
  readonly challenges: boolean;
}

const both: readonly TlsVersion[] = ['TLSv1.2', 'TLSv1.3'];

const rows: readonly Row[] = [
  // It would still take a handshake after its refusal; who does not listen to the refusal reports TLS here.
  { options: ['/sec:rdp'], certificate: 'healthy', versions: null, challenges: false },
  { options: ['/sec:tls'], certificate: 'elliptic', versions: both, challenges: false },
  { options: ['/sec:nla'], certificate: 'expired', versions: both, challenges: true },
  { options: ['/sec:nla', '+sec-tls'], certificate: 'otherName', versions: both, challenges: true },
  { options: ['+sec-nla'], certificate: 'sha1Rsa1024', versions: both, challenges: true },
  { options: [], certificate: 'healthy', versions: both, challenges: false },
  { options: ['/sec:ext'], certificate: 'healthy', versions: null, challenges: false },
];

describe('behind the negotiation of FreeRDP', function () {
  this.timeout(60_000);
  const listenerOf = shadowsForSuite(rows, '127.0.48');

  for (const row of rows) {
    const name = row.options.join(' ') || 'as it comes';

    it(`${name}: TLS`, async () => {
      const { host, port } = listenerOf(row);
      const verdict = await checkOf(host, port, fully);
      equal(verdict.host, null); // nobody asked
      const [leaf] = certificatesOf(row.certificate);
      const sha256 = leaf?.fingerprint256.replaceAll(':', '').toLowerCase();
      deepEqual(
        verdict.tls && { versions: verdict.tls.versions, leaf: verdict.tls.chain[0]?.sha256, others: verdict.tls.otherCertificates },
        row.versions && { versions: row.versions, leaf: sha256, others: [] },
      );
    });

    it(`${name}: who it is`, async () => {
      const { host, port } = listenerOf(row);
      const { host: said } = await checkOf(host, port, askingHost);
      if (!row.challenges) {
        equal(said, null);
        return;
      }
      ok(said !== null);
      // FreeRDP says that it is Windows 7, whatever it runs on.
      equal(said.build, '6.1.7601');
      equal(said.netbiosName?.toLowerCase(), hostname().split('.')[0]?.toLowerCase().slice(0, 15));
      ok(Math.abs(said.clockSkewSeconds ?? Infinity) <= 60, String(said.clockSkewSeconds));
    });
  }
});
