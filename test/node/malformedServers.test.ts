// Servers that misbehave in every way we know: a verdict within the time-out, bounded memory, nothing left open.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { usualManner } from '../../src/core/listener/probeManner';
import { probeListener, type ProbeOptions } from '../../src/core/listener/probe';
import { english } from '../../src/core/messages/english';
import { createConnector } from '../../src/node/sockets';
import { createListenerPorts } from '../../src/node/listenerPorts';
import { misbehaviours, startMalformedServer, startRecordedServer, type Misbehaviour } from '../lab/malformedServers';
import { recordedServers } from '../core/listener/labAnswers';
import { checkOf, patient } from './check';
import { waitFor } from './waitFor';

const hasty: ProbeOptions = { connectTimeoutMs: 1000, answerTimeoutMs: 600, totalTimeoutMs: 3000, ...usualManner };

const expected: Readonly<Record<Misbehaviour, readonly [state: string, detail: RegExp]>> = {
  silent: ['timeout', /said nothing/],
  garbage: ['notRdp', /the bytes f1e2d3c4/],
  zeros: ['notRdp', /the bytes 0000/],
  slowDripOfText: ['notRdp', /answered "a/],
  slowDripOfRdp: ['timeout', /sent \d+ bytes of an answer and stopped/],
  endless: ['notRdp', /answered "UUUU/],
  closesAtOnce: ['notRdp', /without an answer/],
  closesOnRequest: ['notRdp', /without an answer/],
  closesInsideAnswer: ['notRdp', /in the middle of it/],
  resetsAtOnce: ['notRdp', /without an answer/],
  resetsOnRequest: ['notRdp', /without an answer/],
  halfThenSilent: ['timeout', /sent 9 bytes of an answer and stopped/],
  lengthTooSmall: ['notRdp', /lengths contradict/],
  lengthTooLarge: ['notRdp', /lengths contradict/],
  lengthOneTooLarge: ['timeout', /sent 19 bytes of an answer and stopped/],
  lengthCutsNegotiation: ['notRdp', /lengths contradict/],
  http: ['notRdp', /HTTP server on port \d+ answered "HTTP\/1.1 400 Bad Request"/],
  httpThenReset: ['notRdp', /HTTP server/],
  ssh: ['notRdp', /SSH server on port \d+ answered "SSH-2.0-OpenSSH_9.2p1 lab"/],
  smtp: ['notRdp', /mail server/],
  ftp: ['notRdp', /FTP server/],
  tlsAlert: ['notRdp', /TLS server on port \d+ answered with the alert protocol_version/],
  tlsFirst: ['notRdp', /TLS handshake of its own/],
  disconnects: ['notRdp', /disconnected before the negotiation \(reason 3\)/],
  otherTransport: ['notRdp', /ISO transport/],
};

describe('a check of a server that misbehaves', function () {
  this.timeout(30_000);

  for (const misbehaviour of misbehaviours) {
    it(`${misbehaviour}: a verdict in time`, async () => {
      const server = await startMalformedServer(misbehaviour);
      try {
        const verdict = await checkOf(server.host, server.port, hasty);
        const [state, detail] = expected[misbehaviour];
        equal(verdict.state, state, english(verdict.detail));
        match(english(verdict.detail), detail);
        ok(verdict.durationMs < 10 * hasty.totalTimeoutMs);
        ok(server.connections() <= 3);
        for (const { received } of verdict.exchanges) ok(received.length <= 1024);
        await waitFor(() => server.open() === 0);
      } finally {
        await server.stop();
      }
    });
  }

  it('keeps little of a server that never stops talking, although nobody reads', async () => {
    const server = await startMalformedServer('endless');
    try {
      const connected = await createConnector().connect(server, 5000, new AbortController().signal);
      ok(connected.kind === 'connected');
      const before = process.memoryUsage();
      await pause(500);
      const after = process.memoryUsage();
      // The server's own blocks are in this process too: what counts is that it does not grow with what it could have sent.
      ok(after.arrayBuffers + after.external - before.arrayBuffers - before.external < 32 * 1024 * 1024);
      connected.connection.close();
    } finally {
      await server.stop();
    }
  });

  it('ends within a second of being cancelled, in the middle of an answer', async () => {
    const server = await startMalformedServer('slowDripOfRdp');
    try {
      const cancel = new AbortController();
      const running = probeListener(server, createListenerPorts(), cancel.signal, patient);
      await waitFor(() => server.connections() === 1);
      await pause(300);
      cancel.abort();
      const checked = await Promise.race([running, pause(1000, 'too late' as const)]);
      ok(checked !== 'too late');
      ok(!checked.ok);
      equal(checked.failure.code, 'cancelled');
      await waitFor(() => server.open() === 0);
    } finally {
      await server.stop();
    }
  });
});

describe('a check of recorded answers over real sockets', function () {
  this.timeout(30_000);

  for (const { server: name, options, answers } of recordedServers) {
    it(`${name}, ${options}: arrives byte for byte, one connection per question`, async () => {
      const server = await startRecordedServer(answers);
      try {
        // What goes further than a request meets silence here: there is no record of it.
        const { state, exchanges } = await checkOf(server.host, server.port, { ...patient, answerTimeoutMs: 1000 });
        equal(state, 'rdp');
        for (const { question, received } of exchanges) equal(received, answers[String(question.requestedProtocols)]);
        deepEqual([exchanges.length, exchanges.every(({ remoteAddress }) => remoteAddress === server.host)], [server.connections(), true]);
      } finally {
        await server.stop();
      }
    });
  }
});
