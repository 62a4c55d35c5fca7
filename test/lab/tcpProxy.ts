// A TCP proxy on loopback that makes a line bad (slow, narrow, cut after so many bytes) or lets it come from another address.

import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';

export interface Line {
  /** The local address that the server sees us come from. */
  readonly from?: string;
  /** Each way. */
  readonly delayMs?: number;
  readonly bytesPerSecond?: number;
  /** Counted from the server to us; then both sides are cut off. */
  readonly dropAfter?: number;
  /** From then on nothing passes, and nobody is told. */
  readonly silentAfter?: number;
  /** Sees all bytes, of both ways. */
  readonly watch?: (bytes: Buffer) => void;
}

export interface Proxy {
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

function slow({ delayMs = 0, bytesPerSecond }: Line): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const sendMs = bytesPerSecond === undefined ? 0 : (chunk.length / bytesPerSecond) * 1000;
      setTimeout(() => this.push(chunk), delayMs + sendMs);
      setTimeout(done, sendMs);
    },
    flush(done) {
      setTimeout(done, delayMs + 1);
    },
  });
}

export async function startProxy(target: { readonly host: string; readonly port: number }, line: Line): Promise<Proxy> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ ...target, ...(line.from === undefined ? {} : { localAddress: line.from }) });
    const cut = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', cut);
      socket.on('close', () => open.delete(socket));
      if (line.watch !== undefined) socket.on('data', line.watch);
    }
    near.pipe(slow(line)).pipe(far);
    const passed = { bytes: 0 };
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        passed.bytes += chunk.length;
        if (line.silentAfter !== undefined && passed.bytes > line.silentAfter) return; // never done: nothing follows
        if (line.dropAfter !== undefined && passed.bytes > line.dropAfter) cut();
        else done(null, chunk);
      },
    });
    far.pipe(count).pipe(slow(line)).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    host: '127.0.0.1',
    port: address.port,
    stop: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
