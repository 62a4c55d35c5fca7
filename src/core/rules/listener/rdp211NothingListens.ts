// The port refuses connections. From outside a refusal is the same whether nothing listens or a firewall rejects, so the finding says
// what a client meets and the page tells the two apart.

import { message } from '../../messages/message';
import type { Rule } from '../rule';
import { effectWeight } from './causeInside';

export const rdp211NothingListens: Rule = {
  code: 'RDP211',
  title: message('RDP211.title'),
  severity: 'error',
  symptom: 2,
  *check(statements) {
    const { listener } = statements;
    if (listener?.verdict.state !== 'refused') return;
    const { host, port } = listener.address;
    yield { message: message('RDP211.message', host, port), evidence: listener.evidence.connection, severity: effectWeight(statements) };
  },
};
