// One check over real sockets, as the doors make it, and one question of it.

import { createAnswerReader, type Answer } from '../../src/core/listener/answer';
import { usualManner } from '../../src/core/listener/probeManner';
import { probeListener, type ProbeOptions, type ProbePorts } from '../../src/core/listener/probe';
import { encodeTpkt } from '../../src/core/listener/tpkt';
import type { ListenerVerdict } from '../../src/core/listener/verdict';
import { encodeConnectionRequest } from '../../src/core/listener/x224';
import { english } from '../../src/core/messages/english';
import { createListenerPorts } from '../../src/node/listenerPorts';
import { createConnector } from '../../src/node/sockets';

/** Far above what loopback needs: only a server that does not answer may reach them. */
export const patient: ProbeOptions = { connectTimeoutMs: 10_000, answerTimeoutMs: 10_000, totalTimeoutMs: 30_000, ...usualManner };

/** Everything that can be asked before a login. */
export const fully: ProbeOptions = { ...patient, totalTimeoutMs: 60_000, mode: 'full' };

/** That, and who the host is. */
export const askingHost: ProbeOptions = { ...fully, askHost: true };

export async function checkOf(
  host: string,
  port: number,
  options: ProbeOptions = patient,
  ports: ProbePorts = createListenerPorts(),
): Promise<ListenerVerdict> {
  const checked = await probeListener({ host, port }, ports, new AbortController().signal, options);
  if (!checked.ok) throw new Error(english(checked.failure.message));
  return checked.value;
}

/** What a real server says to one Connection Request; null asks without negotiation data. */
export async function answerTo(host: string, port: number, requestedProtocols: number | null): Promise<Answer> {
  const { signal } = new AbortController();
  const connected = await createConnector().connect({ host, port }, patient.connectTimeoutMs, signal);
  if (connected.kind !== 'connected') throw new Error(`no connection to ${host}:${String(port)}: ${connected.kind}`);
  const { connection } = connected;
  try {
    const negotiation = requestedProtocols === null ? null : { flags: 0, requestedProtocols };
    connection.write(encodeTpkt(encodeConnectionRequest({ cookie: null, negotiation })));
    const reader = createAnswerReader();
    for (;;) {
      const received = await connection.receive(patient.answerTimeoutMs, signal);
      if (received.kind === 'cancelled') throw new Error('cancelled by nobody');
      const answer = received.kind === 'data' ? reader.push(received.bytes) : reader.end(received);
      if (answer !== undefined) return answer;
    }
  } finally {
    connection.close();
  }
}
