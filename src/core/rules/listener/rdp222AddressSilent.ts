// The name has several addresses, and not all of them answer as RDP: a client that picks another address than this check waits or is
// turned away. One that cannot be reached from here says little, because this machine may lack IPv6 where clients have it.

import { isConfirm, type Answer } from '../../listener/answer';
import type { AddressAnswer } from '../../listener/verdictDetails';
import { message } from '../../messages/message';
import type { Rule } from '../rule';

export const rdp222AddressSilent: Rule = {
  code: 'RDP222',
  title: message('RDP222.title'),
  severity: 'warning',
  symptom: 2,
  *check({ listener }) {
    if (listener?.verdict.state !== 'rdp') return;
    const { verdict, address, evidence } = listener;
    const others = verdict.addresses.filter(({ answer }) => !isConfirm(answer));
    const far = others.filter(({ answer }) => isUnreachable(answer));
    const silent = others.filter(({ answer }) => !isUnreachable(answer));
    if (silent.length > 0) yield { message: message('RDP222.message', address.host, address.port, listed(silent)), why: message('RDP222.why'), evidence: evidence.addresses };
    if (far.length > 0) yield { message: message('RDP222.unreachable', address.host, listed(far)), evidence: evidence.addresses, severity: 'information' };
  },
};

function isUnreachable(answer: Answer): boolean {
  return answer.kind === 'notConnected' && answer.failure === 'unreachable';
}

function listed(addresses: readonly AddressAnswer[]): string {
  return addresses.map(({ address }) => address).join(', ');
}
