// The verdict in one line, for a node of a tree: the state as a word, a sentence, and how bad it is. Green only for what was seen:
// a server whose NLA could not be told is not "ok".

import { message, type Message } from '../messages/message';
import type { Answer } from './answer';
import { refusesEverything, type ListenerState, type ListenerVerdict } from './verdict';
import { speakerOf } from './withoutRdp';

export type StatusLevel = 'ok' | 'warning' | 'error' | 'unknown';

export interface ListenerStatus {
  readonly state: ListenerState;
  readonly message: Message;
  readonly level: StatusLevel;
}

/** `port` is the port that was asked. */
export function listenerStatus(verdict: ListenerVerdict, port: number): ListenerStatus {
  const { state } = verdict;
  const answer = verdict.exchanges[0]?.answer;
  const failed = (text: Message): ListenerStatus => ({ state, message: text, level: 'error' });
  switch (state) {
    case 'rdp':
      return { state, ...rdpStatus(verdict) };
    case 'refused':
      return failed(message('listener.status.refused', port));
    case 'timeout':
      return failed(answer?.kind === 'timeout' ? message('listener.status.silent', port) : message('listener.status.timeout', port));
    case 'unreachable':
      return failed(message('listener.status.unreachable'));
    case 'unresolved':
      return failed(message('listener.status.unresolved'));
    case 'notRdp':
      return failed(strangerStatus(answer, port));
  }
}

function rdpStatus(verdict: ListenerVerdict): Omit<ListenerStatus, 'state'> {
  const nothing = refusesEverything(verdict.protocols);
  if (verdict.certificateMissing) return { message: message('listener.status.certificate'), level: nothing ? 'error' : 'warning' };
  if (nothing) return { message: message('listener.status.refusesAll'), level: 'error' };
  switch (verdict.nla) {
    case 'required':
      // Said by the server, and nothing more: CredSSP itself was not accepted.
      return { message: message('listener.status.required'), level: verdict.protocols.nla === true ? 'ok' : 'unknown' };
    case 'offered':
      return { message: message('listener.status.offered'), level: 'warning' };
    case 'notOffered':
      return { message: message('listener.status.notOffered'), level: 'warning' };
    case 'unknown':
      return { message: message('listener.status.unknown'), level: 'unknown' };
  }
}

function strangerStatus(answer: Answer | undefined, port: number): Message {
  if (answer?.kind === 'closed' || answer?.kind === 'disconnect') return message('listener.status.closed', port);
  if (answer?.kind === 'malformed' && answer.fault === 'cut') return message('listener.status.cut', port);
  const speaker = speakerOf(answer);
  return speaker === undefined ? message('listener.status.stranger', port) : message('listener.status.speaker', port, speaker);
}
