// The verdict as the command line prints it and other programs read it. A contract: fields are added, never renamed or removed.

import type { Message } from '../messages/message';
import type { Exchange } from './answer';
import type { ListenerState, ListenerVerdict, NlaVerdict } from './verdict';

export interface ListenerJson {
  readonly state: ListenerState;
  readonly detail: string;
  readonly protocols: { readonly rdp: boolean | null; readonly tls: boolean | null; readonly nla: boolean | null };
  readonly nla: NlaVerdict;
  readonly certificateMissing: boolean;
  readonly remoteAddress: string | null;
  readonly durationMs: number;
  readonly exchanges: readonly Exchange[];
}

/** `say` puts a message into words. */
export function listenerJson(verdict: ListenerVerdict, say: (message: Message) => string): ListenerJson {
  const { state, detail, protocols, nla, certificateMissing, remoteAddress, durationMs, exchanges } = verdict;
  return {
    state,
    detail: say(detail),
    protocols: { rdp: protocols.rdp, tls: protocols.tls, nla: protocols.nla },
    nla,
    certificateMissing,
    remoteAddress,
    durationMs,
    exchanges,
  };
}
