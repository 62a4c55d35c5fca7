// A ClientHello of ours before those who have to understand it: OpenSSL's server in every version alone, and Wireshark's reader, which also
// holds the names of the cipher suites. No TLS library is on our side: the same bytes go out and are read under any runtime.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cipherSuiteName, cipherSuitesOfTls13, cipherSuitesUpToTls12 } from '../../src/core/listener/tls/cipherSuites';
import { encodeClientHello, randomLength } from '../../src/core/listener/tls/clientHello';
import { createTlsReader } from '../../src/core/listener/tls/serverFlight';
import type { TlsAnswer, TlsQuestion } from '../../src/core/listener/tls/tlsAnswer';
import { createConnector } from '../../src/node/sockets';
import { placeCertificate, type LabCertificate } from '../lab/listenerCertificates';
import { startServer } from '../lab/supervised';
import { dissect } from '../lab/tshark';
import { needs } from '../needs';
import { startedForSuite, type TrueListener } from './truth';

const timeoutMs = 10_000;
const random = Uint8Array.from({ length: randomLength }, (_, index) => (index * 151 + 7) & 0xff);
const serverName = 'rds.lab.example';
const versions = ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;

async function startTlsListener(host: string, certificate: LabCertificate, options: readonly string[]): Promise<TrueListener> {
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-hello-'));
  const file = (name: string): string => join(folder, name);
  placeCertificate(certificate, file('cert.pem'), file('key.pem'));
  const given = ['-cert', file('cert.pem'), '-key', file('key.pem'), '-www', ...options];
  const { port, end } = await startServer([host], (free) => ({
    program: 'openssl',
    args: ['s_server', '-accept', `${host}:${String(free)}`, ...given],
    log: file('output'),
  }));
  const stop = (): Promise<void> => end().then(() => rmSync(folder, { recursive: true, force: true }));
  return { host, port, stop };
}

async function ask({ host, port }: TrueListener, question: TlsQuestion): Promise<TlsAnswer> {
  const { signal } = new AbortController();
  const connected = await createConnector().connect({ host, port }, timeoutMs, signal);
  if (connected.kind !== 'connected') throw new Error(`no connection to ${host}:${String(port)}: ${connected.kind}`);
  const { connection } = connected;
  try {
    connection.write(encodeClientHello(question, random));
    const reader = createTlsReader();
    for (;;) {
      const received = await connection.receive(timeoutMs, signal);
      if (received.kind === 'cancelled') throw new Error('cancelled by nobody');
      const answer = received.kind === 'data' ? reader.push(received.bytes) : reader.end(received);
      if (answer !== undefined) return answer;
    }
  } finally {
    connection.close();
  }
}

/** `TLSv1.2 ECDHE_RSA…` with how many certificates came, or the alert. */
function wordsOf(answer: TlsAnswer): string {
  if (answer.kind === 'alert') return `alert ${String(answer.description)}`;
  if (answer.kind !== 'serverHello') return answer.kind;
  return `${answer.version} ${cipherSuiteName(answer.cipherSuite)} ${String(answer.chain.length)}${answer.whole ? '' : ' cut'}`;
}

/** Old versions and weak keys are off in OpenSSL unless it is told. */
const everything = ['-cipher', 'ALL:@SECLEVEL=0', '-min_protocol', 'TLSv1'];
const cbc = 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA';
const gcm = 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384';
const no = 'alert 70';

interface Row {
  readonly name: string;
  readonly certificate?: LabCertificate;
  readonly options: readonly string[];
  /** What is said to each of `versions`. */
  readonly said: readonly [string, string, string, string];
}

