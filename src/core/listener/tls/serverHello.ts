// The bodies of a ServerHello and of a Certificate: RFC 8446 section 4.1.3, RFC 5246 sections 7.4.1.3 and 7.4.2. Total: any bytes give
// what they say or what is wrong with them. A HelloRetryRequest is a ServerHello of TLS 1.3 here: that version is what it promises.

import { tlsVersionOf, type TlsVersion } from './tlsVersion';
import { readUint16, readVector } from './vectors';

export type ServerHello =
  | { readonly kind: 'serverHello'; readonly version: TlsVersion; readonly cipherSuite: number }
  | { readonly kind: 'fault'; readonly fault: 'serverHello' | 'version' };

const versionAndRandom = 34;
const longestSessionId = 32;
const supportedVersions = 43;
const cipherSuiteAndCompression = 3;

/** The version, the random bytes, an empty session id, the cipher suite and the compression. */
export const shortestServerHello = versionAndRandom + 1 + cipherSuiteAndCompression;

/** Reads the body of the message, without its type and length. */
export function readServerHello(body: Uint8Array): ServerHello {
  const legacyVersion = readUint16(body, 0);
  const sessionId = readVector(body, versionAndRandom, 1);
  if (sessionId === undefined || sessionId.content.length > longestSessionId) return { kind: 'fault', fault: 'serverHello' };
  const cipherSuite = readUint16(body, sessionId.end);
  const selected = selectedVersion(body, sessionId.end + cipherSuiteAndCompression);
  if (cipherSuite === undefined || selected === 'broken') return { kind: 'fault', fault: 'serverHello' };
  const version = tlsVersionOf(selected ?? legacyVersion ?? 0);
  return version === undefined ? { kind: 'fault', fault: 'version' } : { kind: 'serverHello', version, cipherSuite };
}

/** What the extension supported_versions says; undefined without one. Up to TLS 1.2 a ServerHello may end before its extensions. */
function selectedVersion(body: Uint8Array, offset: number): number | 'broken' | undefined {
  if (offset === body.length) return undefined;
  const extensions = readVector(body, offset, 2);
  if (extensions?.end !== body.length) return 'broken';
  let selected: number | undefined;
  for (let at = 0; at < extensions.content.length; ) {
    const type = readUint16(extensions.content, at);
    const data = readVector(extensions.content, at + 2, 2);
    if (data === undefined) return 'broken';
    if (type === supportedVersions) {
      selected = readUint16(data.content, 0);
      if (data.content.length !== 2 || selected === undefined) return 'broken';
    }
    at = data.end;
  }
  return selected;
}

/** The certificates of the body of a Certificate message up to TLS 1.2, as copies; undefined where it is not made of them. */
export function readCertificates(body: Uint8Array): readonly Uint8Array[] | undefined {
  const list = readVector(body, 0, 3);
  if (list?.end !== body.length) return undefined;
  const chain: Uint8Array[] = [];
  for (let at = 0; at < list.content.length; ) {
    const certificate = readVector(list.content, at, 3);
    if (certificate === undefined || certificate.content.length === 0) return undefined;
    chain.push(certificate.content.slice());
    at = certificate.end;
  }
  return chain;
}
