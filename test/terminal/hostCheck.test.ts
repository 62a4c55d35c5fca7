// `check --ssh` against a machine in memory that answers as a healthy Windows server does: what is asked of it, in how many questions, and
// what is printed, saved and returned. Real SSH and a real PowerShell are in test/cli.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { message } from '../../src/core/messages/message';
import type { Shell } from '../../src/core/ports';
import { fail, succeed, type Failure, type Result } from '../../src/core/result';
import type { Json, ScriptHost } from '../../src/core/shell/script';
import { run, type Machine } from '../../src/terminal/run';
import { digest } from '../../src/node/digest';
import { playedPorts } from '../core/listener/labAnswers';
import { runBatch, type Programs } from '../core/snapshot/tools/pretendCmd';
import { windowsServer } from '../core/snapshot/tools/windowsServer';
import { FIXTURES } from '../places';

const healthy = readFileSync(join(FIXTURES, 'snapshots/session-host-2022.rdpsnapshot.json'));
const windows: ScriptHost = { shell: 'cmd', powershell: '5.1.20348.2582', edition: 'Desktop', languageMode: 'FullLanguage', os: 'Microsoft Windows NT 10.0.20348.0', windows: true };

interface World {
  readonly snapshot?: Uint8Array;
  readonly host?: ScriptHost;
  readonly runFails?: Failure;
  /** The programs of its cmd.exe. */
  readonly tools?: Programs;
}

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly asked: readonly Json[];
  readonly executions: number;
  readonly written: ReadonlyMap<string, string>;
  readonly open: number;
}

const failure = (code: Failure['code']): Failure => ({ code, message: message('failure.cancelled'), remedy: message('failure.cancelled.remedy'), retry: false });

async function check(world: World, ...words: readonly string[]): Promise<Outcome> {
  const [out, err, asked]: [string[], string[], Json[]] = [[], [], []];
  const written = new Map<string, string>();
  let [open, executions] = [0, 0];
  const shell: Shell = {
    machine: 'admin@rds01',
    run: async ({ parameters }) => {
      asked.push(parameters);
      if (world.runFails !== undefined) return fail(world.runFails);
      return succeed({ host: world.host ?? windows, output: world.snapshot ?? healthy, complaints: '', noise: false, ending: { kind: 'exit', code: 0 } });
    },
    execute: async ({ command, input }) => {
      executions += 1;
      if (world.tools === undefined || command.name !== 'tools') return fail(failure('channelRefused'));
      return succeed({ stdout: runBatch(Buffer.from(input).toString('latin1'), world.tools), stderr: new Uint8Array(), ending: { kind: 'exit', code: 0 } });
    },
    close: () => (open -= 1),
  };
  const openShell = async (): Promise<Result<Shell>> => {
    open += 1;
    return succeed(shell);
  };
  const machine: Machine = {
    version: '0',
    hostName: 'ADMINPC',
    files: {
      find: async () => ({ files: [], failures: [] }),
      readHead: async () => fail(failure('fileUnreadable')),
      read: async () => fail(failure('fileUnreadable')),
      write: async (path, text) => {
        written.set(path, text);
        return succeed(undefined);
      },
    },
    ...playedPorts(
      { connect: async () => ({ kind: 'refused', systemCode: 'ECONNREFUSED', address: '192.0.2.7' }) },
      { now: () => Date.UTC(2026, 10, 20, 8, 0, 0), wait: async () => undefined },
    ),
    digest,
    ssh: { openSsh: async () => succeed({ hostName: async () => succeed('rds01.corp.example'), shells: { open: openShell, dispose: () => undefined } }), ask: async () => undefined },
    rulePage: (code) => code,
    output: { print: (text) => void out.push(text), complain: (text) => void err.push(text) },
    readInput: async () => fail(failure('fileUnreadable')),
    atMost: async (atOnce) => atOnce,
    signal: new AbortController().signal,
  };
  const code = await run(['check', '--ssh', 'rds01', ...words], machine);
  return { code, out: out.join('\n'), err: err.join('\n'), asked, executions, written, open };
}

