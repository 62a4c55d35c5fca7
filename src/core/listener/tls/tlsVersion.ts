// The versions of TLS, by the number a ServerHello carries. RFC 8446 section 4.1.2 and appendix E; RFC 7568 for SSL 3.0, which is never
// asked for and can be the answer of a very old server all the same.

export const tlsVersions = ['SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;

/** Oldest first in {@link tlsVersions}. */
export type TlsVersion = (typeof tlsVersions)[number];

const SSL3 = 0x0300;

/** The version of a number on the wire; undefined for one that has no name. */
export function tlsVersionOf(wire: number): TlsVersion | undefined {
  return tlsVersions[wire - SSL3];
}

/** 0x0300 to 0x0304. */
export function wireVersion(version: TlsVersion): number {
  return SSL3 + tlsVersions.indexOf(version);
}

/** As people write it: `TLS 1.2`. */
export function tlsVersionText(version: TlsVersion): string {
  return version === 'SSLv3' ? 'SSL 3.0' : version.replace('v', ' ');
}
