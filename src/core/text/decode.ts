// Bytes to text, as an editor would show it and as Windows would read it. The byte order mark decides; without one, UTF-16 is
// recognised by its zero bytes and anything else is UTF-8 where it is valid UTF-8, else one byte a character.
// WHATWG Encoding standard; never throws on any bytes.

export interface TextEncodingSeen {
  /** `8-bit` is any code page with one byte a character, decoded here as Windows-1252. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | '8-bit';
  readonly bom: boolean;
}

export interface DecodedText {
  readonly text: string;
  readonly seen: TextEncodingSeen;
  /** A UTF-16 file with an odd number of bytes: the last byte is no character. */
  readonly cutMidCharacter: boolean;
}

const SNIFFED_BYTES = 2048;

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** UTF-16 without a mark: at least a third of the sniffed pairs have a zero in the same half, and none in the other. */
function sniffUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  let even = 0;
  let odd = 0;
  const length = Math.min(bytes.length, SNIFFED_BYTES) & ~1;
  if (length < 2) return undefined;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const enough = length / 6;
  if (odd > enough && even === 0) return 'utf-16le';
  if (even > enough && odd === 0) return 'utf-16be';
  return undefined;
}

export function detectEncoding(bytes: Uint8Array): TextEncodingSeen {
  if (startsWith(bytes, 0xff, 0xfe)) return { encoding: 'utf-16le', bom: true };
  if (startsWith(bytes, 0xfe, 0xff)) return { encoding: 'utf-16be', bom: true };
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', bom: true };
  const utf16 = sniffUtf16(bytes);
  if (utf16 !== undefined) return { encoding: utf16, bom: false };
  return { encoding: 'utf-8', bom: false };
}

function decodeUtf16(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): string {
  const whole = bytes.length % 2 === 0 ? bytes : bytes.subarray(0, bytes.length - 1);
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(whole);
  // The decoder replaces lone surrogates, which the registry stores as they are.
  return text.includes('\ufffd') ? decodeUnits(whole, label === 'utf-16le' ? 0 : 1) : text;
}

const UNITS_A_PIECE = 8192;

function decodeUnits(bytes: Uint8Array, low: 0 | 1): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += 2 * UNITS_A_PIECE) {
    const units: number[] = [];
    const end = Math.min(bytes.length, start + 2 * UNITS_A_PIECE);
    for (let at = start; at < end; at += 2) units.push((bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8));
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('');
}

// The 32 places where Windows-1252 differs from Latin-1. Our own table, because some versions of Node decode the label "windows-1252"
// as Latin-1.
const UPPER_CONTROLS = '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

const BYTES_A_PIECE = 1 << 20;

/** One byte a character, as Windows-1252. Total: every byte is a character. */
export function decode8Bit(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += BYTES_A_PIECE) {
    const piece = bytes.subarray(start, start + BYTES_A_PIECE);
    const units = new Uint8Array(2 * piece.length);
    for (let i = 0; i < piece.length; i++) {
      const byte = piece[i] ?? 0;
      const unit = byte >= 0x80 && byte < 0xa0 ? UPPER_CONTROLS.charCodeAt(byte - 0x80) : byte;
      units[2 * i] = unit & 0xff;
      units[2 * i + 1] = unit >>> 8;
    }
    pieces.push(decoder.decode(units));
  }
  return pieces.join('');
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // The standard's only error here is "these bytes are not UTF-8".
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The text as an editor shows it, without the mark. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const seen = detectEncoding(bytes);
  if (seen.encoding === 'utf-16le' || seen.encoding === 'utf-16be') {
    const body = seen.bom ? bytes.subarray(2) : bytes;
    return { text: decodeUtf16(body, seen.encoding), seen, cutMidCharacter: body.length % 2 !== 0 };
  }
  const body = seen.bom ? bytes.subarray(3) : bytes;
  const utf8 = decodeUtf8(body);
  if (utf8 !== undefined) return { text: utf8, seen, cutMidCharacter: false };
  return { text: decode8Bit(body), seen: { encoding: '8-bit', bom: seen.bom }, cutMidCharacter: false };
}

/** The text as Windows reads a registry file: UTF-16LE behind its mark, everything else one byte a character (Windows-1252 assumed). */
export function decodeAsWindows(bytes: Uint8Array): string {
  return startsWith(bytes, 0xff, 0xfe) ? decodeUtf16(bytes.subarray(2), 'utf-16le') : decode8Bit(bytes);
}

/** Offset of the first character above U+007F, or -1. */
export function firstNonAscii(text: string): number {
  return text.search(/[^\0-\x7f]/);
}