describe('a check of a host on the command line', () => {
  it('asks once for everything, about the port that is tried, and closes what it opened', async () => {
    const { code, asked, executions, open, err } = await check({});
    deepEqual([code, err, executions, open], [1, '', 0, 0]);
    deepEqual(asked, [{ port: 3389, eventDays: 30, sectionSeconds: 30, mostEvents: 2000 }]);
  });

  it('asks for as little as was wanted', async () => {
    const { asked } = await check({}, 'rds01:3390', '--only', 'licensing', '--days', '7');
    deepEqual(asked, [{ sections: ['host', 'registry', 'services', 'events', 'policySources', 'licensing'], port: 3390, eventDays: 7, sectionSeconds: 30, mostEvents: 2000 }]);
  });

  it('prints the contract as JSON', async () => {
    const { out } = await check({}, '--format', 'json');
    const printed = JSON.parse(out) as Readonly<Record<string, unknown>> & { readonly findings: readonly Readonly<Record<string, unknown>>[] };
    deepEqual(Object.keys(printed), ['host', 'port', 'remote', 'listener', 'snapshot', 'findings']);
    deepEqual([printed['host'], printed['port']], ['rds01.corp.example', 3389]);
    deepEqual(printed['remote'], { shell: 'cmd', powershell: '5.1.20348.2582', languageMode: 'FullLanguage', os: 'Microsoft Windows NT 10.0.20348.0' });
    deepEqual(printed['snapshot'], JSON.parse(healthy.toString()));
    for (const finding of printed.findings) deepEqual(Object.keys(finding), ['code', 'severity', 'symptom', 'message', 'places', 'unseen']);
    // Listening within, refused from here.
    ok(printed.findings.some(({ code }) => code === 'RDP218'), out);
  });

  it('saves the snapshot as it can be read again', async () => {
    const { written } = await check({}, '--save', 'x.rdpsnapshot.json');
    deepEqual([...written.keys()], ['x.rdpsnapshot.json']);
    deepEqual(JSON.parse(written.get('x.rdpsnapshot.json') ?? ''), JSON.parse(healthy.toString()));
  });

  it('asks for the shell where PowerShell cannot tell it, and goes on where that is not told either', async () => {
    const { out, executions } = await check({ host: { ...windows, shell: null, edition: 'Core' } }, '--format', 'json');
    equal(executions, 1);
    equal((JSON.parse(out) as { readonly remote: { readonly shell: null } }).remote.shell, null);
  });

  it('takes what programs of Windows tell where there is no PowerShell, and says both', async () => {
    const outcome = await check({ runFails: failure('powerShellMissing'), tools: windowsServer('de') }, '--format', 'json');
    const { remote, snapshot } = JSON.parse(outcome.out) as { readonly remote: { readonly failure: { readonly code: string } }; readonly snapshot: { readonly collection: { readonly by: string } } };
    deepEqual([outcome.code, outcome.err, remote.failure.code, snapshot.collection.by], [1, '', 'powerShellMissing', 'tools']);
  });

  for (const code of ['notWindows', 'scriptNotFinished', 'timedOut', 'connectionLost'] as const) {
    it(`prints what the listener answered, and exits 2, where nothing was collected: ${code}`, async () => {
      const outcome = await check({ runFails: failure(code) }, '--format', 'json', '--save', 'x.rdpsnapshot.json');
      const { remote, snapshot, listener } = JSON.parse(outcome.out) as { readonly remote: object; readonly snapshot: { readonly failure: { readonly code: string } }; readonly listener: { readonly state: string } };
      deepEqual([outcome.code, listener.state, snapshot.failure.code], [2, 'refused', code]);
      deepEqual(remote, snapshot);
      equal(outcome.written.size, 0);
      match(outcome.err, /Cancelled\. Run it again\./);
    });
  }

  for (const said of ['', 'ok', '{"kind":"rdpsnapshot"}', '{"kind":"rdpsnapshot","schema":1,"sections":{},"collection":{}}']) {
    it(`does not take for a snapshot what is none: ${JSON.stringify(said.slice(0, 70))}`, async () => {
      const outcome = await check({ snapshot: new TextEncoder().encode(said) }, '--format', 'json');
      const { remote, snapshot } = JSON.parse(outcome.out) as { readonly remote: { readonly shell: string }; readonly snapshot: { readonly failure: { readonly code: string } } };
      deepEqual([outcome.code, remote.shell, snapshot.failure.code], [2, 'cmd', 'scriptFailed']);
    });
  }

  it('loses one section to an answer of a shape nobody foresaw, and no more', async () => {
    const said = healthy.toString().replace('"build": 20348', '"build": {}');
    const { code, out } = await check({ snapshot: new TextEncoder().encode(said) }, '--format', 'json');
    const { sections } = (JSON.parse(out) as { readonly snapshot: { readonly sections: Readonly<Record<string, object>> } }).snapshot;
    equal(code, 1);
    deepEqual(Object.keys(sections).filter((name) => 'failure' in (sections[name] ?? {})), ['host']);
  });
});
