// The Connector of this machine: addresses, system errors as outcomes, cancelling, chunks that wait for their reader.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { networkInterfaces } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connected, Connection } from '../../src/core/ports';
import { clock } from '../../src/node/clock';
import { createConnector } from '../../src/node/sockets';
import { startLabServer, type LabServer } from '../lab/malformedServers';

const never = new AbortController().signal;
const connector = createConnector();

/** A port of loopback on which nothing listens: it was just given back. */
async function closedPort(): Promise<number> {
  const server = await startLabServer(() => undefined);
  await server.stop();
  return server.port;
}

function failure(connected: Connected): string {
  if (connected.kind !== 'connected') return `${connected.kind} ${connected.systemCode}`;
  connected.connection.close();
  return 'connected';
}

const hasIpv6 = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === '::1') === true);

describe('a connection', function () {
  this.timeout(30_000);

  it('to a port where nothing listens is refused, by name, IPv4 and IPv6', async () => {
    const port = await closedPort();
    for (const host of ['127.0.0.1', 'localhost', ...(hasIpv6 ? ['::1'] : [])]) {
      equal(failure(await connector.connect({ host, port }, 10_000, never)), 'refused ECONNREFUSED');
    }
  });

  it('names the address that refused', async () => {
    const connected = await createConnector(async () => ['127.0.0.1']).connect({ host: 'rds-07', port: await closedPort() }, 10_000, never);
    ok(connected.kind !== 'connected');
    equal(connected.address, '127.0.0.1');
  });

  it('to an address whose scope leads nowhere is unreachable', async () => {
    const outcome = failure(await connector.connect({ host: 'fe80::1%nowhere0', port: 3389 }, 10_000, never));
    ok(/^unreachable E[A-Z]+$/.test(outcome), outcome);
  });

  it('to a name that the system does not know is unresolved', async () => {
    const outcome = failure(await connector.connect({ host: 'no-such-host.invalid', port: 3389 }, 20_000, never));
    ok(/^unresolved (?:ENOTFOUND|EAI_AGAIN)$/.test(outcome), outcome);
  });

  it('does not wait for a resolver that does not answer', async () => {
    const stuck = createConnector(() => new Promise(() => undefined));
    equal(failure(await stuck.connect({ host: 'rds-07', port: 3389 }, 50, never)), 'unresolved ETIMEDOUT');
    const cancel = new AbortController();
    const connecting = stuck.connect({ host: 'rds-07', port: 3389 }, 60_000, cancel.signal);
    cancel.abort();
    equal((await connecting).kind, 'cancelled');
  });

  it('says that a name has no address, and takes any error of a resolver for that', async () => {
    equal(failure(await createConnector(async () => []).connect({ host: 'rds-07', port: 3389 }, 1000, never)), 'unresolved ENODATA');
    const broken = createConnector(() => Promise.reject(new Error('out of order')));
    equal(failure(await broken.connect({ host: 'rds-07', port: 3389 }, 1000, never)), 'unresolved UNKNOWN');
  });

  it('tries every address of a name and takes the first that answers', async () => {
    const server = await startLabServer(() => undefined);
    try {
      const several = createConnector(async () => ['::1', 'fe80::1%nowhere0', '127.0.0.1']);
      const connected = await several.connect({ host: 'rds-07', port: server.port }, 10_000, never);
      ok(connected.kind === 'connected');
      equal(connected.connection.remoteAddress, '127.0.0.1');
      connected.connection.close();
    } finally {
      await server.stop();
    }
  });

  it('to a name of which every address fails says the most telling: a refusal', async () => {
    const several = createConnector(async () => ['fe80::1%nowhere0', '127.0.0.1']);
    equal(failure(await several.connect({ host: 'rds-07', port: await closedPort() }, 10_000, never)), 'refused ECONNREFUSED');
  });

  it('is cancelled before it began, and as it begins', async () => {
    const server = await startLabServer(() => undefined);
    try {
      for (const early of [true, false]) {
        const cancel = new AbortController();
        if (early) cancel.abort();
        const connecting = connector.connect(server, 10_000, cancel.signal);
        cancel.abort();
        equal((await connecting).kind, 'cancelled');
      }
    } finally {
      await server.stop();
    }
  });
});

describe('what is received', function () {
  this.timeout(30_000);
  let server: LabServer;
  let connection: Connection;

  async function connectTo(behave: Parameters<typeof startLabServer>[0]): Promise<void> {
    server = await startLabServer(behave);
    const connected = await connector.connect(server, 10_000, never);
    ok(connected.kind === 'connected');
    connection = connected.connection;
  }

  afterEach(async () => {
    connection.close();
    await server.stop();
  });

  it('is what was written, then the close, in that order', async () => {
    await connectTo((socket) => socket.once('data', (bytes) => socket.end(Buffer.concat([Buffer.from('got '), bytes]))));
    connection.write(Buffer.from('this'));
    let text = '';
    for (;;) {
      const received = await connection.receive(10_000, never);
      if (received.kind !== 'data') {
        deepEqual(received, { kind: 'closed', reset: false });
        break;
      }
      text += Buffer.from(received.bytes).toString();
    }
    equal(text, 'got this');
    deepEqual(await connection.receive(10_000, never), { kind: 'closed', reset: false });
  });

  it('waits for its reader', async () => {
    await connectTo((socket) => void socket.write('first'));
    await pause(100);
    const received = await connection.receive(10_000, never);
    ok(received.kind === 'data');
    equal(Buffer.from(received.bytes).toString(), 'first');
    deepEqual(await connection.receive(20, never), { kind: 'timeout' });
  });

  it('is whole, however much it is', async () => {
    const size = 5_000_000;
    await connectTo((socket) => void socket.end(Buffer.alloc(size, 7)));
    await pause(100);
    let total = 0;
    for (;;) {
      const received = await connection.receive(10_000, never);
      if (received.kind !== 'data') break;
      total += received.bytes.length;
    }
    equal(total, size);
  });

  it('is a reset where the other side resets', async () => {
    await connectTo((socket) => socket.once('data', () => socket.resetAndDestroy()));
    connection.write(Buffer.from('x'));
    deepEqual(await connection.receive(10_000, never), { kind: 'closed', reset: true });
    connection.write(Buffer.from('nobody reads this'));
  });

  it('is not waited for once it is cancelled', async () => {
    await connectTo(() => undefined);
    const cancel = new AbortController();
    const receiving = connection.receive(60_000, cancel.signal);
    cancel.abort();
    deepEqual(await receiving, { kind: 'cancelled' });
    deepEqual(await connection.receive(60_000, cancel.signal), { kind: 'cancelled' });
  });
});

describe('the clock', () => {
  it('waits, and stops waiting when it is cancelled', async () => {
    const before = clock.now();
    await clock.wait(30, never);
    ok(clock.now() - before >= 20);
    const cancel = new AbortController();
    const waiting = clock.wait(600_000, cancel.signal);
    cancel.abort();
    await waiting;
    await clock.wait(600_000, cancel.signal);
  });
});
