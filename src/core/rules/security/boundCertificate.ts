// The certificates that listeners are bound to by SSLCertificateSHA1Hash, looked up among those a snapshot shows. Says nothing where the
// stores were not read whole: a certificate that was not seen may still be there. Bytes of another length are left to RDP304.

import { hexText, valueType } from '../../registry/valueData';
import type { CertificateSeen } from '../../snapshot/certificatesSeen';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { SettingSeen, Statements } from '../statements';

export interface BoundCertificate {
  readonly server: ServerSeen;
  readonly seen: SettingSeen;
  /** Upper-case hexadecimal. */
  readonly thumbprint: string;
  /** Undefined where no store of the machine has it. */
  readonly certificate: CertificateSeen | undefined;
}

const LENGTH = 20;
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
