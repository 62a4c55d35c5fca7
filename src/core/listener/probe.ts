// The check from outside: one question per connection, one connection after the other, within time-outs, cancellable at every wait. What a
// check may cost a server stands in manner.ts. Sends no credentials, no name of a user, and never logs in.

import { message } from '../messages/message';
import type { DatagramExchange, DatagramReply, Progress, Resolver } from '../ports';
import { protocolText } from '../rdp/wireCodes';
import { fail, succeed, type Result } from '../result';
import { renderAddress, type ListenerAddress } from './address';
import { isConfirm, isCutShort, type Exchange, type Question } from './answer';
import { ask, elapsed, sayHello, serverNameOf, timeLeft, type AskPorts, type Run } from './ask';
import type { UdpAnswer } from './datagram';
import { mostConnections, pauseOf, type ProbeManner } from './probeManner';
import { nextQuestion, questionNames } from './questions';
import { encodeUdpSyn, readUdpSynAck, udpSynRandom } from './udpSyn';
import { judge, type ListenerVerdict } from './verdict';
import type { AddressAnswer } from './verdictDetails';

export interface ProbePorts extends AskPorts {
  readonly resolver: Resolver;
  readonly datagrams: DatagramExchange;
  readonly progress?: Progress;
}

/** All in milliseconds. The total covers everything; a step gets what is left of it at most. */
export interface ProbeTimes {
  readonly connectTimeoutMs: number;
  readonly answerTimeoutMs: number;
  readonly totalTimeoutMs: number;
}

export interface ProbeOptions extends ProbeTimes, Omit<ProbeManner, 'stepTimeoutMs'> {}

/** Asks until everything is asked, or the connections or the time run out. The only failure is `cancelled`. */
export async function probeListener(address: ListenerAddress, ports: ProbePorts, signal: AbortSignal, options: ProbeOptions): Promise<Result<ListenerVerdict>> {
  const started = ports.clock.now();
  const check = createCheck(address, ports, signal, options);
  const exchanges = await check.askAll();
  if (exchanges === undefined) return cancelled();
  const further = options.mode === 'full' ? await check.lookBeside(exchanges) : {};
  if (further === undefined || signal.aborted) return cancelled();
  return succeed(judge(address, exchanges, { ...further, routingToken: options.routingToken, outOfTime: check.outOfTime(), durationMs: elapsed(ports.clock, started) }));
}

interface Besides {
  readonly udp?: UdpAnswer;
  readonly addresses?: readonly AddressAnswer[];
  readonly direct?: Exchange | null;
}

interface Check {
  /** Undefined where it was cancelled, like the others. */
  askAll(): Promise<readonly Exchange[] | undefined>;
  lookBeside(exchanges: readonly Exchange[]): Promise<Besides | undefined>;
  outOfTime(): boolean;
}

