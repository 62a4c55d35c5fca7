// One signal for as many waits as somebody begins at once: no warning of a leak, and nothing left on it afterwards.

import { deepEqual, equal } from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { clock } from '../../src/node/clock';
import { onAbort } from '../../src/node/onAbort';
import { runProgram } from '../../src/node/processes';
import { createConnector } from '../../src/node/sockets';

const MANY = 50;
const all = <T>(start: () => Promise<T>): readonly Promise<T>[] => Array.from({ length: MANY }, start);

describe('one signal for many', function () {
  this.timeout(60_000);
  const warnings: string[] = [];
  const note = (warning: Error): void => void warnings.push(warning.message);
  const sockets: Socket[] = [];
  let server: Server | undefined;

  before(async () => {
    process.on('warning', note);
    server = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  });

  after(() => {
    process.off('warning', note);
    for (const socket of sockets) socket.destroy();
    server?.close();
  });

  const portOf = (): number => {
    const address = server?.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  };

  it('can be waited on by fifty connections, their answers, clocks and programs without a warning', async () => {
    const stop = new AbortController();
    const target = { host: '127.0.0.1', port: portOf() };
    const connected = await Promise.all(all(() => createConnector().connect(target, 20_000, stop.signal)));
    deepEqual(new Set(connected.map(({ kind }) => kind)), new Set(['connected']));
    equal(getEventListeners(stop.signal, 'abort').length, 0);
    const answers = connected.flatMap((one) => (one.kind === 'connected' ? [one.connection.receive(20_000, stop.signal)] : []));
    const clocks = all(() => clock.wait(20_000, stop.signal));
    const run = { file: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], input: new Uint8Array(), timeoutMs: 20_000, mostBytes: 10 };
    const programs = Array.from({ length: 12 }, () => runProgram(run, stop.signal));
    equal(getEventListeners(stop.signal, 'abort').length, MANY + MANY + 12);
    stop.abort();
    deepEqual(new Set((await Promise.all(answers)).map(({ kind }) => kind)), new Set(['cancelled']));
    await Promise.all(clocks);
    deepEqual(new Set((await Promise.all(programs)).map((result) => (result.ok ? 'ended' : result.failure.code))), new Set(['cancelled']));
    for (const one of connected) if (one.kind === 'connected') one.connection.close();
    await turn(); // warnings are told in the next one
    deepEqual(warnings, []);
  });

  it('is heard once, and not by whoever took that back', () => {
    const stop = new AbortController();
    const heard: string[] = [];
    onAbort(stop.signal, () => heard.push('stays'));
    onAbort(stop.signal, () => heard.push('leaves'))();
    stop.abort();
    stop.abort();
    deepEqual(heard, ['stays']);
  });
});
