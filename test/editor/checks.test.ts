// Checks where two things happen at once: a server is removed, or checked again, while its check runs. Played with a check that ends
// when the test says so.

import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { message } from '../../src/core/messages/message';
import { texts } from '../../src/core/messages/table';
import { fail, succeed, type Failure, type Result } from '../../src/core/result';
import type { ServerCheck } from '../../src/core/servers/check';
import { checkParts } from '../../src/core/servers/checkParts';
import type { ServerReport } from '../../src/core/servers/report';
import type { Server } from '../../src/core/servers/server';
import type { ServerCheckOutcome, ServerCheckPorts, ServerCheckRequest } from '../../src/core/servers/serverCheck';
import { createCheckStore } from '../../src/core/servers/store';
import type { Snapshot } from '../../src/core/snapshot/snapshot';
import { createChecks, rememberedChecks, type Checks } from '../../src/editor/checks';
import type { LogChannel } from '../../src/editor/log';
import { keepReports, type Reports } from '../../src/editor/reports';
import type { Settings } from '../../src/editor/settings';
import type { Shells } from '../../src/editor/shells';
import { keepSnapshots, type Snapshots } from '../../src/editor/snapshots';
import { learnTexts } from '../../src/editor/texts';
import { until, workspaceFolder } from '../hosts/waiting';

learnTexts(texts);

const reportSaying = (text: string): ServerReport => ({ text, findings: [] });
const server: Server = { id: 'a', label: 'a', address: 'rds-07', port: 3389, via: 'none', ssh: undefined, group: undefined, tags: [] };

function folder(name: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), name);
}

interface Started {
  readonly request: ServerCheckRequest;
  readonly signal: AbortSignal;
  /** As the check itself asks for a snapshot. */
  readonly collect: ServerCheckPorts['collect'];
  readonly end: (text: string, collected?: Result<Snapshot>) => void;
}

interface Played {
  readonly checks: Checks;
  readonly reports: Reports;
  readonly snapshots: Snapshots;
  readonly started: readonly Started[];
  readonly remembered: () => unknown;
  readonly last: () => ServerCheck | undefined;
  /** What the node of the server said, in its order. */
  readonly phases: readonly string[];
  /** How often a shell was asked for. */
  readonly opened: () => number;
}

const snapshotSaying = (at: string): Snapshot => ({ kind: 'rdpsnapshot', schema: 1, collection: { at } }) as unknown as Snapshot;

const lost: Failure = { code: 'hostUnreachable', message: message('server.gone'), remedy: message('server.runAgain'), retry: true };

function memento(): vscode.Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: (key: string) => values.get(key),
    update: (key: string, value: unknown) => Promise.resolve(void values.set(key, value)),
  } as vscode.Memento;
}

function outcome(text: string, collected: Result<Snapshot> | undefined): ServerCheckOutcome {
  const { code, message: what, remedy } = lost;
  const unreached = collected?.ok === false ? { code, message: what, remedy } : undefined;
  const check: ServerCheck = { address: server.address, port: server.port, at: 1, status: message('listener.status.required'), level: 'ok', facts: [], unreached };
  return { check, report: reportSaying(text), collected } as unknown as ServerCheckOutcome;
}

function play(name: string, shells: Pick<Shells, 'use'> = { use: () => Promise.resolve(fail(lost)) }): Played {
  const started: Started[] = [];
  const memory = memento();
  const phases: string[] = [];
  const store = createCheckStore(undefined, (id) => {
    const phase = store.running(id)?.key;
    if (phase !== undefined) phases.push(phase);
  });
  const reports = keepReports(folder(name), () => Promise.resolve());
  const snapshots = keepSnapshots(folder(name));
  const ports = {
    load: () =>
      Promise.resolve({
        checkServer: (request: ServerCheckRequest, { collect }: ServerCheckPorts, signal: AbortSignal) =>
          new Promise((resolve) => {
            started.push({
              request,
              signal,
              collect,
              end: (text, collected) => {
                resolve(succeed(outcome(text, collected)));
              },
            });
          }),
      } as unknown as typeof import('../../src/core/servers/serverCheck')),
    connector: { connect: () => Promise.resolve({ kind: 'cancelled', systemCode: '' } as const) },
    clock: { now: () => 1, wait: () => Promise.resolve() },
    from: 'here',
  };
  const settings = { listenerTimeoutMs: () => 1000, severities: () => new Map() } as unknown as Settings;
  const log = { info: () => undefined, warn: () => undefined } as unknown as LogChannel;
  const files = { read: () => Promise.resolve([]) };
  let opened = 0;
  const counted = {
    use: (...parts: Parameters<Shells['use']>) => {
      opened++;
      return shells.use(...parts);
    },
  } as Pick<Shells, 'use'>;
  const checks = createChecks({ ports, shells: counted, store, reports, snapshots, files, settings, log, memory });
  return { checks, reports, snapshots, started, remembered: () => rememberedChecks(memory) ?? {}, last: () => store.lastCheck(server), phases, opened: () => opened };
}

const begun = async ({ started }: Played, count = 1): Promise<Started> => {
  const [last] = (await until(() => started, ({ length }) => length >= count)).slice(-1);
  ok(last);
  return last;
};

