// Keys and lines of known_hosts for tests, made without ssh.

import { createHash } from 'node:crypto';
import { digest } from '../../../src/node/digest';
import { encodeBase64 } from '../../../src/core/text/base64';

/** A blob that is well formed and stands for the key number `number`. */
export function blobOf(number: number, keyType = 'ssh-ed25519'): Uint8Array {
  const name = Buffer.from(keyType);
  const key = createHash('sha256').update(`key ${number}`).digest();
  const length = (bytes: Uint8Array): Uint8Array => Uint8Array.of(0, 0, 0, bytes.length);
  return Buffer.concat([length(name), name, length(key), key]);
}

export const lineOf = (hosts: string, number: number, keyType = 'ssh-ed25519'): string => `${hosts} ${keyType} ${encodeBase64(blobOf(number, keyType))}`;

/** As `ssh-keygen -H` writes a name; the salt varies by name only. */
export function hashedName(host: string): string {
  const salt = createHash('sha1').update(host).digest();
  return `|1|${encodeBase64(salt)}|${encodeBase64(digest.hmacSha1(salt, Buffer.from(host)))}`;
}
