// The connections of one check met different certificates, or answers with different flags or references: several machines stand behind the address.
// That is how a load balancer looks, so it is information; a certificate that was changed between two connections looks the same.

import { isConfirm } from '../../listener/answer';
import type { ListenerVerdict } from '../../listener/verdict';
import { message } from '../../messages/message';
import type { Rule } from '../rule';

export const rdp223SeveralMachines: Rule = {
  code: 'RDP223',
  title: message('RDP223.title'),
  severity: 'information',
  symptom: 2,
  *check({ listener }) {
    if (listener?.verdict.state !== 'rdp') return;
    const { address, verdict, evidence } = listener;
    const others = verdict.tls?.otherCertificates.length ?? 0;
    if (others > 0) yield { message: message('RDP223.certificates', address.host, others + 1), why: message('RDP223.why'), evidence: evidence.otherCertificates, certainty: 'assumed' };
    else if (differ(verdict)) yield { message: message('RDP223.flags', address.host), why: message('RDP223.why'), evidence: evidence.answer, certainty: 'assumed' };
  },
};

/** Of the Confirms of one address: no server was seen to change them between two questions. Flags may depend on the protocol that was selected. */
function differ({ exchanges, remoteAddress }: ListenerVerdict): boolean {
  const answers = exchanges.filter((exchange) => exchange.remoteAddress === remoteAddress).map(({ answer }) => answer);
  const selections = answers.filter((answer) => answer.kind === 'selected');
  const differing = selections.some((one) => selections.some((other) => one.selectedProtocol === other.selectedProtocol && one.flags !== other.flags));
  const references = new Set(answers.flatMap((answer) => (isConfirm(answer) ? answer.sourceReference : [])));
  return differing || references.size > 1;
}
