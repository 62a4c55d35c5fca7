// What the rules about TLS and the certificate of a listener share: only what RDP selected counts, not what another program says there.
// Trust is not judged: no chain is built here, and a client asks about a self-signed certificate whatever else is right.

import type { CertificateFacts, PresentedCertificate } from '../../listener/certificate';
import type { ListenerSeen } from '../../listener/seen';
import type { TlsSeen } from '../../listener/verdictDetails';
import { boundCertificates } from '../security/boundCertificate';
import type { Statements } from '../statements';

export interface SpokenTls {
  readonly listener: ListenerSeen;
  readonly tls: TlsSeen;
}

export function spokenTls({ listener }: Statements): SpokenTls | undefined {
  const tls = listener?.verdict.tls ?? null;
  return listener?.verdict.state !== 'rdp' || tls === null ? undefined : { listener, tls };
}

export interface Presented {
  readonly listener: ListenerSeen;
  readonly certificate: PresentedCertificate;
  readonly facts: CertificateFacts;
}

export function presented(statements: Statements): Presented | undefined {
  const spoken = spokenTls(statements);
  const certificate = spoken?.tls.chain[0];
  return spoken === undefined || certificate === undefined || certificate.facts === null ? undefined : { listener: spoken.listener, certificate, facts: certificate.facts };
}

/** Whether it is one that the registry binds and a store of the machine holds: its dates and its purpose are told there (RDP314, RDP316). */
export function isToldInside(statements: Statements, { sha1 }: PresentedCertificate): boolean {
  return boundCertificates(statements).some(({ thumbprint, certificate }) => certificate !== undefined && thumbprint === sha1.toUpperCase());
}
