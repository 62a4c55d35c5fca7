// The listener presents another certificate than the one the registry binds it to or, where it binds none, one that no store of the
// machine has: something in front ends TLS, another machine answers, or the binding waits for a restart. Silent where the bound one cannot
// be used: then Windows presents its own, and RDP313 to RDP316 say why. Source: Microsoft, listener certificate configurations.

import { message, type Message } from '../../messages/message';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import { answeringHost } from '../listener/answeringHost';
import { spokenTls } from '../listener/presented';
import type { Related, Rule } from '../rule';
import type { Statements } from '../statements';
import { askedListener } from './askedListener';
import { boundTo, hasFaultyCertificate, storesReadWhole } from './boundCertificate';

export const rdp330OtherCertificate: Rule = {
  code: 'RDP330',
  title: message('RDP330.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const { server } = statements;
    const spoken = spokenTls(statements);
    const shown = spoken?.tls.chain[0]?.sha1.toUpperCase();
    const name = askedListener(statements);
    if (server === undefined || spoken === undefined || shown === undefined || name === undefined) return;
    if (answeringHost(statements) !== undefined) return; // RDP225
    const said = disagreement(statements, server, shown, name);
    if (said !== undefined) yield { ...said, why: message('RDP330.why'), evidence: spoken.listener.evidence.certificateThumbprint, certainty: 'assumed' };
  },
};

interface Saying {
  readonly message: Message;
  readonly related?: readonly Related[];
}

function disagreement(statements: Statements, server: ServerSeen, shown: string, name: string): Saying | undefined {
  const bound = boundTo(statements, name);
  if (bound === undefined) return isInNoStore(server, shown) ? { message: message('RDP330.foreign', name, shown) } : undefined;
  if (bound.thumbprint === shown || hasFaultyCertificate(statements)) return undefined;
  return { message: message('RDP330.message', name, bound.thumbprint, shown), related: [{ message: message('certificate.boundHere'), evidence: bound.evidence }] };
}

/** Only where the stores were read whole, and are not empty: then Windows could not make its own (RDP317). */
function isInNoStore(server: ServerSeen, shown: string): boolean {
  const certificates = dataOf(server.snapshot.sections.certificates)?.certificates ?? [];
  return certificates.length > 0 && storesReadWhole(server) && !certificates.some(({ thumbprint }) => thumbprint.toUpperCase() === shown);
}
