// Ports on loopback for servers that have to be told theirs.

import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const startTimeoutMs = 20_000;

/** A port that is free now and may not be in a moment: whoever starts a server on it tries again. */
export async function freePort(host: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error(`no port on ${host}`);
  return address.port;
}

/** True once a server takes connections, false where it ended before or takes too long. */
export async function accepts(host: string, port: number, isRunning: () => boolean): Promise<boolean> {
  const deadline = Date.now() + startTimeoutMs;
  while (isRunning() && Date.now() < deadline) {
    if (await connects(host, port)) return true;
    await pause(20);
  }
  return false;
}

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
