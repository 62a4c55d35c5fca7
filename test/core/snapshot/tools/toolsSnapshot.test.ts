// A whole snapshot from the programs of Windows, in six languages and from programs that say nothing, too much, or something else.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../../src/core/messages/english';
import type { Execution, Executor } from '../../../../src/core/ports';
import { fail, succeed, type Failure } from '../../../../src/core/result';
import { observationsOf } from '../../../../src/core/snapshot/observations';
import { readSnapshot } from '../../../../src/core/snapshot/readSnapshot';
import type { CollectOptions } from '../../../../src/core/snapshot/collectOptions';
import type { Section, SectionFailure, Snapshot } from '../../../../src/core/snapshot/snapshot';
import { diagnoseSnapshot } from '../../../../src/core/servers/snapshotDiagnosis';
import type { ServerReport } from '../../../../src/core/servers/report';
import { collectWithTools } from '../../../../src/core/snapshot/tools/toolsSnapshot';
import { executorOf, languages, missing, nothing, runBatch, type Programs } from './pretendCmd';
import { windowsServer } from './windowsServer';

const SEED = 20261128;
const never = new AbortController().signal;

async function collected(programs: Programs, options: CollectOptions = {}): Promise<Snapshot> {
  const result = await collectWithTools(executorOf((input) => runBatch(input, programs)), options, never);
  ok(result.ok, 'no snapshot');
  deepEqual(readSnapshot(new TextEncoder().encode(JSON.stringify(result.value))), { ok: true, snapshot: result.value });
  return result.value;
}

function data<T>(section: Section<T>): T {
  ok('data' in section, JSON.stringify(section));
  return section.data;
}

function reportOn(snapshot: Snapshot): ServerReport {
  const onRuleError = (code: string, error: unknown): void => {
    throw new Error(`${code} threw`, { cause: error });
  };
  return diagnoseSnapshot({ snapshot, name: 'rds-07', document: 'report', say: english, severities: new Map(), onRuleError, files: [] });
}

const failureOf = (section: Section<unknown>): SectionFailure | undefined => ('failure' in section ? section.failure : undefined);
const gapsOf = (section: Section<unknown>): readonly string[] => ('unseen' in section ? section.unseen.map(({ what }) => what) : []);

