// Public keys and algorithms of certificates (RFC 3279, RFC 4055, RFC 5480, RFC 8410): what they are called and how large they are.
// No key is used for anything here.

import { bitsOf, isOid, oid, readDer, sequence, wholeBytes, type Der } from './asn1';

/** OpenSSL's long names. */
const signatures: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'md2WithRSAEncryption',
  '1.2.840.113549.1.1.3': 'md4WithRSAEncryption',
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.10': 'rsassaPss',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.113549.1.1.14': 'sha224WithRSAEncryption',
  '1.3.14.3.2.3': 'md5WithRSA',
  '1.3.14.3.2.15': 'shaWithRSAEncryption',
  '1.3.14.3.2.29': 'sha1WithRSA',
  '1.2.840.10040.4.3': 'dsaWithSHA1',
  '2.16.840.1.101.3.4.3.1': 'dsa_with_SHA224',
  '2.16.840.1.101.3.4.3.2': 'dsa_with_SHA256',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10045.4.3.1': 'ecdsa-with-SHA224',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.3.101.112': 'ED25519',
  '1.3.101.113': 'ED448',
};

/** Bits of the field a named curve is over. */
const curves: Readonly<Record<string, number>> = {
  '1.2.840.10045.3.1.1': 192,
  '1.2.840.10045.3.1.7': 256,
  '1.3.132.0.10': 256,
  '1.3.132.0.33': 224,
  '1.3.132.0.34': 384,
  '1.3.132.0.35': 521,
  '1.3.36.3.3.2.8.1.1.7': 256,
  '1.3.36.3.3.2.8.1.1.11': 384,
  '1.3.36.3.3.2.8.1.1.13': 512,
};

/** @param der an AlgorithmIdentifier */
export function signatureName(der: Der | undefined): string {
  const id = oid(sequence(der)[0]);
  return signatures[id] ?? id;
}

export interface KeyFacts {
  readonly keyType: string;
  readonly keyBits: number | null;
}

/** @param der a SubjectPublicKeyInfo */
export function keyFacts(der: Der | undefined): KeyFacts {
  const [algorithm, key] = sequence(der);
  const [type, parameters] = sequence(algorithm);
  const id = oid(type);
  switch (id) {
    case '1.2.840.113549.1.1.1':
    // A key that may sign in one way only is one of RSA all the same; so X.509 itself calls it, and so a terminal server in the
    // certificate that its licensing server gave it.
    case '1.2.840.113549.1.1.10':
    case '2.5.8.1.1':
    case '1.2.840.113549.1.1.4':
      return { keyType: 'RSA', keyBits: bitsOf(sequence(readDer(wholeBytes(key)))[0]) };
    case '1.2.840.10045.2.1':
      return { keyType: 'EC', keyBits: curveBits(parameters) };
    case '1.2.840.10040.4.1':
      // Without parameters they are those of the issuer.
      return { keyType: 'DSA', keyBits: parameters === undefined ? null : bitsOf(sequence(parameters)[0]) };
    case '1.3.101.112':
      return { keyType: 'Ed25519', keyBits: 256 };
    case '1.3.101.113':
      return { keyType: 'Ed448', keyBits: 456 };
    default:
      return { keyType: id, keyBits: null };
  }
}

const PRIME_FIELD = '1.2.840.10045.1.1';

function curveBits(parameters: Der | undefined): number | null {
  if (isOid(parameters)) return curves[oid(parameters)] ?? null;
  // A curve that is written out: its prime is as long as a key.
  const [kind, prime] = sequence(sequence(parameters)[1]);
  return oid(kind) === PRIME_FIELD ? bitsOf(prime) : null;
}
