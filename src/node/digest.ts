// Checksums of this machine's library, for core's Digest. Both are in OpenSSL and in BoringSSL.

import { createHash, createHmac } from 'node:crypto';
import type { Digest } from '../core/ports';

export const digest: Digest = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  hmacSha1: (key, bytes) => createHmac('sha1', key).update(bytes).digest(),
};