function createCheck(address: ListenerAddress, ports: ProbePorts, signal: AbortSignal, options: ProbeOptions): Check {
  const { mode, connectTimeoutMs, answerTimeoutMs, totalTimeoutMs, routingToken } = options;
  const pauseMs = pauseOf(mode, options.pauseMs);
  const { clock, resolver, datagrams, progress } = ports;
  const deadline = clock.now() + totalTimeoutMs;
  const run: Run = { ports, signal, deadline, connectTimeoutMs, answerTimeoutMs, routingToken, serverName: serverNameOf(address) };
  const where = renderAddress(address);
  let used = 0;
  let late = false;

  /** False where there is no connection, or no time, left for another one. */
  const mayAskMore = async (): Promise<boolean> => {
    if (used >= mostConnections[mode]) return false;
    if (used > 0 && pauseMs > 0) await clock.wait(Math.min(pauseMs, Math.max(0, deadline - clock.now())), signal);
    if (used > 0 && clock.now() >= deadline) {
      late = true;
      return false;
    }
    used++;
    return true;
  };

  async function askAll(): Promise<readonly Exchange[] | undefined> {
    const exchanges: Exchange[] = [];
    for (let question = nextQuestion(exchanges, options); question !== undefined; question = nextQuestion(exchanges, options)) {
      if (signal.aborted) return undefined;
      if (!(await mayAskMore())) break;
      // Later questions go to the address that answered the first: a name may stand for several machines.
      const host = exchanges[0]?.remoteAddress ?? address.host;
      progress?.phase(message('listener.phase.asking', where, protocolText(question.requestedProtocols ?? 0)));
      const exchange = await ask({ host, port: address.port }, question, run);
      if (exchange === undefined) return undefined;
      exchanges.push(exchange);
    }
    return exchanges;
  }

  /** TLS from the first byte: what hangs up on RDP, or answers with an alert, may be waiting for that. */
  async function askDirectly(first: Exchange): Promise<Exchange | null | undefined> {
    const { answer, remoteAddress } = first;
    const alerts = answer.kind === 'other' && answer.banner.kind === 'tlsAlert';
    if (!(alerts || isCutShort(answer) || answer.kind === 'timeout') || !(await mayAskMore())) return null;
    progress?.phase(message('listener.phase.tlsFirst', where));
    const connected = await ports.connector.connect({ host: remoteAddress ?? address.host, port: address.port }, timeLeft(run, connectTimeoutMs), signal);
    if (connected.kind === 'cancelled') return undefined;
    if (connected.kind !== 'connected') return null;
    try {
      const further = await sayHello(connected.connection, 'TLSv1.2', new Uint8Array(0), run);
      return further === 'cancelled' ? undefined : { ...first, further };
    } finally {
      connected.connection.close();
    }
  }

  async function askUdp(remoteAddress: string): Promise<UdpAnswer | undefined> {
    progress?.phase(message('listener.phase.udp', where));
    const reply = await datagrams.exchange({ host: remoteAddress, port: address.port }, encodeUdpSyn(ports.random.bytes(udpSynRandom)), timeLeft(run, UDP_MS), signal);
    return udpAnswerOf(reply);
  }

  async function askOthers(talkedTo: string | null): Promise<readonly AddressAnswer[] | undefined> {
    const resolved = await resolver.addresses(address.host, timeLeft(run, connectTimeoutMs), signal);
    if (resolved.kind === 'cancelled') return undefined;
    const others: AddressAnswer[] = [];
    for (const host of resolved.kind === 'resolved' ? resolved.addresses : []) {
      if (host === talkedTo || !(await mayAskMore())) continue;
      progress?.phase(message('listener.phase.otherAddress', where, host));
      const exchange = await ask({ host, port: address.port }, firstQuestion, run);
      if (exchange === undefined) return undefined;
      others.push({ address: host, answer: exchange.answer });
    }
    return others;
  }

  return {
    askAll,
    async lookBeside(exchanges) {
      const [first] = exchanges;
      if (first === undefined) return {};
      const isRdp = exchanges.some(({ answer }) => isConfirm(answer));
      const direct = isRdp ? null : await askDirectly(first);
      if (direct === undefined) return undefined;
      let udp: UdpAnswer | undefined;
      if (isRdp && first.remoteAddress !== null && (await mayAskMore())) {
        udp = await askUdp(first.remoteAddress);
        if (udp === undefined) return undefined;
      }
      const addresses = await askOthers(first.remoteAddress);
      return addresses === undefined ? undefined : { direct, addresses, ...(udp === undefined ? {} : { udp }) };
    },
    outOfTime: () => late || clock.now() >= deadline,
  };
}

function udpAnswerOf(reply: DatagramReply): UdpAnswer | undefined {
  switch (reply.kind) {
    case 'cancelled':
      return undefined;
    case 'data':
      return readUdpSynAck(reply.bytes);
    case 'refused':
      return { kind: 'closed' };
    case 'timeout':
      return { kind: 'silent' };
    case 'unreachable':
      return reply;
  }
}

/** What there is of UDP answers at once; a server without it, or a firewall, says nothing. */
const UDP_MS = 1000;

const firstQuestion: Question = { requestedProtocols: questionNames.tlsOrCredssp, tls: null, nativeMethods: null };

function cancelled(): Result<never> {
  return fail({ code: 'cancelled', message: message('failure.cancelled'), remedy: message('failure.cancelled.remedy'), retry: true });
}
