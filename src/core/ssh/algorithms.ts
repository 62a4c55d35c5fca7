// Which algorithms are offered to a server. Source: RFC 4253 section 7.1 (the client's order decides), RFC 8332 (RSA with SHA-2).
// Nothing is offered that the runtime does not have: an editor's crypto library knows fewer ciphers than Node's. Nothing old is added.

const hostKeyDefaults = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'rsa-sha2-512',
  'rsa-sha2-256',
  'ssh-rsa',
] as const;

export type HostKeyAlgorithm = (typeof hostKeyDefaults)[number];

// What a cipher of SSH is called by the crypto library, in our order.
const cipherNames = {
  'aes128-gcm@openssh.com': 'aes-128-gcm',
  'aes256-gcm@openssh.com': 'aes-256-gcm',
  'aes128-ctr': 'aes-128-ctr',
  'aes192-ctr': 'aes-192-ctr',
  'aes256-ctr': 'aes-256-ctr',
  'chacha20-poly1305@openssh.com': 'chacha20',
} as const;

export type Cipher = keyof typeof cipherNames;

const isCipher = (name: string): name is Cipher => Object.hasOwn(cipherNames, name);

const keyTypeOf = (algorithm: HostKeyAlgorithm): string => (algorithm.startsWith('rsa-sha2-') ? 'ssh-rsa' : algorithm);

/** The types a host is known by come first, or a server with several keys would show one that no file vouches for. */
export function hostKeyAlgorithms(knownTypes: readonly string[]): readonly HostKeyAlgorithm[] {
  const known = hostKeyDefaults.filter((algorithm) => knownTypes.includes(keyTypeOf(algorithm)));
  return [...known, ...hostKeyDefaults.filter((algorithm) => !known.includes(algorithm))];
}

/** `available` as the crypto library names them. Empty where it has none of ours. */
export function ciphersOf(available: readonly string[]): readonly Cipher[] {
  return Object.keys(cipherNames).filter(isCipher).filter((name) => available.includes(cipherNames[name]));
}
