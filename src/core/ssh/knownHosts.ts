// What known_hosts files say about one host. Source: sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT". Only reads, and never throws: a line that
// cannot be taken apart is skipped, as ssh skips it. Keys are compared as bytes and never looked into beyond their own name.

import type { Digest } from '../ports';
import { decodeBase64, encodeBase64 } from '../text/base64';
import { matchesList } from './pattern';

/** A known_hosts file as it was read. */
export interface KnownHostsFile {
  readonly file: string;
  readonly text: string;
}

export interface KnownKey {
  readonly file: string;
  /** From 1; 0 for our own store. */
  readonly line: number;
  readonly keyType: string;
  readonly blob: Uint8Array;
}

/** The lines about one host. */
export interface KnownKeys {
  readonly plain: readonly KnownKey[];
  readonly revoked: readonly KnownKey[];
  /** Lines that vouch for certificates only. */
  readonly authorities: readonly KnownKey[];
}

type Marker = keyof KnownKeys;

interface HostLine {
  readonly marker: Marker;
  readonly hosts: string;
  readonly keyType: string;
  readonly key: string;
}

const MARKERS: ReadonlyMap<string, Marker> = new Map([
  ['@revoked', 'revoked'],
  ['@cert-authority', 'authorities'],
]);

// ssh knows no marker with a tab after it, and skips the line. Here it counts: a marker never adds trust.
const LINE = /^[ \t]*(?:(@\S*)[ \t]+)?([^@#\s]\S*)[ \t]+([^#\s]\S*)[ \t]+(\S+)/;
const HASHED = /^\|1\|([A-Za-z0-9+/]+={0,2})\|([A-Za-z0-9+/]+={0,2})$/;
/** Of SHA-1, in bytes. ssh refuses other salts. */
const HASH_BYTES = 20;

function readLine(text: string): HostLine | undefined {
  const [, mark, hosts, keyType, key] = LINE.exec(text) ?? [];
  if (hosts === undefined || keyType === undefined || key === undefined) return undefined;
  const marker = mark === undefined ? 'plain' : MARKERS.get(mark);
  return marker === undefined ? undefined : { marker, hosts, keyType, key };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function isAbout(hosts: string, host: string, digest: Digest): boolean {
  if (!hosts.startsWith('|')) return matchesList(host, hosts.toLowerCase().split(','));
  const [, saltText = '', hashText = ''] = HASHED.exec(hosts) ?? [];
  const salt = decodeBase64(saltText);
  const hash = decodeBase64(hashText);
  if (salt?.length !== HASH_BYTES || hash?.length !== HASH_BYTES) return false;
  return sameBytes(digest.hmacSha1(salt, new TextEncoder().encode(host)), hash);
}

/** The name a key has in itself (RFC 4253, section 6.6). Undefined where the blob is cut. */
export function nameInside(blob: Uint8Array): string | undefined {
  const length = ((blob[0] ?? 0) << 24) | ((blob[1] ?? 0) << 16) | ((blob[2] ?? 0) << 8) | (blob[3] ?? 0);
  if (length <= 0 || length > 64 || blob.length < 4 + length) return undefined;
  return String.fromCharCode(...blob.subarray(4, 4 + length));
}

/** `SHA256:` and base64 without padding, as ssh prints it. */
export function fingerprint(blob: Uint8Array, digest: Digest): string {
  return `SHA256:${encodeBase64(digest.sha256(blob)).replace(/=+$/, '')}`;
}

/** A key as our own store and known_hosts hold it: name and base64. Undefined where the two do not belong together. */
export function readKey(keyType: string, base64: string): Uint8Array | undefined {
  const blob = decodeBase64(base64);
  return blob !== undefined && nameInside(blob) === keyType ? blob : undefined;
}

/** Every line about `host`, named as known_hosts does (hostName.ts), in the order of files and lines. */
export function knownKeys(files: readonly KnownHostsFile[], host: string, digest: Digest): KnownKeys {
  const found: Record<Marker, KnownKey[]> = { plain: [], revoked: [], authorities: [] };
  for (const { file, text } of files) {
    text.split('\n').forEach((lineText, index) => {
      const line = readLine(lineText);
      if (line === undefined || !isAbout(line.hosts, host, digest)) return;
      const blob = readKey(line.keyType, line.key);
      if (blob !== undefined) found[line.marker].push({ file, line: index + 1, keyType: line.keyType, blob });
    });
  }
  return found;
}
