// Servers that agree to RDP and misbehave at the next step, in every way we know: the verdict still says that RDP answers and names what
// went wrong, within the time-out, in bounded memory, nothing left open.

import { equal, ok } from 'node:assert/strict';
import type { ListenerVerdict } from '../../src/core/listener/verdict';
import { english } from '../../src/core/messages/english';
import type { LabServer } from '../lab/malformedServers';
import { mcsStepNames, startBadMcsServer, startBadTlsServer, tlsStepNames } from '../lab/malformedSteps';
import { checkOf, thorough } from './check';
import { waitFor } from './waitFor';

const hasty = { ...thorough, connectTimeoutMs: 1000, answerTimeoutMs: 400, totalTimeoutMs: 4000 };

/** At most this many connections for a full check, whatever comes. */
const mostConnections = 16;

/** What a check may keep of all that it was sent. Servers in this process fill buffers of their own as well. */
const mostKept = 64 * 1024 * 1024;

async function verdictOn(server: LabServer): Promise<ListenerVerdict> {
  try {
    const before = process.memoryUsage();
    const verdict = await checkOf(server.host, server.port, hasty);
    const after = process.memoryUsage();
    ok(after.arrayBuffers + after.external - before.arrayBuffers - before.external < mostKept);
    equal(verdict.state, 'rdp', english(verdict.detail));
    ok(verdict.durationMs < 10 * hasty.totalTimeoutMs);
    ok(server.connections() <= mostConnections, String(server.connections()));
    for (const { received } of verdict.exchanges) ok(received.length <= 1024);
    await waitFor(() => server.open() === 0);
    return verdict;
  } finally {
    await server.stop();
  }
}

describe('a check of a server that agrees to TLS and', function () {
  this.timeout(60_000);
  for (const step of tlsStepNames) {
    it(step, async () => {
      const { protocols } = await verdictOn(await startBadTlsServer(step));
      equal(protocols.tls, true);
    });
  }
});

describe('a check of a server that agrees to RDP and', function () {
  this.timeout(60_000);
  for (const step of mcsStepNames) {
    it(step, async () => {
      const { protocols } = await verdictOn(await startBadMcsServer(step));
      equal(protocols.rdp, true);
    });
  }
});
