// Servers that agree to RDP and misbehave at the next step, in every way we know: the verdict still says that RDP answers and says of the
// rest what could be seen, within the time-out, in bounded memory, with nothing left open.

import { deepEqual, equal, ok } from 'node:assert/strict';
import type { ListenerVerdict } from '../../src/core/listener/verdict';
import type { Unreadable } from '../../src/core/listener/verdictDetails';
import { english } from '../../src/core/messages/english';
import { credsspSteps, startBadCredsspServer, type CredsspStep } from '../lab/badCredsspServers';
import { certificatesOf } from '../lab/listenerCertificates';
import type { LabServer } from '../lab/malformedServers';
import { mcsStepNames, startBadMcsServer, startBadTlsServer, tlsStepNames, type TlsStep } from '../lab/malformedSteps';
import { askingHost, checkOf } from './check';
import { waitFor } from './waitFor';

const hasty = { ...askingHost, connectTimeoutMs: 1000, answerTimeoutMs: 1000, totalTimeoutMs: 8000 };

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

/** It had begun: that it has no certificate cannot be said. */
const cutShort = { hello: 'TLSv1.2', unreadable: ['closed', 'timeout', 'malformed', 'failed'] } as const;

/** Why there is no certificate; null where one came, if only garbage. With a ServerHello its version is known all the same. */
const seenOfTls: Readonly<Record<TlsStep, { readonly hello: 'none' | 'TLSv1.2' | 'TLSv1.3'; readonly unreadable: readonly (Unreadable | null)[] }>> = {
  silent: { hello: 'none', unreadable: ['timeout'] },
  closes: { hello: 'none', unreadable: ['closed'] },
  resets: { hello: 'none', unreadable: ['closed'] },
  garbage: { hello: 'none', unreadable: ['notTls'] },
  disconnects: { hello: 'none', unreadable: ['notTls'] },
  http: { hello: 'none', unreadable: ['notTls'] },
  confirmsAgain: { hello: 'none', unreadable: ['notTls'] },
  drips: { hello: 'none', unreadable: ['timeout'] },
  closesInRecordHeader: { hello: 'none', unreadable: ['malformed'] },
  closesInServerHello: { hello: 'none', unreadable: ['malformed'] },
  closesBehindServerHello: cutShort,
  resetsBehindServerHello: cutShort,
  closesInCertificate: cutShort,
  silentBehindServerHello: cutShort,
  endlessBytes: { hello: 'none', unreadable: ['notTls'] },
  endlessEmptyRecords: { hello: 'none', unreadable: ['malformed'] },
  endlessWarnings: { hello: 'none', unreadable: ['malformed'] },
  endlessHelloRequests: { hello: 'none', unreadable: ['malformed'] },
  endlessCertificate: { hello: 'none', unreadable: ['malformed'] },
  endlessMessage: { hello: 'none', unreadable: ['malformed'] },
  recordLengthTooLarge: { hello: 'none', unreadable: ['malformed'] },
  recordLengthTooSmall: { hello: 'none', unreadable: ['malformed'] },
  recordLengthOneTooLarge: cutShort,
  messageLengthTooLarge: { hello: 'none', unreadable: ['malformed'] },
  messageLengthTooSmall: { hello: 'none', unreadable: ['malformed'] },
  sessionIdTooLong: { hello: 'none', unreadable: ['malformed'] },
  listLengthTooLarge: { hello: 'none', unreadable: ['malformed'] },
  listLengthTooSmall: { hello: 'none', unreadable: ['malformed'] },
  certificateLengthTooLarge: { hello: 'none', unreadable: ['malformed'] },
  certificateLengthNone: { hello: 'none', unreadable: ['malformed'] },
  certificatesManyAndLarge: { hello: 'none', unreadable: ['malformed'] },
  certificateOfGarbage: { hello: 'TLSv1.2', unreadable: [null] },
  certificateCut: { hello: 'TLSv1.2', unreadable: [null] },
  certificatesNone: { hello: 'TLSv1.2', unreadable: ['anonymous'] },
  anonymous: { hello: 'TLSv1.2', unreadable: ['anonymous'] },
  tls13AndGarbage: { hello: 'TLSv1.3', unreadable: ['encrypted', 'failed', 'malformed'] },
  tls13AndSilent: { hello: 'TLSv1.3', unreadable: ['encrypted', 'failed', 'malformed'] },
  tls13AndEndless: { hello: 'TLSv1.3', unreadable: ['encrypted', 'failed', 'malformed'] },
};

describe('a check of a server that agrees to TLS and', function () {
  this.timeout(60_000);
  for (const step of tlsStepNames) {
    it(step, async () => {
      const { protocols, tls } = await verdictOn(await startBadTlsServer(step));
      const { hello, unreadable } = seenOfTls[step];
      equal(protocols.tls, true);
      deepEqual(tls?.versions, hello === 'none' ? [] : [hello]);
      ok(unreadable.includes(tls.unreadable), String(tls.unreadable));
      for (const { facts } of tls.chain) equal(facts, null);
    });
  }
});

describe('a check of a server that agrees to RDP and', function () {
  this.timeout(60_000);
  for (const step of mcsStepNames) {
    it(step, async () => {
      const { protocols, nativeEncryption } = await verdictOn(await startBadMcsServer(step));
      equal(protocols.rdp, true);
      // A server that refuses the conference names its encryption all the same.
      deepEqual(nativeEncryption, step === 'refuses' ? { level: 'high', methods: ['128'] } : null);
    });
  }
});

const lab = { netbiosName: 'LAB', dnsName: 'LAB', domain: 'LAB', build: '10.0.20348' };
const challenging: readonly CredsspStep[] = ['challenges'];

describe('a check of a server that agrees to CredSSP and', function () {
  this.timeout(60_000);
  for (const step of credsspSteps) {
    it(step, async () => {
      const { nla, tls, host } = await verdictOn(await startBadCredsspServer(step));
      equal(nla, 'required');
      equal(tls?.chain[0]?.sha256, certificatesOf('healthy')[0]?.fingerprint256.replaceAll(':', '').toLowerCase());
      if (!challenging.includes(step)) {
        equal(host, null);
        return;
      }
      ok(host !== null && (host.clockSkewSeconds ?? 0) < 0);
      deepEqual({ ...host, clockSkewSeconds: 0 }, { ...lab, clockSkewSeconds: 0 });
    });
  }
});