const rows: readonly Row[] = [
  { name: 'TLS 1.0 alone', options: ['-tls1', ...everything.slice(0, 2)], said: [`TLSv1.0 ${cbc} 1`, `TLSv1.0 ${cbc} 1`, `TLSv1.0 ${cbc} 1`, no] },
  { name: 'TLS 1.1 alone', options: ['-tls1_1', ...everything.slice(0, 2)], said: [no, `TLSv1.1 ${cbc} 1`, `TLSv1.1 ${cbc} 1`, no] },
  { name: 'TLS 1.2 alone', options: ['-tls1_2'], said: [no, no, `TLSv1.2 ${gcm} 1`, no] },
  { name: 'TLS 1.3 alone', options: ['-tls1_3'], said: [no, no, no, 'TLSv1.3 TLS_AES_256_GCM_SHA384 0'] },
  { name: 'all of them', options: everything, said: [`TLSv1.0 ${cbc} 1`, `TLSv1.1 ${cbc} 1`, `TLSv1.2 ${gcm} 1`, 'TLSv1.3 TLS_AES_256_GCM_SHA384 0'] },
  {
    name: 'an elliptic key',
    certificate: 'elliptic',
    options: everything,
    said: [
      'TLSv1.0 TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA 1',
      'TLSv1.1 TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA 1',
      'TLSv1.2 TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 1',
      'TLSv1.3 TLS_AES_256_GCM_SHA384 0',
    ],
  },
  // A key this short cannot sign what TLS 1.3 wants signed: nobody gets a certificate there.
  {
    name: 'a key of 512 bits',
    certificate: 'rsa512',
    options: everything,
    said: [`TLSv1.0 ${cbc} 1`, `TLSv1.1 ${cbc} 1`, `TLSv1.2 ${gcm} 1`, 'alert 40'],
  },
  { name: 'a signature of MD5', certificate: 'md5Rsa1024', options: ['-tls1_2', ...everything.slice(0, 2)], said: [no, no, `TLSv1.2 ${gcm} 1`, no] },
  { name: 'a group that no share was sent for', options: ['-tls1_3', '-groups', 'P-521'], said: [no, no, no, 'TLSv1.3 TLS_AES_256_GCM_SHA384 0'] },
  { name: 'records of 512 bytes', options: ['-tls1_2', '-max_send_frag', '512'], said: [no, no, `TLSv1.2 ${gcm} 1`, no] },
  { name: 'a certificate that it wants of the client', options: ['-tls1_2', '-Verify', '1'], said: [no, no, `TLSv1.2 ${gcm} 1`, no] },
  {
    name: 'nobody to vouch for it',
    options: ['-tls1_2', '-cipher', 'aNULL:@SECLEVEL=0'],
    said: [no, no, 'TLSv1.2 TLS_DH_anon_WITH_AES_256_GCM_SHA384 0', no],
  },
  { name: 'RSA key exchange', options: ['-tls1_2', '-cipher', 'AES128-SHA'], said: [no, no, 'TLSv1.2 TLS_RSA_WITH_AES_128_CBC_SHA 1', no] },
];

describe('a ClientHello', function () {
  this.timeout(60_000);

  describe("before OpenSSL's server", () => {
    before(function () {
      needs(this, 'openssl');
    });
    const listenerOf = startedForSuite(rows, ({ certificate = 'healthy', options }) => startTlsListener('127.0.42.1', certificate, options));

    for (const row of rows) {
      it(`with ${row.name}`, async () => {
        const listener = listenerOf(row);
        const said: string[] = [];
        for (const highest of versions) {
          const answer = await ask(listener, { highest, serverName });
          said.push(wordsOf(answer));
          const [own] = answer.kind === 'serverHello' ? answer.chain : [];
          if (own !== undefined) equal(new X509Certificate(own).checkHost(serverName), serverName);
        }
        deepEqual(said, row.said);
      });
    }
  });

  it('offers suites that OpenSSL calls the same, where it knows them', function () {
    needs(this, 'openssl');
    const known = execFileSync('openssl', ['ciphers', '-V', '-stdname', 'ALL:eNULL:@SECLEVEL=0'], { encoding: 'utf8' });
    const names = new Map([...known.matchAll(/0x([\dA-F]{2}),0x([\dA-F]{2}) - (TLS_\w+)/g)].map(([, high = '', low = '', name]) => [parseInt(high + low, 16), name]));
    const offered = [...cipherSuitesOfTls13, ...cipherSuitesUpToTls12].filter((suite) => names.has(suite));
    ok(offered.length > 80);
    deepEqual(offered.map(cipherSuiteName), offered.map((suite) => names.get(suite)));
  });

  describe("before Wireshark's reader", () => {
    before(function () {
      needs(this, 'tshark');
    });

    for (const highest of versions) {
      it(`for ${highest}, has nothing malformed and offers what it is meant to`, () => {
        const bytes = encodeClientHello({ highest, serverName }, random);
        const fields = ['tls.handshake.version', 'tls.handshake.ciphersuite', 'tls.handshake.extensions.supported_version', 'tls.handshake.extensions_server_name', 'tls.handshake.session_id_length'];
        const dissected = dissect('tls', [{ from: 'client', bytes }], fields);
        const only13 = highest === 'TLSv1.3';
        deepEqual(dissected.complaints, []);
        deepEqual(
          dissected.fields['tls.handshake.ciphersuite']?.map(Number),
          only13 ? cipherSuitesOfTls13 : cipherSuitesUpToTls12,
        );
        equal(Number(dissected.fields['tls.handshake.version']?.[0]), only13 ? 0x0303 : 0x0301 + versions.indexOf(highest));
        deepEqual(dissected.fields['tls.handshake.extensions.supported_version']?.map(Number), only13 ? [0x0304] : []);
        deepEqual(dissected.fields['tls.handshake.extensions_server_name'], [serverName]);
        deepEqual(dissected.fields['tls.handshake.session_id_length'], [only13 ? '32' : '0']);
      });
    }
  });
});
