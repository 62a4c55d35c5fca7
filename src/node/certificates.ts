// Certificates for the report of a listener. What reads them is a part of its own, loaded with the first one that is to be read; the
// same certificate, as a farm has it on every server, is read once.

import { createHash } from 'node:crypto';
import type { PresentedCertificate } from '../core/listener/certificate';
import type { CertificateReader } from '../core/ports';

const MOST_KEPT = 512;

export function createCertificateReader(): CertificateReader {
  // Promises, because the part is still loading when the same certificate comes from the next server.
  const kept = new Map<string, Promise<PresentedCertificate>>();
  return {
    async read(der) {
      const sha256 = thumbprint('sha256', der);
      const known = kept.get(sha256);
      if (known !== undefined) return known;
      const read = readCertificate(der, sha256);
      // The oldest goes.
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
      kept.set(sha256, read);
      return read;
    },
  };
}

async function readCertificate(der: Uint8Array, sha256: string): Promise<PresentedCertificate> {
  const { readCertificateFacts } = await import('./certificateFacts');
  return { sha1: thumbprint('sha1', der), sha256, facts: readCertificateFacts(der) };
}

/** SHA-1 proves nothing here: it is how Windows names a certificate, in the registry and in its dialogs. */
const thumbprint = (algorithm: 'sha1' | 'sha256', der: Uint8Array): string => createHash(algorithm).update(der).digest('hex');
