// Checks where two things happen at once: a server is removed, or checked again, while its check runs. Played with a check that ends
// when the test says so.

import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { message } from '../../src/core/messages/message';
import { succeed } from '../../src/core/result';
import type { ListenerCheckOutcome, ListenerCheckRequest } from '../../src/core/servers/listenerCheck';
import type { ServerReport } from '../../src/core/servers/report';
import type { Server } from '../../src/core/servers/server';
import { createCheckStore } from '../../src/core/servers/store';
import { createChecks, rememberedChecks, type Checks } from '../../src/editor/checks';
import type { LogChannel } from '../../src/editor/log';
import { keepReports, type Reports } from '../../src/editor/reports';
import type { Settings } from '../../src/editor/settings';
import { until, workspaceFolder } from '../hosts/waiting';

const reportSaying = (text: string): ServerReport => ({ text, findings: [] });
const server: Server = { id: 'a', label: 'a', address: 'rds-07', port: 3389, via: 'none', ssh: undefined, group: undefined, tags: [] };

function folder(name: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), name);
}

interface Started {
  readonly request: ListenerCheckRequest;
  readonly signal: AbortSignal;
  readonly end: (text: string) => void;
}

interface Played {
  readonly checks: Checks;
  readonly reports: Reports;
  readonly started: readonly Started[];
  readonly remembered: () => unknown;
  readonly last: () => unknown;
}

function play(name: string): Played {
  const started: Started[] = [];
  const values = new Map<string, unknown>();
  const memory = {
    keys: () => [...values.keys()],
    get: (key: string) => values.get(key),
    update: (key: string, value: unknown) => Promise.resolve(void values.set(key, value)),
  } as vscode.Memento;
  const store = createCheckStore(undefined, () => undefined);
  const reports = keepReports(folder(name), () => Promise.resolve());
  const outcome = (text: string): ListenerCheckOutcome =>
    ({
      check: { address: server.address, port: server.port, at: 1, status: message('listener.status.required'), level: 'ok', facts: [] },
      report: reportSaying(text),
    }) as unknown as ListenerCheckOutcome;
  const listener = {
    load: () =>
      Promise.resolve({
        checkListener: (request: ListenerCheckRequest, _ports: unknown, signal: AbortSignal) =>
          new Promise((resolve) => {
            started.push({
              request,
              signal,
              end: (text) => {
                resolve(succeed(outcome(text)));
              },
            });
          }),
      } as unknown as typeof import('../../src/core/servers/listenerCheck')),
    connector: { connect: () => Promise.resolve({ kind: 'cancelled', systemCode: '' } as const) },
    clock: { now: () => 1, wait: () => Promise.resolve() },
    from: 'here',
  };
  const settings = { listenerTimeoutMs: () => 1000, severities: () => new Map() } as unknown as Settings;
  const log = { info: () => undefined } as unknown as LogChannel;
  const checks = createChecks({ listener, store, reports, settings, log, memory });
  return { checks, reports, started, remembered: () => rememberedChecks(memory) ?? {}, last: () => store.lastCheck(server) };
}

const begun = async ({ started }: Played, count = 1): Promise<Started> => {
  const [last] = (await until(() => started, ({ length }) => length >= count)).slice(-1);
  ok(last);
  return last;
};

describe('a check that runs while its server', () => {
  it('is removed writes nothing back', async () => {
    const played = play('checks-removed');
    const checking = played.checks.checkListener(server);
    const run = await begun(played);
    const forgetting = played.checks.forget('a');
    ok(run.signal.aborted);
    run.end('too late');
    await Promise.all([checking, forgetting]);
    deepEqual([played.last(), played.remembered(), await played.reports.read('a')], [undefined, {}, undefined]);
  });

  it('is checked again is joined', async () => {
    const played = play('checks-joined');
    const first = played.checks.checkListener(server);
    const run = await begun(played);
    let ended = false;
    const second = played.checks.checkListener(server).finally(() => {
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
    const first = played.checks.checkListener(server);
    const old = await begun(played);
    const second = played.checks.checkListener({ ...server, address: 'rds-08' });
    const run = await begun(played, 2);
    deepEqual([old.signal.aborted, run.request.address], [true, 'rds-08']);
    run.end('rds-08');
    old.end('rds-07');
    await Promise.all([first, second]);
    equal((await played.reports.read('a'))?.text, 'rds-08');
  });
});
