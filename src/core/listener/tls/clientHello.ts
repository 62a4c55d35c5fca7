// A ClientHello in its record: RFC 5246 section 7.4.1.2, RFC 8446 section 4.1.2, the groups of RFC 8422. One question per hello: either
// everything up to some version, or TLS 1.3 alone, so that what comes back is about the server. Nothing behind it is ever decrypted: the
// key share is random bytes and the key to it exists nowhere. Not a hello to build a session on.

import { isIpv4, isIpv6 } from '../ipAddress';
import { cipherSuitesOfTls13, cipherSuitesUpToTls12 } from './cipherSuites';
import type { TlsQuestion } from './tlsAnswer';
import { wireVersion } from './tlsVersion';
import { encodeVector } from './vectors';

/** How many random bytes a hello takes: its own 32, a session id and a key share. */
export const randomLength = 96;

const handshakeRecord = 22;
const clientHello = 1;
const nullCompression = 0;
const extensionType = {
  serverName: 0,
  supportedGroups: 10,
  ecPointFormats: 11,
  signatureAlgorithms: 13,
  extendedMasterSecret: 23,
  supportedVersions: 43,
  keyShare: 51,
} as const;

const x25519 = 29;
/** The curves of today first, then every one that ever had a number below them. */
const curves = [x25519, 23, 24, 25, 30, 28, 27, 26, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
/** TLS 1.3 has five curves and five finite fields; X25519MLKEM768 is for a server that takes nothing less. */
const groupsOfTls13 = [x25519, 23, 24, 25, 30, 256, 257, 258, 259, 260, 4588];
/** uncompressed, ansiX962_compressed_prime, ansiX962_compressed_char2. */
const pointFormats = [0, 1, 2];
/** ECDSA, Ed25519, Ed448, RSA-PSS, PKCS #1; then DSA, SHA-224, SHA-1 and MD5, with which old certificates are signed. */
const signatureAlgorithms = [
  0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0401, 0x0501, 0x0601, 0x0402, 0x0502, 0x0602,
  0x0303, 0x0301, 0x0302, 0x0203, 0x0201, 0x0202, 0x0101,
];

/**
 * The whole record. `random` has {@link randomLength} bytes; fewer are a bug of the caller and throw a RangeError. A server name that
 * cannot be carried is left out: the question matters more.
 */
export function encodeClientHello({ highest, serverName }: TlsQuestion, random: Uint8Array): Uint8Array {
  if (random.length < randomLength) throw new RangeError(`a ClientHello takes ${String(randomLength)} random bytes`);
  const [own, sessionId, share] = [0, 32, 64].map((start) => [...random.subarray(start, start + 32)]);
  const only13 = highest === 'TLSv1.3';
  const legacyVersion = wireVersion(only13 ? 'TLSv1.2' : highest);
  const body = [
    ...uint16(legacyVersion),
    ...(own ?? []),
    // Up to 1.2 a session id would ask for a session to go on with. In 1.3 it makes the flight look like one that middleboxes let through.
    ...encodeVector(1, only13 ? (sessionId ?? []) : []),
    ...encodeVector(2, (only13 ? cipherSuitesOfTls13 : cipherSuitesUpToTls12).flatMap(uint16)),
    ...encodeVector(1, [nullCompression]),
    ...encodeVector(2, [
      ...serverNameExtension(serverName),
      // Some servers refuse a TLS 1.2 without it (FIPS 140-3). Not the last one: old servers stumble over a hello that ends in an empty one.
      ...(only13 ? [] : extension(extensionType.extendedMasterSecret, [])),
      ...extension(extensionType.supportedGroups, encodeVector(2, (only13 ? groupsOfTls13 : curves).flatMap(uint16))),
      ...(only13 ? [] : extension(extensionType.ecPointFormats, encodeVector(1, pointFormats))),
      // RFC 5246 section 7.4.1.4.1: never in a hello below 1.2.
      ...(legacyVersion < wireVersion('TLSv1.2')
        ? []
        : extension(extensionType.signatureAlgorithms, encodeVector(2, signatureAlgorithms.flatMap(uint16)))),
      ...(only13 ? extension(extensionType.supportedVersions, encodeVector(1, uint16(wireVersion('TLSv1.3')))) : []),
      ...(only13 ? extension(extensionType.keyShare, encodeVector(2, [...uint16(x25519), ...encodeVector(2, share ?? [])])) : []),
    ]),
  ];
  // The version of the record is the oldest there is: RFC 8446 section 5.1, and what old servers insist on.
  return Uint8Array.from([handshakeRecord, ...uint16(wireVersion('TLSv1.0')), ...encodeVector(2, [clientHello, ...encodeVector(3, body)])]);
}

/** RFC 6066 section 3: a name in ASCII, without a dot at its end, never an address. */
function serverNameExtension(serverName: string | undefined): readonly number[] {
  const name = serverName?.replace(/\.$/, '');
  if (name === undefined || !/^[\w.-]{1,253}$/.test(name) || isIpv4(name) || isIpv6(name)) return [];
  const bytes = Array.from(name, (character) => character.charCodeAt(0));
  const hostName = 0;
  return extension(extensionType.serverName, encodeVector(2, [hostName, ...encodeVector(2, bytes)]));
}

function extension(type: number, content: readonly number[]): readonly number[] {
  return [...uint16(type), ...encodeVector(2, content)];
}

function uint16(value: number): readonly [number, number] {
  return [(value >>> 8) & 0xff, value & 0xff];
}
