// The verdict on a key that a host showed, from the lines about this host. Follows ssh's own order (sshd(8), ssh_config(5)): a revoked
// key is refused whatever else vouches for it; a key that some line holds is trusted; any other key of a host that has lines is changed,
// also one of another type. So what is offered to the host has to begin with the types that are known (knownTypes).

import type { Digest } from '../ports';
import type { HostKeyVerdict, KnownLine, PresentedKey } from './hostKeyVerdict';
import { fingerprint, type KnownKey, type KnownKeys } from './knownHosts';

function sameKey(known: KnownKey, presented: PresentedKey): boolean {
  // The type is the name of the algorithm at times (rsa-sha2-256 for a key that calls itself ssh-rsa): the bytes alone count.
  const { blob } = presented;
  return known.blob.length === blob.length && known.blob.every((byte, at) => byte === blob[at]);
}

function lineOf({ file, line, keyType, blob }: KnownKey, digest: Digest): KnownLine {
  return { file, line, keyType, fingerprint: fingerprint(blob, digest) };
}

/**
 * `withoutPort` are the lines about the same name without its port, where it has one: ssh trusts a key it finds there, and takes nothing
 * else from it but what is revoked. Lines for certificate authorities never make a key trusted: certificates are not supported.
 */
export function judgeHostKey(known: KnownKeys, withoutPort: KnownKeys | undefined, presented: PresentedKey, digest: Digest): HostKeyVerdict {
  const holding = (keys: readonly KnownKey[] | undefined): KnownKey | undefined => keys?.find((key) => sameKey(key, presented));
  const revoked = holding(known.revoked) ?? holding(withoutPort?.revoked);
  if (revoked !== undefined) return { kind: 'revoked', by: lineOf(revoked, digest) };
  const [first, ...others] = known.plain;
  const trusted = holding(known.plain) ?? (first === undefined ? holding(withoutPort?.plain) : undefined);
  if (trusted !== undefined) return { kind: 'trusted', by: lineOf(trusted, digest) };
  if (first !== undefined) return { kind: 'changed', known: [lineOf(first, digest), ...others.map((key) => lineOf(key, digest))] };
  const authority = known.authorities[0] ?? withoutPort?.authorities[0];
  return { kind: 'unknown', certificateAuthority: authority === undefined ? undefined : lineOf(authority, digest) };
}

/** The types some line vouches for, in the order of the lines. */
export function typesOf(known: KnownKeys, withoutPort: KnownKeys | undefined): readonly string[] {
  const keys = known.plain.length > 0 ? known.plain : (withoutPort?.plain ?? []);
  return [...new Set(keys.map(({ keyType }) => keyType))];
}
