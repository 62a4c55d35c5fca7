// The listener selects TLS or CredSSP, and then no version of TLS can be had: what came was no TLS, every version was refused, or the library
// of the runtime failed where our own hello got nothing either. Clients that ask for either are cut off. Where it takes RDP security as well, older clients get in: a warning. Silence proves nothing.

import type { ListenerVerdict } from '../../listener/verdict';
import type { Unreadable } from '../../listener/verdictDetails';
import { message } from '../../messages/message';
import type { Rule } from '../rule';

export const rdp332TlsFails: Rule = {
  code: 'RDP332',
  title: message('RDP332.title'),
  severity: 'error',
  symptom: 3,
  *check({ listener }) {
    if (listener === undefined || !fails(listener.verdict)) return;
    const { verdict, address, evidence } = listener;
    yield {
      message: message('RDP332.message', address.host),
      why: message('RDP332.why'),
      evidence: evidence.tlsVersions,
      ...(verdict.protocols.rdp === true ? { severity: 'warning' as const } : {}),
    };
  },
};

// These are no refusal of a version: nothing that comes after them is TLS.
const broken: readonly (Unreadable | null)[] = ['notTls', 'malformed'];

function fails({ protocols, tls, exchanges }: ListenerVerdict): boolean {
  if (tls === null || tls.versions.length > 0 || tls.unreadable === null || (protocols.tls !== true && protocols.nla !== true)) return false;
  if (tls.unreadable === 'timeout' || tls.unreadable === 'encrypted') return false;
  const shaken = exchanges.some(({ further }) => further?.kind === 'handshake' && further.outcome.kind === 'failed');
  return shaken || broken.includes(tls.unreadable) || (tls.refused.includes('TLSv1.2') && tls.refused.includes('TLSv1.3'));
}
