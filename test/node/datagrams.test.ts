// One datagram and its answer on real sockets: answered, refused, silent, answered by another, nowhere to send it.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import { createDatagrams } from '../../src/node/datagrams';
import { random } from '../../src/node/random';
import { needsSystem } from '../needs';

const never = new AbortController().signal;
const datagrams = createDatagrams();
const hasIpv6 = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === '::1') === true);
const loopback = ['127.0.0.1', ...(hasIpv6 ? ['::1'] : [])];

interface UdpServer {
  readonly port: number;
  readonly received: Uint8Array[];
  stop(): Promise<void>;
}

async function startUdpServer(host: string, answer: (socket: Socket, bytes: Uint8Array, from: RemoteInfo) => void): Promise<UdpServer> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  const received: Uint8Array[] = [];
  socket.on('message', (bytes, from) => {
    received.push(bytes);
    answer(socket, bytes, from);
  });
  await new Promise<void>((resolve) => socket.bind(0, host, resolve));
  const stop = (): Promise<void> => new Promise((resolve) => socket.close(() => resolve()));
  return { port: socket.address().port, received, stop };
}

describe('a datagram', function () {
  this.timeout(30_000);
  const bytes = random.bytes(1232);

  for (const host of loopback) {
    it(`to ${host} brings the first answer, whole`, async () => {
      const server = await startUdpServer(host, (socket, request, { port, address }) => {
        socket.send(Buffer.from(request).reverse(), port, address, () => socket.send('another', port, address));
      });
      try {
        const reply = await datagrams.exchange({ host, port: server.port }, bytes, 10_000, never);
        ok(reply.kind === 'data', reply.kind);
        deepEqual(Buffer.from(reply.bytes), Buffer.from(bytes).reverse());
        deepEqual(server.received.map((each) => Buffer.from(each)), [Buffer.from(bytes)]);
      } finally {
        await server.stop();
      }
    });

    it(`to a port of ${host} that nobody has is refused`, async function () {
      needsSystem(this, 'Unix');
      const server = await startUdpServer(host, () => undefined);
      await server.stop();
      deepEqual(await datagrams.exchange({ host, port: server.port }, bytes, 10_000, never), { kind: 'refused' });
    });
  }

  it('is not answered by somebody else', async () => {
    const other = createSocket('udp4');
    await new Promise<void>((resolve) => other.bind(0, '127.0.0.1', resolve));
    const server = await startUdpServer('127.0.0.1', (_socket, _request, { port, address }) => other.send('forged', port, address));
    try {
      deepEqual(await datagrams.exchange({ host: '127.0.0.1', port: server.port }, bytes, 200, never), { kind: 'timeout' });
      equal(server.received.length, 1);
    } finally {
      other.close();
      await server.stop();
    }
  });

  it('goes to the first address of a name', async () => {
    const server = await startUdpServer('127.0.0.1', (socket, _request, { port, address }) => socket.send('here', port, address));
    try {
      const named = createDatagrams(async () => ['127.0.0.1', '192.0.2.7']);
      const reply = await named.exchange({ host: 'rds-07', port: server.port }, bytes, 10_000, never);
      ok(reply.kind === 'data', reply.kind);
      equal(Buffer.from(reply.bytes).toString(), 'here');
    } finally {
      await server.stop();
    }
  });

  it('that cannot be sent says the word of the system', async () => {
    const nowhere = await datagrams.exchange({ host: 'fe80::1%nowhere0', port: 3389 }, bytes, 10_000, never);
    ok(nowhere.kind === 'unreachable', nowhere.kind);
    match(nowhere.systemCode, /^E[A-Z]+$/);
    const unnamed = await createDatagrams(async () => []).exchange({ host: 'rds-07', port: 3389 }, bytes, 10_000, never);
    deepEqual(unnamed, { kind: 'unreachable', systemCode: 'ENODATA' });
  });

  it('is not waited for beyond the time, nor once it is cancelled', async () => {
    const server = await startUdpServer('127.0.0.1', () => undefined);
    try {
      const target = { host: '127.0.0.1', port: server.port };
      deepEqual(await datagrams.exchange(target, bytes, 30, never), { kind: 'timeout' });
      const cancel = new AbortController();
      const asking = datagrams.exchange(target, bytes, 60_000, cancel.signal);
      cancel.abort();
      deepEqual(await asking, { kind: 'cancelled' });
      deepEqual(await datagrams.exchange(target, bytes, 60_000, cancel.signal), { kind: 'cancelled' });
    } finally {
      await server.stop();
    }
  });
});

describe('random bytes', () => {
  it('are as many as asked for, and others each time', () => {
    const [first, second] = [random.bytes(96), random.bytes(96)];
    deepEqual([first.length, second.length], [96, 96]);
    ok(!Buffer.from(first).equals(second));
  });
});
