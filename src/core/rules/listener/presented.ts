// What the rules about a certificate that a listener presented share: the one it answered with, where it could be read, and its name in
// a sentence. Trust is not judged: no chain is built here, and a client asks about a self-signed certificate whatever else is right.

import type { CertificateFacts, PresentedCertificate } from '../../listener/certificate';
import type { ListenerSeen } from '../../listener/seen';
import { boundCertificates } from '../security/boundCertificate';
import type { Statements } from '../statements';

export interface Presented {
  readonly listener: ListenerSeen;
  readonly certificate: PresentedCertificate;
  readonly facts: CertificateFacts;
}

export function presented({ listener }: Statements): Presented | undefined {
  const certificate = listener?.verdict.tls?.chain[0];
  return listener === undefined || certificate === undefined || certificate.facts === null ? undefined : { listener, certificate, facts: certificate.facts };
}

/** Whether it is one that the registry binds and a store of the machine holds: its dates and its purpose are told there (RDP314, RDP316). */
export function isToldInside(statements: Statements, { sha1 }: PresentedCertificate): boolean {
  return boundCertificates(statements).some(({ thumbprint, certificate }) => certificate !== undefined && thumbprint === sha1.toUpperCase());
}
