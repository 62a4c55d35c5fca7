// From the registry of a Windows API to the findings, the whole way: what is written there (seeds.ts), the collector over real SSH, and the
// rules. What Wine lacks is no finding.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { createServer } from 'node:net';
import type { Shell } from '../../src/core/ports';
import { english } from '../../src/core/messages/english';
import type { Finding } from '../../src/core/rules/rule';
import type { ServerReport } from '../../src/core/servers/report';
import { checkServer, type ServerCheckOutcome } from '../../src/core/servers/serverCheck';
import { diagnoseSnapshot } from '../../src/core/servers/snapshotDiagnosis';
import { collectSnapshot, type CollectOptions } from '../../src/core/snapshot/collect';
import type { Section, Snapshot } from '../../src/core/snapshot/snapshot';
import { createListenerPorts } from '../../src/node/listenerPorts';
import { freePort } from '../lab/loopback';
import { needs, needsRoot } from '../needs';
import { never, value } from '../node/sshLab';
import { dataOf } from '../sectionData';
import { bound, certificates, healthy, key, listener, server, symptoms } from './seeds';
import { startWineHost, type WineHost } from './wineHost';

const onRuleError = (code: string, cause: unknown): never => {
  throw new Error(`${code} threw`, { cause });
};

function diagnosed(snapshot: Snapshot): ServerReport {
  return diagnoseSnapshot({ snapshot, name: 'rds', document: 'rdp-report:rds', say: english, severities: new Map(), onRuleError, files: [] });
}

const findingsOf = (snapshot: Snapshot): readonly Finding[] => diagnosed(snapshot).findings;

describe('the diagnosis of what was collected on a Windows API', function () {
  this.timeout(180_000);
  let lab: WineHost | undefined;
  let shell: Shell | undefined;

  before(async function () {
    this.timeout(900_000);
    for (const component of ['sshd', 'wine', 'dotnet']) needs(this, component);
    needsRoot(this);
    lab = await startWineHost(52);
    shell = await lab.open();
  });

  after(() => lab?.stop());

  const host = (): WineHost => {
    if (lab === undefined) throw new Error('there is no Wine');
    return lab;
  };

  async function seen(...seeds: readonly (readonly string[])[]): Promise<Snapshot> {
    if (shell === undefined) throw new Error('no shell');
    host().seed([...healthy, ...seeds.flat()]);
    return value(await collectSnapshot(shell, {}, never()));
  }

  // Wine has no program for the service. Everything else is as it was written.
  const trueThere = 'RDP119 error';
  const codes = (snapshot: Snapshot): readonly string[] => findingsOf(snapshot).map(({ code, severity }) => `${code} ${severity}`).filter((one) => !one.startsWith('RDP119'));

  it('finds nothing wrong where nothing is, but a service that Wine cannot start', async () => {
    deepEqual(findingsOf(await seen()).map(({ code, severity }) => `${code} ${severity}`), [trueThere]);
    const snapshot = await seen(server);
    deepEqual(codes(snapshot), []);
    // And does not pass as fine what it did not see.
    const { text } = diagnosed(snapshot);
    const notSeen = text.slice(text.indexOf('\nNot seen\n'), text.indexOf('\nHow this was collected\n'));
    const reasons = Object.values(snapshot.sections).flatMap((section: Section<unknown>) => ('failure' in section ? [section.failure.detail] : []));
    deepEqual([reasons.length, reasons.filter((detail) => !notSeen.includes(detail))], [8, []]);
  });

  const expected: Readonly<Record<keyof typeof symptoms, readonly string[]>> = {
    connectionsDenied: ['RDP101 error'],
    connectionsDeniedByPolicy: ['RDP101 error'],
    portTrap: ['RDP201 error'],
    securityConflict: ['RDP303 warning', 'RDP502 warning', 'RDP503 warning'],
    levelBelowTls: ['RDP302 information'],
    licensingWithoutServer: ['RDP407 information'],
    unknownLicensingMode: ['RDP402 warning'],
  };
  for (const [name, seed] of Object.entries(symptoms)) {
    it(`finds what was written: ${name}`, async () => {
      deepEqual(codes(await seen(server, seed)), expected[name as keyof typeof symptoms]);
    });
  }

  async function checked(port: number, seed: readonly string[]): Promise<ServerCheckOutcome> {
    host().seed([...healthy, ...seed]);
    const over = await host().open();
    const request = {
      address: '127.0.0.1', port, timeoutMs: 60_000, from: 'here', document: 'rdp-report:rds', say: english, severities: new Map(), onRuleError, files: [], via: 'ssh',
    } as const;
    const ports = { ...createListenerPorts(), collect: (options: CollectOptions, signal: AbortSignal) => collectSnapshot(over, options, signal) };
    return value(await checkServer(request, ports, never()));
  }

  it('is one check, from outside and from within, that names the port nobody opens', async () => {
    const port = await freePort('127.0.0.1');
    const { verdict, collected, check, report } = await checked(port, [...symptoms.connectionsDenied, ...key(listener, { PortNumber: port })]);
    equal(verdict.state, 'refused');
    ok(collected?.ok === true);
    deepEqual(dataOf(collected.value.sections.sockets).ports, [3389, port].sort((a, b) => a - b));
    deepEqual(report.findings.map(({ code }) => code).sort(), ['RDP101', 'RDP119', 'RDP211']);
    deepEqual(check.facts.map(({ level }) => level), ['error', 'error', 'unknown', 'unknown']);
  });

  it('sees that something else has the port, from outside and from within', async () => {
    const other = createServer((socket) => void socket.end('SSH-2.0-other\r\n'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    try {
      const address = other.address();
      ok(typeof address === 'object' && address !== null);
      const { verdict, collected, report } = await checked(address.port, [...key(listener, { PortNumber: address.port })]);
      equal(verdict.state, 'notRdp');
      ok(collected?.ok === true);
      const { listening } = dataOf(collected.value.sections.sockets);
      deepEqual(listening.map(({ protocol, port, pid }) => [protocol, port, pid]), [['tcp', address.port, null]]);
      deepEqual(report.findings.map(({ code }) => code).sort(), ['RDP119', 'RDP213']);
    } finally {
      other.close();
    }
  });

  it('sees the certificate of the listener though it is for clients only, and no other of that kind', async () => {
    const add = `$store = [Security.Cryptography.X509Certificates.X509Store]::new('My', 'LocalMachine')
$store.Open('ReadWrite')
foreach ($der in ($Parameters.Trim('"') -split ' ')) { $store.Add([Security.Cryptography.X509Certificates.X509Certificate2]::new([Convert]::FromBase64String($der))) }
$store.Close()`;
    const parameters = Object.values(certificates).map(({ der }) => der).join(' ');
    value(await (await host().open()).run({ text: add, parameters, system: 'windows', timeoutMs: 60_000, mostBytes: 1000 }, never()));
    const unbound = dataOf((await seen()).sections.certificates).certificates;
    deepEqual(unbound.map(({ thumbprint }) => thumbprint), [certificates.serverAuth.thumbprint]);
    const snapshot = await seen(bound(certificates.clientAuth.thumbprint));
    deepEqual(dataOf(snapshot.sections.certificates).certificates.length, 2);
    deepEqual(codes(snapshot), ['RDP315 warning', 'RDP316 warning']);
  });
});
