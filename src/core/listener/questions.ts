// Which question to ask next. At most three connections, fewer where the answers already decide: the first asks for TLS or CredSSP,
// what nearly every client of today asks; the others ask alone for what is still open. Pure: the probe only carries it out.

import { protocol } from '../rdp/wireCodes';
import { isConfirm, type Exchange, type Question } from './answer';
import { protocolFact, type ProtocolName } from './protocolFacts';

export const mostQuestions = 3;

const alone: Readonly<Record<ProtocolName, number>> = {
  nla: protocol.PROTOCOL_HYBRID,
  tls: protocol.PROTOCOL_SSL,
  rdp: protocol.PROTOCOL_RDP,
};

/** The next question after these exchanges; undefined when nothing more is worth a connection. */
export function nextQuestion(exchanges: readonly Exchange[]): Question | undefined {
  const last = exchanges.at(-1);
  if (last === undefined) return { requestedProtocols: protocol.PROTOCOL_SSL | protocol.PROTOCOL_HYBRID };
  if (exchanges.length >= mostQuestions) return undefined;
  // A close may be how this server refuses a protocol, so it is asked again; silence and other voices stay what they are.
  const closes = last.answer.kind === 'closed' || last.answer.kind === 'disconnect';
  if (!closes && !isConfirm(last.answer)) return undefined;
  // What is open is asked in the order of what matters; a server that has only closed so far is asked for the oldest first.
  const names: readonly ProtocolName[] = exchanges.some(({ answer }) => isConfirm(answer)) ? ['nla', 'tls', 'rdp'] : ['rdp', 'tls'];
  const wanted = names.find((name) => isOpen(name, exchanges));
  return wanted === undefined ? undefined : { requestedProtocols: alone[wanted] };
}

function isOpen(name: ProtocolName, exchanges: readonly Exchange[]): boolean {
  const asked = exchanges.some(({ question }) => question.requestedProtocols === alone[name]);
  return !asked && protocolFact(name, exchanges).accepted === null;
}
