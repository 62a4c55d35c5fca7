// The certificates that listeners are bound to by SSLCertificateSHA1Hash, looked up among those a snapshot shows. Says nothing where the
// stores were not read whole: a certificate that was not seen may still be there. Bytes of another length are left to RDP304.

import type { Evidence } from '../../registry/observation';
import { hexText, valueType } from '../../registry/valueData';
import type { CertificateSeen } from '../../snapshot/certificatesSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import { effective } from '../settingRule';
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
  const readWhole = storesReadWhole(server);
  return statements.final('listener.certificateHash').flatMap((seen) => {
    const thumbprint = thumbprintOf(seen);
    if (thumbprint === undefined) return [];
    const certificate = section.data.certificates.find((other) => other.thumbprint.toUpperCase() === thumbprint);
    return certificate === undefined && !readWhole ? [] : [{ server, seen, thumbprint, certificate }];
  });
}

function thumbprintOf({ observation: { data } }: SettingSeen): string | undefined {
  const thumbprint = hexText(data.bytes).toUpperCase();
  return data.type === valueType.binary && data.bytes.length === LENGTH && thumbprint !== NONE ? thumbprint : undefined;
}

/** The certificate that one listener is bound to, whether or not a store has it. */
export function boundTo(statements: Statements, listener: string): { readonly thumbprint: string; readonly evidence: Evidence } | undefined {
  const seen = effective(statements, 'listener.certificateHash', listener);
  const thumbprint = seen === undefined ? undefined : thumbprintOf(seen);
  return seen === undefined || thumbprint === undefined ? undefined : { thumbprint, evidence: seen.observation.evidence };
}

/** Whether the stores of the machine were read whole; a missing right on a key hides no certificate. */
export function storesReadWhole({ snapshot: { sections } }: ServerSeen): boolean {
  return 'data' in sections.certificates && !sections.certificates.unseen.some(({ what }) => what.startsWith('certificates') && !what.includes('keyReadable'));
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
