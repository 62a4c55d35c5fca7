// Certificates made by openssl for a test: any key, digest, name and extension, in a folder that goes away with them.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CertificateWishes {
  /** Arguments of `-newkey`; RSA with 2048 bits where nothing is said. */
  readonly key?: readonly string[];
  /** Digest and what else is said about the signature. */
  readonly signature?: readonly string[];
  /** Lines of the section of a distinguished name in openssl's configuration. */
  readonly subject?: readonly string[];
  /** Lines of the section of extensions; none makes a certificate without any. */
  readonly extensions?: readonly string[];
  /** `MASK:` and the string types that names may be made of. */
  readonly strings?: string;
  readonly more?: readonly string[];
}

export interface CertificateLab {
  /** A certificate that signed itself, as DER. */
  make(wishes?: CertificateWishes): Uint8Array;
  /** Runs openssl over a DER and returns what it prints. */
  ask(der: Uint8Array, ...args: readonly string[]): string;
  remove(): void;
}

export function createCertificateLab(): CertificateLab {
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-certificates-'));
  const openssl = (...args: readonly string[]): Buffer => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  return {
    make(wishes = {}) {
      const { key = ['rsa:2048'], signature = ['-sha256'], subject = ['CN=rds-07.corp.example'], extensions = [], strings = 'utf8only', more = [] } = wishes;
      const configuration = join(folder, 'openssl.cnf');
      const extensionLines = extensions.length === 0 ? [] : ['x509_extensions=extensions'];
      const lines = ['[req]', 'prompt=no', 'distinguished_name=name', `string_mask=${strings}`, 'utf8=yes', ...extensionLines, '[name]', ...subject, '[extensions]', ...extensions, ''];
      writeFileSync(configuration, lines.join('\n'));
      const request = ['req', '-x509', '-config', configuration, '-newkey', ...key, '-nodes', '-keyout', join(folder, 'key.pem')];
      const out = join(folder, 'certificate.der');
      openssl(...request, ...signature, '-outform', 'DER', '-out', out, ...more);
      return readFileSync(out);
    },
    ask(der, ...args) {
      const file = join(folder, 'asked.der');
      writeFileSync(file, der);
      return openssl('x509', '-in', file, '-inform', 'DER', '-noout', ...args).toString('utf8');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
