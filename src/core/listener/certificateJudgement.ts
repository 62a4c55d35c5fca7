// What the facts of a certificate mean at a time and for a name: RFC 5280 for the dates, RFC 6125 for the names as the Remote Desktop client
// compares them. Says nothing about trust: no chain is built here and no signature verified.

import type { CertificateFacts } from './certificate';
import { ipBytes, renderIp } from './ipBytes';

export type Validity = 'expired' | 'early' | 'soon' | 'valid';

const DAY_MS = 86_400_000;
/** Windows renews its own certificate when it has expired; a person who has to ask for one needs longer. */
export const soonDays = 30;

/** @param nowMs milliseconds since the Unix epoch. `soon`: valid, for at most {@link soonDays} more days. The last second is one of validity. */
export function judgeValidity(facts: CertificateFacts, nowMs: number): Validity {
  const until = Date.parse(facts.notAfter) + 1000;
  if (nowMs >= until) return 'expired';
  if (nowMs < Date.parse(facts.notBefore)) return 'early';
  return until - nowMs <= soonDays * DAY_MS ? 'soon' : 'valid';
}

export type Weakness =
  | { readonly kind: 'key'; readonly keyType: string; readonly keyBits: number; readonly leastBits: number }
  /** `hash` as it is usually written: `SHA-1`. Of a certificate that signed itself it proves nothing either way. */
  | { readonly kind: 'signature'; readonly signatureAlgorithm: string; readonly hash: string };

const leastBits: Readonly<Record<string, number>> = { RSA: 2048, DSA: 2048, EC: 224 };

/** The beginnings of OpenSSL's names; `ecdsa-with-SHA1` and `dsaWithSHA1` end in it. */
const weakHashes: readonly (readonly [RegExp, string])[] = [
  [/^md2/i, 'MD2'],
  [/^md4/i, 'MD4'],
  [/^md5/i, 'MD5'],
  [/^sha(?=With)/i, 'SHA-0'],
  [/^sha1|SHA1$/i, 'SHA-1'],
];

/** Keys and hashes that no longer protect (NIST SP 800-131A): RSA below 2048 bits, curves below 224, SHA-1 and what came before. */
export function weaknesses({ keyType, keyBits, signatureAlgorithm }: CertificateFacts): readonly Weakness[] {
  const found: Weakness[] = [];
  const least = leastBits[keyType];
  if (least !== undefined && keyBits !== null && keyBits < least) found.push({ kind: 'key', keyType, keyBits, leastBits: least });
  const hash = weakHashes.find(([pattern]) => pattern.test(signatureAlgorithm))?.[1];
  if (hash !== undefined) found.push({ kind: 'signature', signatureAlgorithm, hash });
  return found;
}

/** False only where the certificate says what it is for, and a server is not among it. */
export function isForServers(facts: CertificateFacts): boolean {
  return facts.serverAuthentication !== false;
}

/**
 * How the asked host and the names of the certificate go together. `shortForm`: one is the first label of the other (`rds-07` and
 * `rds-07.corp.example`, or `*.corp.example`), which is most likely the same machine, and a mismatch for the client all the same. `unnamed`: there is no name
 * that the host could be compared with.
 */
export type NameMatch = 'match' | 'shortForm' | 'mismatch' | 'unnamed';

/**
 * Names of the subjectAltName count, and the commonName only where no DNS name is among them. A wildcard is the whole left-most label and
 * stands for one. An address is matched by an address alone. Names with other than ASCII letters are compared as they were written.
 */
export function judgeName(facts: CertificateFacts, host: string): NameMatch {
  const address = ipBytes(host);
  if (address !== undefined) return judgeAddress(facts, renderIp(address));
  const names = hostNames(facts);
  if (names.length === 0) return 'unnamed';
  const asked = normal(host);
  if (names.some((name) => matches(name, asked))) return 'match';
  return names.some((name) => isShortForm(name, asked) || isShortForm(asked, name)) ? 'shortForm' : 'mismatch';
}

const DNS = 'DNS:';
const IP = 'IP Address:';

/** The DNS names that a certificate is for, in lower case and without the last dot; a commonName where there are none. */
export function hostNames({ subjectAltNames, commonName }: CertificateFacts): readonly string[] {
  const alternative = subjectAltNames.filter((name) => name.startsWith(DNS)).map((name) => normal(name.slice(DNS.length)));
  return alternative.length > 0 || commonName === null ? alternative : [normal(commonName)];
}

function judgeAddress({ subjectAltNames }: CertificateFacts, asked: string | undefined): NameMatch {
  const addresses = subjectAltNames.filter((name) => name.startsWith(IP)).map((name) => name.slice(IP.length));
  if (addresses.length === 0) return 'unnamed';
  return addresses.some((address) => address === asked) ? 'match' : 'mismatch';
}

/** Only ASCII has a lower case that every resolver agrees about. */
const normal = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/\.$/, '');

const domainOf = (name: string): string => (name.includes('.') ? name.slice(name.indexOf('.')) : '');

/** What follows `*` in a name that begins with a whole label of it and has no other. */
const wildcardDomain = (name: string): string | undefined => /^\*((?:\.[^.*]+)+)$/.exec(name)?.[1];

const matches = (name: string, asked: string): boolean => name === asked || (!asked.startsWith('.') && wildcardDomain(name) === domainOf(asked));

function isShortForm(short: string, long: string): boolean {
  if (short === '' || short.includes('.')) return false;
  return long.startsWith(`${short}.`) || wildcardDomain(long) !== undefined;
}