describe('a snapshot by the programs of Windows', () => {
  for (const language of languages) {
    it(`is the same in every language: ${language}`, async () => {
      const { collection, sections } = await collected(windowsServer(language));
      deepEqual(collection, {
        at: '2026-11-28T08:45:12.123Z', ms: 0, by: 'tools', powershell: null, edition: null, languageMode: null, elevated: true,
        userSid: 'S-1-5-21-1004336348-1177238915-682003330-1105', script: null,
      });
      deepEqual(data(sections.host), {
        name: 'RDS-07', dnsName: 'rds-07.corp.example', domain: 'corp.example', domainJoined: true, version: '10.0.14393.5850', build: 14393,
        edition: 'ServerStandard', sku: 7, productType: 3, installationType: 'Server', language: 'de-DE', bootedAt: '2026-11-01T05:00:00.500Z',
        clock: '2026-11-28T08:45:12.123Z', sessionHost: null, restartPending: true,
      });
      const sockets = data(sections.sockets);
      deepEqual(sockets.listening.map(({ protocol, address, port, pid, process, services }) => [protocol, address, port, pid, process, services.join()]), [
        ['tcp', '0.0.0.0', 3389, 1184, 'svchost.exe', 'TermService'],
        ['tcp', '::', 3389, 1184, 'svchost.exe', 'TermService'],
        ['udp', '0.0.0.0', 3389, 1184, 'svchost.exe', 'TermService'],
        ['udp', '::', 3389, 1184, 'svchost.exe', 'TermService'],
      ]);
      // German is the one of them that has its own words for states, and then nothing is said of their number.
      equal(sockets.established, language === 'de' ? null : 1);
      equal(gapsOf(sections.sockets).includes('established'), language === 'de');
      deepEqual(data(sections.sessions).sessions, [
        { id: 0, station: 'services', state: 4, hasUser: false },
        { id: 1, station: 'console', state: 1, hasUser: false },
        { id: 2, station: 'rdp-tcp#5', state: 0, hasUser: true },
        { id: 3, station: '', state: 4, hasUser: true },
        { id: 65_536, station: '31c5ce94259d4...', state: 6, hasUser: false },
        { id: 65_537, station: 'rdp-tcp', state: 6, hasUser: false },
      ]);
      const services = data(sections.services).services;
      deepEqual(services.filter(({ installed }) => installed).map(({ name, state, startType, pid, exitCode }) => [name, state, startType, pid, exitCode]), [
        ['TermService', 4, 2, 1184, 0],
        ['SessionEnv', 1, null, 0, 1077],
        ['mpssvc', 4, 2, 1184, 0],
      ]);
      equal(services[0]?.serviceDll, '%SystemRoot%\\System32\\termsrv.dll');
      deepEqual(data(sections.power), { sleepAc: 1800, sleepDc: 900, hibernateAc: 1800, hibernateDc: 900, source: 'plan' });
      deepEqual(data(sections.groups).administrators, [{ sid: null, name: 'Administrator' }, { sid: null, name: 'CORP\\Domain Admins' }]);
      const member = { en: 'bob', de: 'jörg', fr: 'hélène', ja: '太郎', ru: 'Иван', zh: '小明' }[language];
      deepEqual(data(sections.groups).remoteDesktopUsers, [{ sid: null, name: `CORP\\${member}` }]);
    });
  }

  it('has registry, firewall and licensing as the registry has them, and no secret', async () => {
    const snapshot = await collected(windowsServer('de'));
    const { registry, firewall, licensing } = snapshot.sections;
    const found = observationsOf(data(registry), () => ({ ranges: [] }) as never);
    const bytes = found.flatMap((seen) => (seen.kind === 'set' && seen.place.name === 'fDenyTSConnections' ? [Array.from(seen.data.bytes)] : []));
    deepEqual(bytes, [[1, 0, 0, 0]]);
    const keys = data(registry).keys;
    const state = (end: string): string | undefined => keys.find(({ key }) => key.endsWith(end))?.state;
    deepEqual([state('\\Terminal Services'), state('\\MSV1_0'), state('\\Services\\UmRdpService'), state('\\Services\\SessionEnv'), state('\\RDP-Tcp')], ['present', undefined, 'absent', 'denied', 'present']);
    const station = keys.find(({ key }) => key.endsWith('\\RDP-Tcp'))?.values ?? [];
    deepEqual(station.find(({ name }) => name === 'Password'), { name: 'Password', type: 1, data: null, length: 0 });
    deepEqual(station.find(({ name }) => name === 'SSLCertificateSHA1Hash'), { name: 'SSLCertificateSHA1Hash', type: 3, data: '00ff10', length: 3 });
    deepEqual(station.find(({ name }) => name === 'WFHomeDir'), { name: 'WFHomeDir', type: 1, data: '0000', length: 2 });
    deepEqual(keys.find(({ key }) => key.endsWith('\\Lsa'))?.values.map(({ name }) => name), ['LmCompatibilityLevel']);
    deepEqual(data(registry).listeners, ['RDP-Tcp']);
    ok(!/hunter2|DEADBEEF|A4000000|"cafe"/i.test(JSON.stringify(snapshot)));
    ok(gapsOf(registry).includes('keys.HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\RCM'));
    deepEqual(data(firewall), {
      serviceRunning: true,
      profiles: [{ profile: 1, enabled: false, active: false, inbound: 'block' }, { profile: 2, enabled: true, active: false, inbound: 'allow' }],
      rules: [
        { id: 'RemoteDesktop-UserMode-In-TCP', enabled: false, action: 'allow', profiles: 7, protocol: 6, ports: ['3389'], remoteAddresses: [], program: '%SystemRoot%\\system32\\svchost.exe', service: 'termservice', store: 'local' },
        { id: '{0A}', enabled: true, action: 'block', profiles: 4, protocol: 6, ports: ['3000-4000'], remoteAddresses: ['LocalSubnet'], program: null, service: null, store: 'local' },
      ],
    });
    deepEqual(gapsOf(firewall), ['profiles.active', 'profiles.4']);
    deepEqual([data(licensing).mode, data(licensing).modeSource, data(licensing).servers.map(({ name }) => name)], [4, 0, ['lic-1', 'lic-2']]);
  });

  it('has events by their numbers, without names of people', async () => {
    const { events } = (await collected(windowsServer('de'))).sections;
    deepEqual(data(events).groups.map(({ provider, id, count, capped, first, last }) => [provider, id, count, capped, first, last]), [
      ['TermDD', 56, 2, false, '2026-11-26T10:00:00.000Z', '2026-11-27T10:00:01.500Z'],
      ['Service Control Manager', 7036, 1, false, '2026-11-27T09:00:00.123Z', '2026-11-27T09:00:00.123Z'],
      ['Microsoft-Windows-TerminalServices-RemoteConnectionManager', 1149, 1, false, '2026-11-27T11:00:00.000Z', '2026-11-27T11:00:00.000Z'],
      ['Microsoft-Windows-CAPI2', 11, 1, false, '2026-11-27T11:00:00.000Z', '2026-11-27T11:00:00.000Z'],
    ]);
    const [termDd, control, network, capi] = data(events).groups.map(({ samples }) => samples[0]?.fields);
    deepEqual(termDd, { 0: '\\Device\\Termdd', 1: '10.0.0.99', binary: '0000b50000d0' });
    equal(control?.['param2'], 'l\ufffduft');
    deepEqual(network, { Param3: '10.0.0.99' });
    deepEqual(capi, { result: '800B0109', process: 'svchost.exe' });
    const states = Object.fromEntries(data(events).channels.map(({ channel, state }) => [channel.replace('Microsoft-Windows-', ''), state]));
    deepEqual([states['System'], states['TerminalServices-Licensing/Admin'], states['RemoteDesktopServices-RdpCoreTS/Operational']], ['read', 'missing', 'disabled']);
  });

  it('never takes silence for "nothing found"', async () => {
    const { sections, collection } = await collected(() => nothing);
    for (const [name, section] of Object.entries(sections)) equal(failureOf(section)?.reason, 'notAvailable', name);
    deepEqual([collection.at, collection.elevated, collection.userSid], ['', null, null]);
  });

  it('is diagnosed, and its report claims nothing that was not seen', async () => {
    const { text, findings } = reportOn(await collected(windowsServer('ja')));
    ok(findings.some(({ code, severity }) => code === 'RDP101' && severity === 'error'));
    match(text, /Collected by +programs of Windows/);
    match(text, /Certificate values of RCM +not known/);
    match(text, /Owner of TCP 3389 +svchost\.exe +PID 1184, services TermService/);
    ok(!/\d ms\b|NaN/.test(text), text);
    const silent = reportOn(await collected(() => nothing));
    deepEqual(silent.findings, []);
    match(silent.text, /^rds-07 +snapshot without a time\n\nNothing was found in what could be seen of the server\.\n/);
    ok(!/NaN|\bUTC\b/.test(silent.text), silent.text);
  });

  it('tells a program that is not there from one that is', async () => {
    const { sections } = await collected((command) => (/^(?:qwinsta|wevtutil|powercfg)/.test(command) ? missing : windowsServer('en')(command)));
    deepEqual(failureOf(sections.sessions), { reason: 'notAvailable', detail: 'qwinsta ended with 9009' });
    equal(failureOf(sections.events)?.reason, 'notAvailable');
    equal(failureOf(sections.power)?.reason, 'notAvailable');
    equal(failureOf(sections.sockets), undefined);
  });

  it('calls a refusal what it is to this login', async () => {
    const refused = (label: string): Programs => (command) => {
      if (command.startsWith('wevtutil')) return { code: 5, out: '' };
      return command.includes('/groups') ? { code: 0, out: `"x","x","S-1-16-${label}",""\r\n` } : windowsServer('en')(command);
    };
    equal(failureOf((await collected(refused('8192'))).sections.events)?.reason, 'notElevated');
    equal(failureOf((await collected(refused('12288'))).sections.events)?.reason, 'accessDenied');
  });

  it('asks only for what is wanted', async () => {
    const commands: string[] = [];
    const { sections } = await collected((command) => {
      commands.push(command);
      return windowsServer('en')(command);
    }, { sections: ['sessions'] });
    ok(commands.includes('qwinsta.exe'));
    ok(!commands.some((command) => /^(?:reg|wevtutil)/.test(command)));
    deepEqual(Object.values(sections).filter((section) => failureOf(section)?.reason !== 'notAsked').length, 1);
    equal(data(sections.sessions).sessions.length, 6);
  });

  it('loses only the sections of a batch that hangs or floods', async () => {
    const failure = (code: Failure['code']): Failure => ({ code, message: { key: 'shell.tooOld', args: [] }, remedy: { key: 'shell.tooOld.remedy', args: [] }, retry: false });
    const broken = (code: Failure['code'], batch: RegExp): Executor => {
      const whole = executorOf((input) => runBatch(input, windowsServer('en')));
      const execute = async (execution: Execution): ReturnType<Executor['execute']> =>
        batch.test(Buffer.from(execution.input).toString('latin1')) ? fail(failure(code)) : whole.execute(execution, never);
      return { ...whole, execute };
    };
    const hung = await collectWithTools(broken('timedOut', /qwinsta/), {}, never);
    ok(hung.ok);
    equal(failureOf(hung.value.sections.sessions)?.reason, 'timedOut');
    equal(failureOf(hung.value.sections.sockets)?.reason, 'timedOut');
    equal(failureOf(hung.value.sections.registry), undefined);
    const flood = await collectWithTools(broken('outputTooLarge', /reg\.exe/), {}, never);
    ok(flood.ok);
    equal(failureOf(flood.value.sections.registry)?.reason, 'tooLarge');
    equal(failureOf(flood.value.sections.sessions), undefined);
    for (const code of ['cancelled', 'connectionLost'] as const) {
      const result = await collectWithTools(broken(code, /qwinsta/), {}, never);
      equal(result.ok ? '' : result.failure.code, code);
    }
  });

  it('is none where no cmd.exe takes commands', async () => {
    const other: Executor = { ...executorOf(() => Buffer.from('Welcome.\r\n')), execute: async () => succeed({ stdout: Buffer.from('Welcome.\r\n'), stderr: Buffer.alloc(0), ending: { kind: 'exit', code: 0 } }) };
    const result = await collectWithTools(other, {}, never);
    equal(result.ok ? '' : result.failure.code, 'scriptNotFinished');
  });

  it(`is made of any bytes whatever, and cut anywhere (seed ${SEED})`, async () => {
    const letter = fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => Buffer.from(text)));
    await fc.assert(
      fc.asyncProperty(letter, fc.integer({ min: 0, max: 70_000 }), fc.integer({ min: 0, max: 2 }), async (garbage, cut, code) => {
        await collected((command) => (command === 'ver' ? nothing : { code, out: Buffer.concat([Buffer.from(garbage), Buffer.from('\r\n')]) }));
        const start = Buffer.from('rdp-diagnostics:start:0:');
        const result = await collectWithTools(executorOf((input) => Buffer.concat([start, runBatch(input, windowsServer('ja')).subarray(0, cut)])), {}, never);
        ok(result.ok);
        equal(readSnapshot(new TextEncoder().encode(JSON.stringify(result.value))).ok, true);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});
