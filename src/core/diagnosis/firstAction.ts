// What an admin does first: one sentence for the finding that weighs most, and its code, whose page has the rest. One table, so that
// the sentence and the code cannot be about different findings.

import type { ListenerAddress } from '../listener/address';
import { isCutShort } from '../listener/answer';
import type { ListenerVerdict } from '../listener/verdict';
import { firstActions } from './firstActions';
import { nameHasNoAddress } from '../listener/withoutRdp';
import { message, type Message } from '../messages/message';
import type { Finding, RuleCode } from '../rules/rule';

export interface FirstAction {
  readonly text: Message;
  readonly code: RuleCode;
}

type Sentence = (address: ListenerAddress, verdict: ListenerVerdict) => Message;

const sentences: Readonly<Partial<Record<RuleCode, Sentence>>> = {
  RDP211: ({ port }) => message('listener.first.refused', port),
  RDP212: noAnswer,
  RDP213: ({ port }, { exchanges }) =>
    isCutShort(exchanges[0]?.answer) ? message('listener.first.closes', port) : message('listener.first.notRdp', port),
  RDP214: () => message('listener.first.certificate'),
  RDP215: () => message('listener.first.refusesAll'),
  RDP501: () => message('listener.first.nla'),
  RDP502: () => message('listener.first.tls'),
};

/** `findings` in the order of their weight; hints and information are nothing to do first. */
export function firstAction(findings: readonly Finding[], outside: { readonly address: ListenerAddress; readonly verdict: ListenerVerdict } | undefined): FirstAction | undefined {
  for (const finding of findings) {
    const { code } = finding;
    const text = firstActions[code]?.(finding) ?? (outside === undefined ? undefined : sentences[code]?.(outside.address, outside.verdict));
    if (text !== undefined) return { text, code };
  }
  return undefined;
}

function noAnswer({ host, port }: ListenerAddress, { state, exchanges }: ListenerVerdict): Message {
  const answer = exchanges[0]?.answer;
  if (state === 'unreachable') return message('listener.first.unreachable', host);
  if (state === 'unresolved') return nameHasNoAddress(answer) ? message('listener.first.unresolved', host) : message('listener.first.notResolved', host);
  return answer?.kind === 'timeout' ? message('listener.first.silent', port) : message('listener.first.timeout', port);
}
