// The certificate that the listener presents has extended key usages and Server Authentication is not among them: clients that check it
// turn away. What the registry binds and a store holds is told by RDP316. Source: RFC 5280 4.2.1.12.

import { isForServers } from '../../listener/certificateJudgement';
import { message } from '../../messages/message';
import { isToldInside, presented } from '../listener/presented';
import type { Rule } from '../rule';

export const rdp331PresentedPurpose: Rule = {
  code: 'RDP331',
  title: message('RDP331.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const shown = presented(statements);
    if (shown === undefined || isForServers(shown.facts) || isToldInside(statements, shown.certificate)) return;
    yield { message: message('RDP331.message', shown.facts.subject), evidence: shown.listener.evidence.certificatePurpose };
  },
};
