// Checks in the editor, played: each ends when the test says so.

import { ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ProbeManner } from '../../src/core/listener/probeManner';
import { message } from '../../src/core/messages/message';
import { texts } from '../../src/core/messages/table';
import { fail, succeed, type Failure, type Result } from '../../src/core/result';
import type { ServerCheck } from '../../src/core/servers/check';
import type { ServerReport } from '../../src/core/servers/report';
import type { Server } from '../../src/core/servers/server';
import type { ServerCheckOutcome, ServerCheckPorts, ServerCheckRequest } from '../../src/core/servers/serverCheck';
import { createCheckStore } from '../../src/core/servers/store';
import type { Snapshot } from '../../src/core/snapshot/snapshot';
import { rememberedChecks } from '../../src/editor/checkMemory';
import { createChecks, type Checks } from '../../src/editor/checks';
import type { LogChannel } from '../../src/editor/log';
import { keepReports, type Reports } from '../../src/editor/reports';
import type { Settings } from '../../src/editor/settings';
import type { Shells } from '../../src/editor/shells';
import { keepSnapshots, type Snapshots } from '../../src/editor/snapshots';
import { learnTexts } from '../../src/editor/texts';
import { until, workspaceFolder } from '../hosts/waiting';

learnTexts(texts);

const reportSaying = (text: string): ServerReport => ({ text, findings: [] });
export const server: Server = { id: 'a', label: 'a', address: 'rds-07', port: 3389, via: 'none', ssh: undefined, group: undefined, tags: [] };

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

export interface Played {
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
  /** How often the files beside were read. */
  readonly reads: () => number;
  /** How often what is kept between sessions was written. */
  readonly writes: () => number;
}

const manner: ProbeManner = { mode: 'quick', stepTimeoutMs: undefined, pauseMs: 0, askHost: false, routingToken: null };

export const snapshotSaying = (at: string): Snapshot => ({ kind: 'rdpsnapshot', schema: 1, collection: { at } }) as unknown as Snapshot;

export const lost: Failure = { code: 'hostUnreachable', message: message('server.gone'), remedy: message('server.runAgain'), retry: true };

function memento(): { readonly memory: vscode.Memento; readonly writes: () => number } {
  const values = new Map<string, unknown>();
  let writes = 0;
  const memory = {
    keys: () => [...values.keys()],
    get: (key: string) => values.get(key),
    update: (key: string, value: unknown) => {
      writes++;
      return Promise.resolve(void values.set(key, value));
    },
  } as vscode.Memento;
  return { memory, writes: () => writes };
}

function outcome(text: string, collected: Result<Snapshot> | undefined): ServerCheckOutcome {
  const { code, message: what, remedy } = lost;
  const unreached = collected?.ok === false ? { code, message: what, remedy } : undefined;
  const check: ServerCheck = { address: server.address, port: server.port, at: 1, status: message('listener.status.required'), level: 'ok', facts: [], unreached };
  return { check, report: reportSaying(text), collected } as unknown as ServerCheckOutcome;
}

export function play(name: string, shells: Pick<Shells, 'use'> = { use: () => Promise.resolve(fail(lost)) }, usual: ProbeManner['mode'] = 'quick'): Played {
  const started: Started[] = [];
  const { memory, writes } = memento();
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
    random: { bytes: (length: number) => new Uint8Array(length) },
    certificates: { read: () => Promise.resolve({ sha1: '', sha256: '', facts: null }) },
    resolver: { addresses: () => Promise.resolve({ kind: 'cancelled', systemCode: '' } as const) },
    datagrams: { exchange: () => Promise.resolve({ kind: 'cancelled' } as const) },
    from: 'here',
  };
  const settings = { listenerTimeoutMs: () => 1000, listenerManner: () => ({ ...manner, mode: usual }), checksAtOnce: () => 12, severities: () => new Map() } as unknown as Settings;
  const log = { info: () => undefined, warn: () => undefined } as unknown as LogChannel;
  let reads = 0;
  const files = {
    read: () => {
      reads++;
      return Promise.resolve([]);
    },
  };
  let opened = 0;
  const counted = {
    use: (...parts: Parameters<Shells['use']>) => {
      opened++;
      return shells.use(...parts);
    },
  } as Pick<Shells, 'use'>;
  const checks = createChecks({ ports, shells: counted, store, reports, snapshots, files, settings, log, memory });
  return { checks, reports, snapshots, started, remembered: () => rememberedChecks(memory) ?? {}, last: () => store.lastCheck(server), phases, opened: () => opened, reads: () => reads, writes };
}

export const begun = async ({ started }: Played, count = 1): Promise<Started> => {
  const [last] = (await until(() => started, ({ length }) => length >= count)).slice(-1);
  ok(last);
  return last;
};

export const overSsh: Server = { ...server, via: 'ssh', ssh: 'rds-07' };
