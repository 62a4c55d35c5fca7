// OpenSSL's own TLS server on loopback, for what a TLS client of ours sees: it answers every line with the line reversed. It serves one
// connection at a time. supervisor.mjs ends it even when the test process is killed.

import { execFileSync, spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../places';
import { accepts, freePort } from './loopback';

export interface IssuedCertificate {
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly der: Uint8Array;
}

export interface CertificateFolder {
  readonly path: string;
  /** Of a P-256 key; by itself where nobody issues it. */
  issue(name: string, issuer?: IssuedCertificate): IssuedCertificate;
  remove(): void;
}

export interface TlsServer {
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

const supervisor = join(ROOT, 'test', 'lab', 'supervisor.mjs');

export function createCertificateFolder(): CertificateFolder {
  const path = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-tls-'));
  const openssl = (args: readonly string[]): void => void execFileSync('openssl', args, { stdio: 'pipe' });
  return {
    path,
    issue(name, issuer) {
      const [certificateFile, keyFile] = [join(path, `${name}.pem`), join(path, `${name}.key`)];
      const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', keyFile];
      const by = issuer === undefined ? [] : ['-CA', issuer.certificateFile, '-CAkey', issuer.keyFile];
      openssl(['req', '-x509', ...key, ...by, '-subj', `/CN=${name}`, '-days', '30', '-out', certificateFile]);
      return { certificateFile, keyFile, der: new X509Certificate(readFileSync(certificateFile)).raw };
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** `args` beyond certificate and chain: `-tls1_3`, `-Verify 1`, … */
export async function startTlsServer(
  host: string,
  certificate: IssuedCertificate,
  chain: readonly IssuedCertificate[],
  args: readonly string[],
): Promise<TlsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-tls-'));
  const chainFile = join(folder, 'chain.pem');
  writeFileSync(chainFile, chain.map(({ certificateFile }) => readFileSync(certificateFile, 'utf8')).join(''));
  const presented = ['-cert', certificate.certificateFile, '-key', certificate.keyFile, ...(chain.length > 0 ? ['-cert_chain', chainFile] : [])];
  // The port is free now and may not be in a moment: then the server ends at once, and another one is tried.
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(host);
    const program = ['openssl', 's_server', '-accept', `${host}:${String(port)}`, ...presented, '-rev', '-quiet', ...args];
    const child = spawn(process.execPath, [supervisor, ...program], { stdio: ['pipe', 'ignore', 'ignore'] });
    const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const end = async (): Promise<void> => {
      child.stdin.end();
      await exited;
    };
    if (await accepts(host, port, () => child.exitCode === null)) {
      const stop = async (): Promise<void> => {
        await end();
        rmSync(folder, { recursive: true, force: true });
      };
      return { host, port, stop };
    }
    await end();
    if (attempt === 3) throw new Error(`openssl s_server did not listen on ${host}:${String(port)}`);
  }
}
