// What the listener answers is not what the registry says: another process, a gateway or proxy in front, or settings that wait for the
// service to start again. Only for the port of this listener, and never while it lacks a certificate: what works then is not what is set.

import { message, type Message } from '../../messages/message';
import type { ListenerVerdict } from '../../listener/verdict';
import type { Rule } from '../rule';
import { effectiveNumber } from '../settingRule';
import type { Statements } from '../statements';
import { askedListener } from './askedListener';

const [RDP_SECURITY, TLS] = [0, 2];

export const rdp321WireDisagrees: Rule = {
  code: 'RDP321',
  title: message('RDP321.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const { server, listener } = statements;
    if (server === undefined || listener?.verdict.state !== 'rdp' || listener.verdict.certificateMissing) return;
    const name = askedListener(statements);
    if (name === undefined) return;
    for (const said of disagreements(statements, name, listener.verdict)) {
      yield { message: said, why: message('RDP321.why'), evidence: server.evidence('outside'), certainty: 'assumed' };
    }
  },
};

function disagreements(statements: Statements, listener: string, { nla, protocols }: ListenerVerdict): readonly Message[] {
  const layer = effectiveNumber(statements, 'listener.securityLayer', listener);
  const required = effectiveNumber(statements, 'listener.userAuthentication', listener);
  return [
    // Without TLS there is no NLA whatever its value says (RDP303).
    ...(required === 1 && layer !== RDP_SECURITY && (nla === 'offered' || nla === 'notOffered') ? [message('RDP321.nlaMissing')] : []),
    ...(required === 0 && nla === 'required' ? [message('RDP321.nlaRequired')] : []),
    ...(layer === TLS && protocols.rdp === true ? [message('RDP321.rdpTaken')] : []),
    ...(layer === RDP_SECURITY && protocols.tls === true ? [message('RDP321.tlsTaken')] : []),
  ];
}
