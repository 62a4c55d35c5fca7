// No answer to be had: the name is unknown, no route, no reply, or a connection and then silence. Each has its own wording and its own
// line of evidence, because each sends the admin somewhere else.

import { message } from '../../messages/message';
import type { ListenerSeen } from '../../listener/seen';
import { nameHasNoAddress } from '../../listener/withoutRdp';
import type { Found, Rule } from '../rule';
import { effectWeight } from './causeInside';

export const rdp212NoAnswer: Rule = {
  code: 'RDP212',
  title: message('RDP212.title'),
  severity: 'error',
  symptom: 2,
  *check(statements) {
    const { listener } = statements;
    const found = listener === undefined ? undefined : noAnswer(listener);
    if (found !== undefined) yield { ...found, severity: effectWeight(statements) };
  },
};

function noAnswer({ address: { host, port }, verdict, evidence }: ListenerSeen): Found | undefined {
  switch (verdict.state) {
    case 'unresolved':
      return {
        message: nameHasNoAddress(verdict.exchanges[0]?.answer) ? message('RDP212.unresolved', host) : message('RDP212.notResolved', host),
        evidence: evidence.address,
      };
    case 'unreachable':
      return { message: message('RDP212.unreachable', host), evidence: evidence.connection };
    case 'timeout':
      return verdict.exchanges[0]?.answer.kind === 'timeout'
        ? { message: message('RDP212.silent', host, port), evidence: evidence.answer }
        : { message: message('RDP212.timeout', host, port), evidence: evidence.connection };
    case 'rdp':
    case 'refused':
    case 'notRdp':
      return undefined;
  }
}
