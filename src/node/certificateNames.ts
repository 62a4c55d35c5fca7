// Names in a certificate: distinguished names (X.501) and the general names of RFC 5280, section 4.2.1.6. Somebody else chose every
// letter of them, so no control character and no mark of text direction gets out.

import { oneLine } from '../core/text/oneLine';
import { below, contextTag, encoded, oid, readDer, sequence, set, text, within, UnreadableDer, type Der } from './asn1';
import { renderIp } from '../core/listener/ipBytes';

/** As Windows abbreviates them. */
const abbreviations: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'S',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'T',
  '2.5.4.42': 'G',
  '2.5.4.43': 'I',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'E',
};

const COMMON_NAME = '2.5.4.3';
const LONGEST_VALUE = 256;
const LONGEST_NAME = 1024;

/** From the most specific part on, as Windows shows it: `CN=rds-07, O=Example`. */
export function distinguishedName(der: Der | undefined): string {
  const parts = sequence(der).map((part) => set(part).map(attribute).join(' + '));
  const name = parts.reverse().join(', ');
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

function attribute(der: Der): string {
  const [type, value] = sequence(der);
  const id = oid(type);
  if (value === undefined) throw new UnreadableDer('an attribute without a value');
  const characters = text(value);
  const shown = characters === undefined ? `#${hex(encoded(value).subarray(0, LONGEST_VALUE))}` : escaped(characters);
  return `${abbreviations[id] ?? `OID.${id}`}=${shown}`;
}

const encoder = new TextEncoder();
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const pairs = (character: string): string => Array.from(encoder.encode(character), (byte) => `\\${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** RFC 4514, section 2.4. Invisible characters are written as pairs of digits too, which it allows for any. */
function escaped(characters: string): string {
  const kept = characters.length > LONGEST_VALUE ? `${characters.slice(0, LONGEST_VALUE - 1)}…` : characters;
  return kept
    .replace(/["+,;<>\\]|^[ #]| $/g, (character) => `\\${character}`)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, pairs);
}

/** The most specific commonName, not escaped; null where there is none. */
export function commonNameOf(der: Der | undefined): string | null {
  const attributes = sequence(der).flatMap((part) => set(part));
  const named = attributes.filter((part) => oid(sequence(part)[0]) === COMMON_NAME).at(-1);
  const characters = named === undefined ? undefined : text(sequence(named)[1]);
  return characters === undefined ? null : shownAs(characters);
}

const shownAs = (characters: string): string => oneLine(characters, LONGEST_VALUE);
const ascii = (bytes: Uint8Array): string => shownAs(String.fromCharCode(...bytes));

/** The names of a SubjectAltName extension, each with the prefix of its kind. */
export function generalNames(extension: Uint8Array): readonly string[] {
  return sequence(readDer(extension)).map(generalName);
}

function generalName(der: Der): string {
  switch (contextTag(der)) {
    case 0:
      return `Other Name:${otherName(der)}`;
    case 1:
      return `email:${ascii(within(der))}`;
    case 2:
      return `DNS:${ascii(within(der))}`;
    case 3:
      return 'X400 Name';
    case 4:
      return `DirName:${distinguishedName(below(der)[0])}`;
    case 5:
      return 'EDI Party Name';
    case 6:
      return `URI:${ascii(within(der))}`;
    case 7:
      return `IP Address:${renderIp(within(der)) ?? `#${hex(within(der).subarray(0, 32))}`}`;
    case 8:
      return `Registered ID:${dotted(within(der))}`;
    case undefined:
    default:
      throw new UnreadableDer('no general name');
  }
}

/** Its kind, and its text where it is one: a user principal name is. */
function otherName(der: Der): string {
  const [type, value] = below(der);
  const characters = text(below(value)[0]);
  return characters === undefined ? oid(type) : `${oid(type)}=${shownAs(characters)}`;
}

const OBJECT_IDENTIFIER = 6;

/** An object identifier under another tag. */
function dotted(contents: Uint8Array): string {
  if (contents.length > 127) throw new UnreadableDer('an object identifier that is too long');
  return oid(readDer(Uint8Array.of(OBJECT_IDENTIFIER, contents.length, ...contents)));
}
