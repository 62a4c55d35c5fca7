// TCP connections for core's Connector, and the only file that may import node:net. The addresses of a name are tried as in RFC 8305:
// one after the other with a head start for the earlier, the first that connects wins. Node's own version of that is switched off,
// because its attempts give up after 250 ms, which is less than a slow line needs.

import { connect as openSocket, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Connected, ConnectFailure, Connector, ConnectTarget, Received, Resolved } from '../core/ports';
import { addressesOf, resolveBySystem, systemCodeOf, type Resolve } from './addresses';
import { onAbort } from './onAbort';
import { createConnection } from './streamConnection';

export type NotConnected = Exclude<Connected, { readonly kind: 'connected' }>;

interface OpenSocket {
  readonly kind: 'connected';
  readonly socket: Socket;
  readonly address: string;
  /** For a connection that was cut before anyone could look. */
  readonly ended?: Received;
}

type Addresses = Extract<Resolved, { readonly kind: 'resolved' }>['addresses'];

const headStartMs = 300;

// Every code that is not listed is the own system or a router saying no: EHOSTUNREACH, ENETUNREACH, EACCES, EINVAL (a blackhole
// route), EAFNOSUPPORT and whatever else a platform has.
const bySystemCode: ReadonlyMap<string, ConnectFailure> = new Map([
  ['ECONNREFUSED', 'refused'],
  ['ETIMEDOUT', 'timeout'],
]);

// Of several addresses that failed, the most telling: a refusal proves that a machine is there, silence may be one.
const mostTelling: readonly ConnectFailure[] = ['refused', 'timeout', 'unreachable'];

/** Connections of this machine. Names are resolved by the system unless `resolve` says otherwise. */
export function createConnector(resolve: Resolve = resolveBySystem): Connector {
  return {
    async connect(target, timeoutMs, signal) {
      const opened = await open(target, resolve, timeoutMs, signal);
      if (opened.kind !== 'connected') return opened;
      return { kind: 'connected', connection: createConnection(opened.socket, opened.address, opened.ended) };
    },
  };
}

/** A connection as a stream, for a protocol that a library speaks. Its errors are the library's to hear. */
export async function openStream(
  target: ConnectTarget,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<{ readonly kind: 'connected'; readonly stream: Duplex } | NotConnected> {
  const opened = await open(target, resolveBySystem, timeoutMs, signal);
  if (opened.kind !== 'connected') return opened;
  if (opened.ended !== undefined) return { kind: 'refused', systemCode: 'ECONNRESET', address: opened.address };
  return { kind: 'connected', stream: opened.socket };
}

async function open(target: ConnectTarget, resolve: Resolve, timeoutMs: number, signal: AbortSignal): Promise<OpenSocket | NotConnected> {
  const started = Date.now();
  const resolved = await addressesOf(target.host, resolve, timeoutMs, signal);
  if (resolved.kind !== 'resolved') return resolved;
  // Aborted while that was on its way here: nobody would hear of it below.
  if (signal.aborted) return { kind: 'cancelled', systemCode: 'ABORT_ERR' };
  const left = Math.max(1, timeoutMs - (Date.now() - started));
  return connectToFirst(resolved.addresses, target.port, left, signal);
}

function connectToFirst(addresses: Addresses, port: number, timeoutMs: number, signal: AbortSignal): Promise<OpenSocket | NotConnected> {
  return new Promise((settle) => {
    const untried = [...addresses];
    const trying = new Set<Socket>();
    const failures: NotConnected[] = [];
    let headStart: NodeJS.Timeout | undefined;

    const finish = (outcome: OpenSocket | NotConnected): void => {
      clearTimeout(headStart);
      clearTimeout(timer);
      unheard();
      untried.length = 0;
      for (const socket of trying) socket.destroy();
      trying.clear();
      settle(outcome);
    };
    const cancel = (): void => finish({ kind: 'cancelled', systemCode: 'ABORT_ERR' });
    const giveUp = (): void => finish(mostTellingOf([...failures, { kind: 'timeout', systemCode: 'ETIMEDOUT', address: addresses[0] }]));
    const tryNext = (): void => {
      clearTimeout(headStart);
      const address = untried.shift();
      if (address === undefined) {
        if (trying.size === 0) finish(mostTellingOf(failures));
        return;
      }
      const socket = openSocket({ host: address, port, autoSelectFamily: false, noDelay: true });
      trying.add(socket);
      socket.once('connect', () => {
        if (trying.delete(socket)) finish({ kind: 'connected', socket, address });
      });
      socket.once('error', (error) => {
        if (!trying.delete(socket)) return;
        const systemCode = systemCodeOf(error);
        // A refusal is ECONNREFUSED. This is a connection that came about and was reset before anyone could look.
        if (systemCode === 'ECONNRESET') {
          finish({ kind: 'connected', socket, address, ended: { kind: 'closed', reset: true } });
          return;
        }
        failures.push({ kind: bySystemCode.get(systemCode) ?? 'unreachable', systemCode, address });
        tryNext();
      });
      if (untried.length > 0) headStart = setTimeout(tryNext, headStartMs);
    };

    const timer = setTimeout(giveUp, timeoutMs);
    const unheard = onAbort(signal, cancel);
    tryNext();
  });
}

function mostTellingOf(failures: readonly NotConnected[]): NotConnected {
  for (const kind of mostTelling) {
    const failure = failures.find((candidate) => candidate.kind === kind);
    if (failure !== undefined) return failure;
  }
  return { kind: 'unresolved', systemCode: 'ENODATA' };
}
