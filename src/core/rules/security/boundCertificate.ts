// The certificates that listeners are bound to by SSLCertificateSHA1Hash, looked up among those a snapshot shows. Says nothing where the
// stores were not read whole: a certificate that was not seen may still be there. Bytes of another length are left to RDP304.

import { hexText, valueType } from '../../registry/valueData';
import type { CertificateSeen } from '../../snapshot/certificatesSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { SettingSeen, Statements } from '../statements';

/** Not usable, expiring, expired, not for servers, key not readable: what Windows logs about a bound certificate. */
export const certificateEvents = [1051, 1052, 1053, 1054, 1055];

export interface BoundCertificate {
  readonly server: ServerSeen;
  readonly seen: SettingSeen;
  /** Upper-case hexadecimal. */
  readonly thumbprint: string;
  /** Undefined where no store of the machine has it. */
  readonly certificate: CertificateSeen | undefined;
}

const LENGTH = 20;
const DAY = 86_400_000;
const SOON_DAYS = 30;
const NONE = '0'.repeat(LENGTH * 2);

export function boundCertificates(statements: Statements): readonly BoundCertificate[] {
  const { server } = statements;
  if (server === undefined) return [];
  const section = server.snapshot.sections.certificates;
  if ('failure' in section) return [];
  const readWhole = !section.unseen.some(({ what }) => what.startsWith('certificates') && !what.includes('keyReadable'));
  return statements.final('listener.certificateHash').flatMap((seen) => {
    const { data } = seen.observation;
    const thumbprint = hexText(data.bytes).toUpperCase();
    if (data.type !== valueType.binary || data.bytes.length !== LENGTH || thumbprint === NONE) return [];
    const certificate = section.data.certificates.find((other) => other.thumbprint.toUpperCase() === thumbprint);
    return certificate === undefined && !readWhole ? [] : [{ server, seen, thumbprint, certificate }];
  });
}

/** By the clock of the server, which decides; warned of thirty days ahead. */
export function datesOf({ notBefore, notAfter }: CertificateSeen, { snapshot }: ServerSeen): 'expired' | 'early' | 'soon' | 'valid' {
  const clock = Date.parse(dataOf(snapshot.sections.host)?.clock ?? snapshot.collection.at);
  const left = Date.parse(notAfter) - clock;
  if (left <= 0) return 'expired';
  if (Date.parse(notBefore) > clock) return 'early';
  return left < SOON_DAYS * DAY ? 'soon' : 'valid';
}

/** Whether one of the rules about a bound certificate (RDP313 to RDP316) has something to say, and with it the events about it. */
export function hasFaultyCertificate(statements: Statements): boolean {
  return boundCertificates(statements).some(({ server, certificate }) => {
    if (certificate === undefined || !certificate.hasPrivateKey) return true;
    return certificate.keyReadable === false || certificate.serverAuthentication === false || datesOf(certificate, server) !== 'valid';
  });
}
