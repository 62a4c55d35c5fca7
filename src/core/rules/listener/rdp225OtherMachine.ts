// Who answers names itself in an NTLM challenge, and it is not the machine that was looked at from within (answeringHost.ts). A computer that
// was renamed may still answer by its old name until it restarts, hence assumed.

import { message } from '../../messages/message';
import type { Rule } from '../rule';
import { answeringHost } from './answeringHost';

export const rdp225OtherMachine: Rule = {
  code: 'RDP225',
  title: message('RDP225.title'),
  severity: 'warning',
  symptom: 2,
  *check(statements) {
    const other = answeringHost(statements);
    if (statements.listener === undefined || other === undefined) return;
    yield { message: other.message, why: message('RDP225.why'), evidence: statements.listener.evidence[other.fact], certainty: 'assumed' };
  },
};
