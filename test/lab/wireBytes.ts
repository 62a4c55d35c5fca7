// Bytes of a server's side, put together by hand and with lengths that may lie: TPKT frames, TLS records and messages, a Connect Response.
// Not built with the encoders of the product: what checks a reader is not made by its other half.

export function bytes(...parts: readonly (string | Uint8Array | readonly number[])[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'hex') : Buffer.from(part))));
}

/** A big-endian number of so many bytes. */
export function uint(width: number, value: number): Buffer {
  const buffer = Buffer.alloc(width);
  buffer.writeUIntBE(value, 0, width);
  return buffer;
}

/** `says`: the length it names; the true one where there is none. */
export function tpkt(payload: Uint8Array, says = payload.length + 4): Buffer {
  return bytes([3, 0], uint(2, says), payload);
}

/** A Connection Confirm that selects a protocol. */
export function confirm(selectedProtocol: number): Buffer {
  return tpkt(bytes('0ed00000123400', '02010800', [selectedProtocol, 0, 0, 0]));
}

/** One that refuses all that was asked for. */
export function failure(code: number): Buffer {
  return tpkt(bytes('0ed00000123400', '03000800', [code, 0, 0, 0]));
}

export const recordType = { alert: 21, handshake: 22, applicationData: 23 } as const;

export function record(type: number, content: Uint8Array, says = content.length): Buffer {
  return bytes([type, 3, 3], uint(2, says), content);
}

export const messageType = { serverHello: 2, certificate: 11, serverHelloDone: 14 } as const;

export function handshake(type: number, body: Uint8Array, says = body.length): Buffer {
  return bytes([type], uint(3, says), body);
}

/** Of TLS 1.2, cipher suite c030; or of TLS 1.3. */
export function serverHello(version: 0x0303 | 0x0304 = 0x0303): Buffer {
  const random = Buffer.alloc(32, 7);
  // supported_versions, and a key share of x25519 that belongs to no key.
  const extensions = version === 0x0304 ? bytes('002b00020304', '00330024001d0020', Buffer.alloc(32, 9)) : bytes('ff01000100');
  return bytes('0303', random, '00', version === 0x0304 ? '1302' : 'c030', '00', uint(2, extensions.length), extensions);
}

/** The body of a Certificate message; `listSays` and `firstSays` are the lengths it names. */
export function certificateMessage(ders: readonly Uint8Array[], listSays?: number, firstSays?: number): Buffer {
  const list = bytes(...ders.flatMap((der, index) => [uint(3, index === 0 ? (firstSays ?? der.length) : der.length), der]));
  return bytes(uint(3, listSays ?? list.length), list);
}

/** One TLV with a definite length in two bytes. */
function element(tag: readonly number[], content: Uint8Array, says = content.length): Buffer {
  return bytes(tag, [0x82], uint(2, says), content);
}

export interface ConnectResponseLies {
  readonly result?: number;
  /** The length of the whole, of the user data, of the last block. */
  readonly outer?: number;
  readonly inner?: number;
  readonly block?: number;
  /** Of the conference's own data, in PER. */
  readonly conference?: number;
}

/** A Data TPDU with an MCS Connect Response: native encryption, 128 bits, high. */
export function connectResponse({ result = 0, outer, inner, block = 12, conference }: ConnectResponseLies = {}): Buffer {
  const core = bytes('010c', '0800', '04000800');
  const security = bytes('020c', [block & 0xff, block >> 8], '02000000', '03000000');
  const blocks = bytes(core, security);
  const gcc = bytes('000500147c00012a14760a01010001c0004d63446e', [conference ?? blocks.length], blocks);
  const parameters = element([0x30], bytes('020122', '020103', '020100', '020101', '020100', '020101', '020300fff8', '020102'));
  const userData = element([0x04], gcc, inner);
  return bytes('02f080', element([0x7f, 0x66], bytes([0x0a, 1, result], '020100', parameters, userData), outer));
}

/** A TSRequest of CredSSP around a token; the lengths that it names may be other ones. */
export function tsRequest(token: Uint8Array, outer?: number, inner?: number): Buffer {
  const data = element([0xa0], element([0x04], token, inner));
  const tokens = element([0xa1], element([0x30], element([0x30], data)));
  return element([0x30], bytes('a003020106', tokens), outer);
}

/** An NTLM challenge of a computer `LAB`, build 10.0.20348, on the first day of 2026; `infoAt` is where it says that its target information begins. */
export function ntlmChallenge(infoAt = 62, infoLength?: number): Buffer {
  const name = Buffer.from('LAB', 'utf16le');
  const pair = (id: number, value: Uint8Array): Buffer => bytes(swapped(2, id), swapped(2, value.length), value);
  const info = bytes(pair(2, name), pair(1, name), pair(4, name), pair(3, name), pair(7, bytes('00009281b27adc01')), pair(0, Buffer.alloc(0)));
  const length = swapped(2, infoLength ?? info.length);
  const target = bytes(swapped(2, name.length), swapped(2, name.length), swapped(4, 56));
  const head = bytes(Buffer.from('NTLMSSP\0'), swapped(4, 2), target, '158289e2', Buffer.alloc(8, 5), Buffer.alloc(8));
  return bytes(head, length, length, swapped(4, infoAt), '0a007c4f0000000f', name, info);
}

/** A little-endian number of so many bytes. */
function swapped(width: number, value: number): Buffer {
  return uint(width, value).reverse();
}
