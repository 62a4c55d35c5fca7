// What a program that is not RDP said when it was sent an RDP request: HTTP, SSH, TLS, mail, file transfer, VNC, other text, or bytes.
// Formats: RFC 9112, RFC 4253, RFC 8446 (records), RFC 5321, RFC 959, RFC 6143. Recognises by the first bytes only, and shows nothing
// but printable ASCII: what a stranger sends ends up in a report and in a terminal.

import { hexText } from '../registry/valueData';
import { alertName } from './tls/alerts';

export type BannerKind = 'http' | 'ssh' | 'tlsAlert' | 'tlsHandshake' | 'smtp' | 'ftp' | 'vnc' | 'text' | 'binary';

export interface Banner {
  readonly kind: BannerKind;
  /** The first line in printable ASCII (other characters as dots), or the first bytes in hexadecimal. At most 80 characters. */
  readonly excerpt: string;
}

const longestExcerpt = 80;
const LF = 10;
const CR = 13;

const byFirstLine: readonly (readonly [BannerKind, RegExp])[] = [
  ['http', /^HTTP\/\d|^<(?:!doctype )?html/i],
  ['ssh', /^SSH-\d/],
  ['vnc', /^RFB \d{3}\.\d{3}/],
  ['smtp', /^[245]\d\d[ -].*(?:SMTP|mail)/i],
  ['ftp', /^[245]\d\d[ -].*FTP/i],
];

/** Whether enough has arrived to name the speaker: a whole line, or more than any excerpt shows. */
export function bannerComplete(bytes: Uint8Array): boolean {
  return isTlsRecord(bytes) ? bytes.length >= 7 : bytes.includes(LF) || bytes.length >= 512;
}

/** Names the speaker of at least one byte. */
export function readBanner(bytes: Uint8Array): Banner {
  if (isTlsRecord(bytes)) return tlsBanner(bytes);
  const line = firstLine(bytes);
  if (!isText(line)) return { kind: 'binary', excerpt: hexText(bytes.subarray(0, longestExcerpt / 2)) };
  const excerpt = printable(line);
  const kind = byFirstLine.find(([, pattern]) => pattern.test(excerpt))?.[0] ?? 'text';
  return { kind, excerpt };
}

// Content type alert or handshake, then version 3.x.
function isTlsRecord(bytes: Uint8Array): boolean {
  const [type, major, minor] = bytes;
  return (type === 0x15 || type === 0x16) && major === 3 && (minor ?? 0) <= 4;
}

function tlsBanner(bytes: Uint8Array): Banner {
  if (bytes[0] === 0x16) return { kind: 'tlsHandshake', excerpt: hexText(bytes.subarray(0, 6)) };
  const description = bytes[6];
  return { kind: 'tlsAlert', excerpt: description === undefined ? 'alert' : alertName(description) };
}

function firstLine(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (bytes[start] === CR || bytes[start] === LF) start++;
  const length = bytes.subarray(start).findIndex((byte) => byte === LF || byte === CR);
  return length < 0 ? bytes.subarray(start) : bytes.subarray(start, start + length);
}

const isPrintable = (byte: number): boolean => byte >= 0x20 && byte <= 0x7e;

// A few stray bytes (a Telnet option, an umlaut) do not make a line binary; a handful of bytes must all be printable.
function isText(line: Uint8Array): boolean {
  const shown = line.filter(isPrintable).length;
  return shown > 0 && (shown === line.length || (shown >= 8 && shown * 4 >= line.length * 3));
}

function printable(line: Uint8Array): string {
  const shown = Array.from(line.subarray(0, longestExcerpt), (byte) => (isPrintable(byte) ? String.fromCharCode(byte) : '.'));
  return shown.join('').trim();
}
