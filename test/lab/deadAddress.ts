// An address that takes no connection and does not refuse one either, as a firewall makes it: a server that accepts nothing and whose queue
// is full. Linux leaves further SYNs unanswered then.

import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

export interface DeadAddress {
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

// A thread that waits runs no event loop, and without one nobody accepts.
const blocked = `
const { parentPort, workerData } = require('node:worker_threads');
const server = require('node:net').createServer();
server.listen({ host: workerData.host, port: 0, backlog: 1 }, () => {
  parentPort.postMessage(server.address().port);
  Atomics.wait(workerData.stopped, 0, 0);
  process.exit();
});
`;

const mostFillers = 16;
/** A connection on loopback is there at once or never. */
const acceptsWithinMs = 300;

export async function startDeadAddress(host: string): Promise<DeadAddress> {
  const stopped = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(blocked, { eval: true, workerData: { host, stopped } });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const fillers: Socket[] = [];
  const stop = async (): Promise<void> => {
    for (const socket of fillers) socket.destroy();
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    Atomics.store(stopped, 0, 1);
    Atomics.notify(stopped, 0);
    await ended;
  };
  while (fillers.length < mostFillers) {
    const socket = connect({ host, port });
    socket.on('error', () => socket.destroy());
    fillers.push(socket);
    const connected = await Promise.race([new Promise<boolean>((resolve) => socket.once('connect', () => resolve(true))), pause(acceptsWithinMs, false)]);
    if (!connected) return { host, port, stop };
  }
  await stop();
  throw new Error(`${host}:${String(port)} goes on taking connections`);
}
