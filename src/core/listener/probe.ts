// The check from outside: one question per connection, one connection after the other, within time-outs, cancellable at every wait.
// Sends Connection Requests and nothing else: no credentials, no login, no name of a user.

import { message } from '../messages/message';
import type { Clock, Connection, Connector, Progress } from '../ports';
import { hexText } from '../registry/valueData';
import { protocolText } from '../rdp/wireCodes';
import { fail, succeed, type Result } from '../result';
import { renderAddress, type ListenerAddress } from './address';
import { createAnswerReader, type Answer, type AnswerReader, type Exchange, type Question } from './answer';
import { nextQuestion } from './questions';
import { encodeTpkt } from './tpkt';
import { judge, type ListenerVerdict } from './verdict';
import { encodeConnectionRequest } from './x224';

export interface ProbePorts {
  readonly connector: Connector;
  readonly clock: Clock;
  readonly progress?: Progress;
}

/** All in milliseconds. The total covers everything; a step gets what is left of it at most. */
export interface ProbeOptions {
  readonly connectTimeoutMs: number;
  readonly answerTimeoutMs: number;
  readonly totalTimeoutMs: number;
}

/** How long a speaker of something else may take to finish its first line. */
const restOfLineMs = 300;

/** Asks until the verdict is decided or the questions or the time run out. The only failure is `cancelled`. */
export async function probeListener(
  address: ListenerAddress,
  ports: ProbePorts,
  signal: AbortSignal,
  options: ProbeOptions,
): Promise<Result<ListenerVerdict>> {
  const started = ports.clock.now();
  const deadline = started + options.totalTimeoutMs;
  const exchanges: Exchange[] = [];
  for (let question = nextQuestion(exchanges); question !== undefined; question = nextQuestion(exchanges)) {
    if (signal.aborted) return cancelled();
    if (exchanges.length > 0 && ports.clock.now() >= deadline) break;
    // Later questions go to the address that answered the first: a name may stand for several machines.
    const host = exchanges[0]?.remoteAddress ?? address.host;
    ports.progress?.phase(message('listener.phase.asking', renderAddress(address), protocolText(question.requestedProtocols ?? 0)));
    const exchange = await ask({ host, port: address.port }, question, { ports, options, deadline, signal });
    if (exchange === undefined) return cancelled();
    exchanges.push(exchange);
  }
  return succeed(judge(address, exchanges, elapsed(ports.clock, started)));
}

interface Run {
  readonly ports: ProbePorts;
  readonly options: ProbeOptions;
  readonly deadline: number;
  readonly signal: AbortSignal;
}

/** One connection, one question; undefined where it was cancelled. */
async function ask(target: ListenerAddress, question: Question, run: Run): Promise<Exchange | undefined> {
  const { clock, connector } = run.ports;
  const started = clock.now();
  const connected = await connector.connect(target, stepTime(run, run.options.connectTimeoutMs), run.signal);
  const connectMs = elapsed(clock, started);
  if (connected.kind === 'cancelled') return undefined;
  if (connected.kind !== 'connected') {
    const answer: Answer = { kind: 'notConnected', failure: connected.kind, systemCode: connected.systemCode };
    return { question, answer, sent: '', received: '', remoteAddress: connected.address ?? null, connectMs, answerMs: null };
  }
  const { connection } = connected;
  const sent = requestBytes(question);
  const reader = createAnswerReader();
  const asked = clock.now();
  try {
    connection.write(sent);
    const answer = await receiveAnswer(connection, reader, run);
    if (answer === undefined) return undefined;
    const { remoteAddress } = connection;
    const answerMs = elapsed(clock, asked);
    return { question, answer, sent: hexText(sent), received: hexText(reader.received), remoteAddress, connectMs, answerMs };
  } finally {
    connection.close();
  }
}

async function receiveAnswer(connection: Connection, reader: AnswerReader, run: Run): Promise<Answer | undefined> {
  // One deadline for the whole answer: a byte now and then must not keep the check alive.
  const now = (): number => run.ports.clock.now();
  let deadline = now() + stepTime(run, run.options.answerTimeoutMs);
  let other = false;
  for (;;) {
    const received = await connection.receive(Math.max(0, deadline - now()), run.signal);
    if (received.kind === 'cancelled') return undefined;
    if (received.kind !== 'data') return reader.end(received);
    const answer = reader.push(received.bytes);
    if (answer !== undefined) return answer;
    if (!other && reader.speaksOther) {
      other = true;
      deadline = Math.min(deadline, now() + restOfLineMs);
    }
    if (now() >= deadline) return reader.end({ kind: 'timeout' });
  }
}

function requestBytes(question: Question): Uint8Array {
  const negotiation = question.requestedProtocols === null ? null : { flags: 0, requestedProtocols: question.requestedProtocols };
  return encodeTpkt(encodeConnectionRequest({ cookie: null, negotiation }));
}

function stepTime(run: Run, stepMs: number): number {
  return Math.max(1, Math.min(stepMs, run.deadline - run.ports.clock.now()));
}

function elapsed(clock: Clock, since: number): number {
  // The clock of the wall can be set back.
  return Math.max(0, Math.round(clock.now() - since));
}

function cancelled(): Result<never> {
  return fail({ code: 'cancelled', message: message('failure.cancelled'), remedy: message('failure.cancelled.remedy'), retry: true });
}
