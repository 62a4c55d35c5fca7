// What an admin does first, given the verdict from outside. One sentence; the page of the finding's code has the rest.

import type { ListenerAddress } from '../listener/address';
import { refusesEverything, type ListenerVerdict } from '../listener/verdict';
import { message, type Message } from '../messages/message';

export function firstAction({ host, port }: ListenerAddress, verdict: ListenerVerdict): Message {
  const answer = verdict.exchanges[0]?.answer;
  switch (verdict.state) {
    case 'refused':
      return message('listener.first.refused', port);
    case 'timeout':
      return answer?.kind === 'timeout' ? message('listener.first.silent', port) : message('listener.first.timeout', port);
    case 'unreachable':
      return message('listener.first.unreachable', host);
    case 'unresolved':
      return message('listener.first.unresolved', host);
    case 'notRdp':
      return answer?.kind === 'closed' || answer?.kind === 'disconnect'
        ? message('listener.first.closes', port)
        : message('listener.first.notRdp', port);
    case 'rdp':
      if (verdict.certificateMissing) return message('listener.first.certificate');
      return refusesEverything(verdict.protocols) ? message('listener.first.refusesAll') : message('listener.first.nla');
  }
}
