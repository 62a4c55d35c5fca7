// The facts of a certificate from its DER (RFC 5280, section 4.1): the same under every library of the runtime, of which some refuse weak
// keys and old algorithms, the very thing to be told about. Signatures are not verified: whom to trust is not decided here.

import type { CertificateFacts } from '../core/listener/certificate';
import { below, contextTag, encoded, octets, oid, readDer, sequence, time, UnreadableDer, type Der } from './asn1';
import { keyFacts, signatureName } from './certificateKeys';
import { commonNameOf, distinguishedName, generalNames } from './certificateNames';

const MOST_BYTES = 65_536;
const SUBJECT_ALT_NAME = '2.5.29.17';
const EXTENDED_KEY_USAGE = '2.5.29.37';

/** For a server, for anything, and for a listener of Remote Desktop: the purpose that templates for it are made with. */
const serverPurposes: readonly string[] = ['1.3.6.1.5.5.7.3.1', '2.5.29.37.0', '1.3.6.1.4.1.311.54.1.2'];

/** Null where the bytes are no certificate, in any respect. */
export function readCertificateFacts(der: Uint8Array): CertificateFacts | null {
  if (der.length > MOST_BYTES) return null;
  try {
    return factsOf(readDer(der));
  } catch {
    // Whatever a library makes of hostile bytes: a listener must not be able to end a check with them.
    return null;
  }
}

function factsOf(certificate: Der): CertificateFacts {
  const [body, algorithm] = sequence(certificate);
  const fields = sequence(body);
  // The version comes first where it is not 1.
  const [, , issuer, validity, subject, key, ...optional] = contextTag(fields[0]) === 0 ? fields.slice(1) : fields;
  if (issuer === undefined || subject === undefined) throw new UnreadableDer('no names');
  const [notBefore, notAfter] = sequence(validity);
  const extensions = extensionsOf(optional.find((field) => contextTag(field) === 3));
  const alternative = extensions.get(SUBJECT_ALT_NAME);
  const purposes = extensions.get(EXTENDED_KEY_USAGE);
  return {
    subject: distinguishedName(subject),
    issuer: distinguishedName(issuer),
    commonName: commonNameOf(subject),
    subjectAltNames: alternative === undefined ? [] : generalNames(alternative),
    notBefore: time(notBefore),
    notAfter: time(notAfter),
    signatureAlgorithm: signatureName(algorithm),
    ...keyFacts(key),
    selfSigned: Buffer.compare(encoded(subject), encoded(issuer)) === 0,
    serverAuthentication: purposes === undefined ? null : sequence(readDer(purposes)).some((purpose) => serverPurposes.includes(oid(purpose))),
  };
}

/** What each extension holds, by its object identifier. */
function extensionsOf(field: Der | undefined): ReadonlyMap<string, Uint8Array> {
  if (field === undefined) return new Map();
  return new Map(
    sequence(below(field)[0]).map((extension) => {
      const parts = sequence(extension);
      return [oid(parts[0]), octets(parts.at(-1))];
    }),
  );
}