describe('a check that runs while its server', () => {
  it('is removed writes nothing back', async () => {
    const played = play('checks-removed');
    const checking = played.checks.check(server, 'server');
    const run = await begun(played);
    const forgetting = played.checks.forget('a');
    ok(run.signal.aborted);
    run.end('too late');
    await Promise.all([checking, forgetting]);
    deepEqual([played.last(), played.remembered(), await played.reports.read('a')], [undefined, {}, undefined]);
  });

  it('is checked again is joined', async () => {
    const played = play('checks-joined');
    const first = played.checks.check(server, 'server');
    const run = await begun(played);
    let ended = false;
    const second = played.checks.check(server, 'server').finally(() => {
      ended = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal(ended, false, 'the second command is over before the check is');
    run.end('seen');
    ok((await first).ok && (await second).ok);
    equal(played.started.length, 1);
    equal((await played.reports.read('a'))?.text, 'seen');
  });

  it('gets another address is given up for a check of that address', async () => {
    const played = play('checks-moved');
    const first = played.checks.check(server, 'server');
    const old = await begun(played);
    const second = played.checks.check({ ...server, address: 'rds-08' }, 'server');
    const run = await begun(played, 2);
    deepEqual([old.signal.aborted, run.request.address], [true, 'rds-08']);
    run.end('rds-08');
    old.end('rds-07');
    await Promise.all([first, second]);
    equal((await played.reports.read('a'))?.text, 'rds-08');
  });
});

const overSsh: Server = { ...server, via: 'ssh', ssh: 'rds-07' };

/** A shell whose host gives this snapshot. */
const giving = (snapshot: Snapshot): Pick<Shells, 'use'> => ({
  use: (_server, _progress, signal, work) => {
    const shell = { machine: 'admin@rds-07' } as unknown as Parameters<typeof work>[0];
    const loaded = { collect: () => Promise.resolve(succeed(snapshot)) } as unknown as Parameters<typeof work>[1];
    return signal.aborted ? Promise.resolve(fail(lost)) : work(shell, loaded);
  },
});

describe('a check of a whole server', () => {
  it('looks at the host only where the list says how', async () => {
    const played = play('checks-outside');
    const checking = played.checks.check(server, 'server');
    const run = await begun(played);
    deepEqual([run.collect, run.request.sections], [undefined, undefined]);
    run.end('outside');
    ok((await checking).ok);
    equal(played.opened(), 0);
  });

  it('says on the node what is done, opens one shell, and keeps the snapshot and the one before', async () => {
    const played = play('checks-collected', giving(snapshotSaying('now')));
    for (const text of ['first', 'second']) {
      const checking = played.checks.check(overSsh, 'server');
      const run = await begun(played, text === 'first' ? 1 : 2);
      const collected = await run.collect?.({}, run.signal);
      ok(collected?.ok);
      run.end(text, succeed(snapshotSaying(text)));
      ok((await checking).ok);
    }
    equal(played.opened(), 2, 'one shell for each check');
    deepEqual(played.phases.slice(0, 3), ['server.state.checking', 'server.state.connecting', 'server.state.collecting']);
    const kept = async (which: 'last' | 'before'): Promise<unknown> => JSON.parse(new TextDecoder().decode(await played.snapshots.read('a', which)));
    deepEqual([await kept('last'), await kept('before')], [snapshotSaying('second'), snapshotSaying('first')]);
    await played.checks.forget('a');
    deepEqual([await played.snapshots.read('a', 'last'), await played.snapshots.read('a', 'before')], [undefined, undefined]);
  });

  it('keeps what the listener said where the host was not reached, and why it was not', async () => {
    const played = play('checks-unreached');
    const checking = played.checks.check(overSsh, 'server');
    const run = await begun(played);
    const collected = await run.collect?.({}, run.signal);
    equal(collected?.ok, false);
    run.end('seen from outside', fail(lost));
    ok((await checking).ok);
    deepEqual([played.last()?.status.key, played.last()?.unreached?.code], ['listener.status.required', 'hostUnreachable']);
    equal(await played.snapshots.read('a', 'last'), undefined);
  });

  it('collects only what one part needs, and joins a check of the whole', async () => {
    const played = play('checks-part');
    const part = played.checks.check(overSsh, 'licensing');
    const first = await begun(played);
    deepEqual(first.request.sections, checkParts.licensing);
    const whole = played.checks.check(overSsh, 'server');
    const second = await begun(played, 2);
    ok(first.signal.aborted, 'less than what is asked for now');
    const joined = played.checks.check(overSsh, 'security');
    second.end('whole');
    first.end('too late');
    await Promise.all([part, whole, joined]);
    equal(played.started.length, 2);
    equal((await played.reports.read('a'))?.text, 'whole');
  });

  it('of all servers never runs more than eight at a time', async () => {
    const played = play('checks-all');
    const all = Array.from({ length: 20 }, (_, index): Server => ({ ...server, id: `s${String(index)}` }));
    const checking = played.checks.checkAll(all);
    await begun(played, 8);
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal(played.started.length, 8);
    for (let next = 0; next < all.length; next++) {
      await begun(played, next + 1);
      played.started[next]?.end('done');
    }
    ok((await checking).ok);
    equal(played.started.length, 20);
  });
});
