// One UDP datagram and its answer, for core's DatagramExchange, and the only file that may import node:dgram. The socket is connected: then
// the system says when a router or the other side sent ICMP port unreachable, and takes nothing from anyone else. Windows keeps the ICMP
// message to itself, so a closed port is silent there.

import { createSocket } from 'node:dgram';
import { isIpv6 } from '../core/listener/ipAddress';
import type { DatagramExchange, DatagramReply } from '../core/ports';
import { addressesOf, resolveBySystem, systemCodeOf, type Resolve } from './addresses';
import { onAbort } from './onAbort';

/** Of a name with several addresses the first is asked: where nobody answers, nothing tells which would. */
export function createDatagrams(resolve: Resolve = resolveBySystem): DatagramExchange {
  return {
    async exchange({ host, port }, bytes, timeoutMs, signal) {
      const started = Date.now();
      const resolved = await addressesOf(host, resolve, timeoutMs, signal);
      if (resolved.kind !== 'resolved') {
        const { kind, systemCode } = resolved;
        return kind === 'cancelled' ? { kind } : { kind: 'unreachable', systemCode };
      }
      // Aborted while that was on its way here: nobody would hear of it below.
      if (signal.aborted) return { kind: 'cancelled' };
      const left = Math.max(1, timeoutMs - (Date.now() - started));
      return exchangeWith(resolved.addresses[0], port, bytes, left, signal);
    },
  };
}

function exchangeWith(address: string, port: number, bytes: Uint8Array, timeoutMs: number, signal: AbortSignal): Promise<DatagramReply> {
  return new Promise((settle) => {
    const socket = createSocket(isIpv6(address) ? 'udp6' : 'udp4');
    const state = { settled: false };
    const finish = (reply: DatagramReply): void => {
      if (state.settled) return;
      state.settled = true;
      clearTimeout(timer);
      unheard();
      socket.close();
      settle(reply);
    };
    const fail = (error: Error): void => {
      const systemCode = systemCodeOf(error);
      finish(systemCode === 'ECONNREFUSED' ? { kind: 'refused' } : { kind: 'unreachable', systemCode });
    };
    const timer = setTimeout(() => finish({ kind: 'timeout' }), timeoutMs);
    const unheard = onAbort(signal, () => finish({ kind: 'cancelled' }));
    socket.on('error', fail);
    socket.once('message', (message) => finish({ kind: 'data', bytes: message }));
    socket.once('connect', () => {
      if (state.settled) return;
      socket.send(bytes, (error) => {
        if (error instanceof Error) fail(error);
      });
    });
    // Without a callback, which would hear of the failure in place of 'error'.
    socket.connect(port, address);
  });
}
