// Reading of DER (X.690), in our own words: the one file that says them in the library's. What is read comes from a machine that nobody
// vouches for, so everything is bounded, and a piece that is not what was expected is an UnreadableDer for whoever asked for the whole.

import { fromBER, BaseStringBlock, BitString, BmpString, Constructed, GeneralizedTime, Integer, ObjectIdentifier, OctetString, Primitive, Sequence, Set as SetOf, UTCTime, type BaseBlock } from 'asn1js';

export type Der = BaseBlock;

/** The bytes are not what the standard says they are. Never leaves the reading of one certificate. */
export class UnreadableDer extends Error {}

const limits = {
  maxDepth: 24,
  maxNodes: 10_000,
  // What an OCTET STRING or a BIT STRING holds is read when it is asked for, by readDer again.
  parseEmbedded: false,
  copyInput: false,
};

/** One value and nothing behind it. */
export function readDer(bytes: Uint8Array): Der {
  const { offset, result } = fromBER(bytes, limits);
  if (offset !== bytes.length) throw new UnreadableDer(result.error);
  return result;
}

/** The parts of a SEQUENCE. */
export function sequence(der: Der | undefined): readonly Der[] {
  if (der instanceof Sequence) return der.valueBlock.value;
  throw new UnreadableDer('no sequence');
}

/** The parts of a SET. */
export function set(der: Der | undefined): readonly Der[] {
  if (der instanceof SetOf) return der.valueBlock.value;
  throw new UnreadableDer('no set');
}

const LONGEST_OID = 64;

/** Dotted decimal. */
export function oid(der: Der | undefined): string {
  if (der instanceof ObjectIdentifier && der.blockLength <= LONGEST_OID) return der.getValue();
  throw new UnreadableDer('no object identifier');
}

export function isOid(der: Der | undefined): boolean {
  return der instanceof ObjectIdentifier;
}

/** How many bits the absolute value of a positive INTEGER has. */
export function bitsOf(der: Der | undefined): number {
  if (!(der instanceof Integer)) throw new UnreadableDer('no integer');
  const bytes = der.valueBlock.valueHexView;
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24;
}

/** What an OCTET STRING holds, in one piece: DER has no other. */
export function octets(der: Der | undefined): Uint8Array {
  if (der instanceof OctetString && !der.idBlock.isConstructed) return der.valueBlock.valueHexView;
  throw new UnreadableDer('no octet string');
}

/** What a BIT STRING of whole bytes holds. */
export function wholeBytes(der: Der | undefined): Uint8Array {
  if (der instanceof BitString && !der.idBlock.isConstructed && der.valueBlock.unusedBits === 0) return der.valueBlock.valueHexView;
  throw new UnreadableDer('no bit string of whole bytes');
}

/** The characters of any of the string types; undefined for what is none. T.61 is taken for Latin-1, as everybody does. */
export function text(der: Der | undefined): string | undefined {
  if (!(der instanceof BaseStringBlock)) return undefined;
  const value = der.getValue();
  // Half a pair of surrogates can stand in a BMPString, and nowhere else afterwards.
  return der instanceof BmpString ? value.replace(/\p{Cs}/gu, '\ufffd') : value;
}

/** The number of a context-specific tag; undefined for another class. */
export function contextTag(der: Der | undefined): number | undefined {
  return der !== undefined && der.idBlock.tagClass === CONTEXT_SPECIFIC ? der.idBlock.tagNumber : undefined;
}

const CONTEXT_SPECIFIC = 3;

/** What stands below a constructed tag that is not universal. */
export function below(der: Der | undefined): readonly Der[] {
  if (der instanceof Constructed) return der.valueBlock.value;
  throw new UnreadableDer('not constructed');
}

/** What a primitive tag that is not universal holds. */
export function within(der: Der | undefined): Uint8Array {
  if (der instanceof Primitive) return der.valueBlock.valueHexView;
  throw new UnreadableDer('not primitive');
}

/** The value as it was sent. */
export function encoded(der: Der): Uint8Array {
  return der.valueBeforeDecodeView;
}

/**
 * A Time of RFC 5280 (section 4.1.2.5) as ISO 8601. The library's own dates are not used: it takes what is no time for the year 0, and the
 * thirtieth of February for a day in March.
 */
export function time(der: Der | undefined): string {
  if (!(der instanceof UTCTime)) throw new UnreadableDer('no time');
  const characters = String.fromCharCode(...der.valueBlock.valueHexView.subarray(0, LONGEST_TIME));
  // The one is a kind of the other in the library. Old certificates leave out the seconds.
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?Z$/.exec(der instanceof GeneralizedTime ? characters : century(characters));
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00'] = match ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  const at = Date.parse(iso);
  if (Number.isNaN(at) || `${new Date(at).toISOString().slice(0, 19)}Z` !== iso) throw new UnreadableDer('no time');
  return iso;
}

const LONGEST_TIME = 32;

const century = (characters: string): string => `${Number(characters.slice(0, 2)) >= 50 ? '19' : '20'}${characters}`;
