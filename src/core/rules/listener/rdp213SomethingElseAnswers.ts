// The port takes connections and what comes back is not RDP. A port that closes, before an answer or in the middle of one, may still be
// Remote Desktop in trouble, so that wording claims no other program.

import { message, type Message } from '../../messages/message';
import type { ListenerSeen } from '../../listener/seen';
import { speakerOf } from '../../listener/withoutRdp';
import type { Rule } from '../rule';
import { effectWeight } from './causeInside';

export const rdp213SomethingElseAnswers: Rule = {
  code: 'RDP213',
  title: message('RDP213.title'),
  severity: 'error',
  symptom: 2,
  *check(statements) {
    const { listener } = statements;
    if (listener?.verdict.state !== 'notRdp') return;
    yield { message: whatAnswers(listener), evidence: listener.evidence.answer, severity: effectWeight(statements) };
  },
};

function whatAnswers({ address: { host, port }, verdict }: ListenerSeen): Message {
  const answer = verdict.exchanges[0]?.answer;
  if (answer?.kind === 'closed' || answer?.kind === 'disconnect') return message('RDP213.closes', host, port);
  if (answer?.kind === 'malformed' && answer.fault === 'cut') return message('RDP213.cut', host, port);
  const speaker = speakerOf(answer);
  return speaker === undefined ? message('RDP213.message', host, port) : message('RDP213.speaker', host, port, speaker);
}
