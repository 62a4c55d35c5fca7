// A stream of bytes as core's Connection: what arrives waits for its reader, within a limit, and the end comes after it. The stream is a
// TCP socket or TLS over one.

import type { Duplex } from 'node:stream';
import type { Connection, Received } from '../core/ports';
import { onAbort } from './onAbort';
import { openTls } from './tlsStream';

/** Beyond this many unread bytes the sender is made to wait. */
const mostBuffered = 64 * 1024;

/** `alreadyEnded` for a stream whose end was reported before this. */
export function createConnection(stream: Duplex, remoteAddress: string, alreadyEnded?: Received): Connection {
  const unread: Uint8Array[] = [];
  let buffered = 0;
  let ended = alreadyEnded ?? (stream.destroyed ? ({ kind: 'closed', reset: true } as const) : undefined);
  let wake: (() => void) | undefined;

  const end = (reset: boolean): void => {
    ended ??= { kind: 'closed', reset };
    wake?.();
  };
  const keep = (chunk: Uint8Array): void => {
    unread.push(chunk);
    buffered += chunk.length;
    if (buffered >= mostBuffered) stream.pause();
    wake?.();
  };
  stream.on('data', keep);
  stream.on('end', () => end(false));
  // A connection that fails after it came about was cut by the other side or on the way.
  stream.on('error', () => end(true));
  stream.on('close', () => end(false));

  const take = (): Received | undefined => {
    const bytes = unread.shift();
    if (bytes === undefined) return ended;
    buffered -= bytes.length;
    if (buffered < mostBuffered) stream.resume();
    return { kind: 'data', bytes };
  };

  return {
    remoteAddress,
    write(bytes) {
      stream.write(bytes);
    },
    receive: (timeoutMs, signal) =>
      new Promise((settle) => {
        const finish = (received: Received): void => {
          clearTimeout(timer);
          unheard();
          wake = undefined;
          settle(received);
        };
        const cancel = (): void => finish({ kind: 'cancelled' });
        const look = (): void => {
          const received = take();
          if (received !== undefined) finish(received);
        };
        const timer = setTimeout(() => finish({ kind: 'timeout' }), timeoutMs);
        const unheard = onAbort(signal, cancel);
        if (signal.aborted) {
          cancel();
          return;
        }
        wake = look;
        look();
      }),
    async secure(options, timeoutMs, signal) {
      if (ended !== undefined) return { kind: 'failed', systemCode: 'ECONNRESET' };
      end(false);
      stream.off('data', keep);
      stream.pause();
      // In TLS the client speaks first. Not left to the library: one of them drops what was read before it, and waits.
      if (unread.length > 0) {
        stream.destroy();
        return { kind: 'failed', systemCode: 'EPROTO' };
      }
      const opened = await openTls(stream, options, timeoutMs, signal);
      if (opened.kind !== 'secured') return opened;
      const { stream: secured, ...rest } = opened;
      return { ...rest, connection: createConnection(secured, remoteAddress) };
    },
    close() {
      stream.destroy();
    },
  };
}
