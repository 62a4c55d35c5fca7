// Checking servers from here: trust first, then a cancellable run, then the verdict into the store, the report into its document, the
// snapshot beside it, and all of it into the extension's storage.

import type * as vscode from 'vscode';
import type { FileBeside } from '../core/diagnosis/serverSight';
import { wholeOf, type ProbeMode } from '../core/listener/probeManner';
import { message } from '../core/messages/message';
import type { Progress } from '../core/ports';
import { fail, succeed, type Result } from '../core/result';
import { once } from '../core/rdp/once';
import { checkParts } from '../core/servers/checkParts';
import type { Server } from '../core/servers/server';
import type { ServerCheckPorts, ServerCheckRequest } from '../core/servers/serverCheck';
import type { CheckStore } from '../core/servers/store';
import { cancelled } from './cancelled';
import { keepChecks } from './checkMemory';
import { workThrough } from './checkQueue';
import type { FilesBeside } from './filesBeside';
import type { LogChannel } from './log';
import { withProgress } from './progress';
import type { Reports } from './reports';
import { reportUri } from './reportUri';
import { keepRuns, type Run, type Scope, type Wanted } from './runs';
import type { Settings } from './settings';
import type { Shells } from './shells';
import type { Snapshots } from './snapshots';
import { translate } from './translate';
import { requireTrust } from './trust';

/** What a door needs to have for checks; a browser has none of it. */
export interface CheckPorts extends Omit<ServerCheckPorts, 'collect' | 'progress'> {
  /** On first use. */
  readonly load: () => Promise<typeof import('../core/servers/serverCheck')>;
  /** The name of the machine the checks go out from. */
  readonly from: string;
}

export interface Checks {
  /** One server, with its own progress. */
  check(server: Server, scope: Scope): Promise<Result<void>>;
  checkAll(servers: readonly Server[]): Promise<Result<void>>;
  forget(serverId: string): Promise<void>;
}

export interface ChecksParts {
  readonly ports: CheckPorts | undefined;
  readonly shells: Pick<Shells, 'use'>;
  readonly store: CheckStore;
  readonly reports: Reports;
  readonly snapshots: Snapshots;
  readonly files: FilesBeside;
  readonly settings: Settings;
  readonly log: LogChannel;
  readonly memory: vscode.Memento;
}

type RequestParts = Pick<ChecksParts, 'settings' | 'log'> & { readonly from: string; readonly beside: readonly FileBeside[] };

function requestFor({ settings, log, from, beside }: RequestParts, { server, scope, mode }: Wanted): ServerCheckRequest {
  const uri = reportUri(server);
  const { address, port, via } = server;
  return {
    address,
    port,
    timeoutMs: settings.listenerTimeoutMs(),
    manner: { ...settings.listenerManner(), mode },
    from,
    document: uri.toString(),
    say: translate,
    severities: settings.severities(uri),
    onRuleError: (code, error) => {
      log.bug(`Rule ${code} on ${uri.toString()}`, error);
    },
    via: via === 'local' ? 'local' : 'ssh',
    files: beside,
    ...(scope === 'server' ? {} : { sections: checkParts[scope] }),
  };
}

/** What is about the listener itself asks it everything. */
function modeFor(scope: Scope, usual: ProbeMode): ProbeMode {
  return scope === 'listener' || scope === 'security' ? wholeOf(usual) : usual;
}

function ready(ports: CheckPorts | undefined): Result<CheckPorts> {
  if (ports === undefined) {
    return fail({
      code: 'unsupportedHere',
      message: message('server.desktopOnly'),
      remedy: message('server.desktopOnly.remedy'),
      retry: false,
    });
  }
  const trusted = requireTrust();
  return trusted.ok ? succeed(ports) : trusted;
}

type Collect = ServerCheckPorts['collect'];

/** What the checks of one command share. */
interface Door {
  readonly ports: CheckPorts;
  readonly beside: () => Promise<readonly FileBeside[]>;
}

/** Phases of many servers at once say nothing: the bar counts, and each node says what is done with it. */
const silent: Progress = { phase: () => undefined };

export function createChecks({ ports, shells, store, reports, snapshots, files, settings, log, memory }: ChecksParts): Checks {
  const runs = keepRuns(store);
  const kept = keepChecks(memory);

  function collectFrom(server: Server, run: Run, progress: Progress): Collect {
    if (server.via === 'none') return undefined;
    return (options, signal) => {
      run.phase(message('server.state.connecting'));
      return shells.use(server, progress, signal, async (shell, { collect }) => {
        run.phase(message('server.state.collecting'));
        progress.phase(message('server.progress.collecting', shell.machine));
        return collect(shell, options, signal);
      });
    };
  }

  async function check(door: Door, wanted: Wanted, run: Run, progress: Progress): Promise<Result<void>> {
    const { load, from, ...probe } = door.ports;
    const { server, scope, mode } = wanted;
    const { id, address, port, label } = server;
    log.info(`${label}: checking ${scope} (${mode}) at ${address} port ${String(port)}${server.via === 'none' ? '' : `, reached by ${server.via}`}`);
    const [{ checkServer }, beside] = await Promise.all([load(), door.beside()]);
    const request = requestFor({ settings, log, from, beside }, wanted);
    const outcome = await checkServer(request, { ...probe, progress, collect: collectFrom(server, run, progress) }, run.signal);
    if (!outcome.ok) return outcome;
    if (!run.isLatest()) return fail(cancelled);
    const { check: seen, report, collected } = outcome.value;
    log.info(`${label}: ${translate(seen.status)}; findings: ${String(report.findings.length)}`);
    if (collected?.ok === false) log.warn(`${label}: ${translate(collected.failure.message)}`);
    store.setCheck(id, seen);
    await reports.keep(id, report);
    if (collected?.ok === true) await snapshots.keep(id, collected.value);
    if (!run.isLatest()) return fail(cancelled);
    kept.remember(id, seen);
    return succeed(undefined);
  }

  return {
    async check(server, scope) {
      const door = ready(ports);
      if (!door.ok) return door;
      const wanted: Wanted = { server, scope, mode: modeFor(scope, settings.listenerManner().mode) };
      // A run that is under way shows its progress already.
      const running = runs.runningFor(wanted);
      if (running !== undefined) return running;
      const way: Door = { ports: door.value, beside: () => files.read() };
      return withProgress(message('server.progress.one', server.label), async (progress, signal) => {
        const checked = await runs.join(wanted, signal, (run, started) => check(way, started, run, progress));
        await kept.written();
        return checked;
      });
    },
    async checkAll(servers) {
      const door = ready(ports);
      if (!door.ok) return door;
      return withProgress(message('server.progress.all'), async (progress, signal) => {
        const { mode } = settings.listenerManner();
        const way: Door = { ports: door.value, beside: once(() => files.read()) };
        const bugs: unknown[] = [];
        let done = 0;
        await workThrough(servers, settings.checksAtOnce(), signal, async (server) => {
          try {
            await runs.join({ server, scope: 'server', mode }, signal, (run, started) => check(way, started, run, silent));
          } catch (error) {
            // The other servers are still checked, below the same progress.
            log.bug(`Check of ${server.label}`, error);
            bugs.push(error);
          }
          progress.phase(message('server.progress.count', ++done, servers.length), 1 / servers.length);
        });
        await kept.written();
        if (bugs.length > 0) throw new AggregateError(bugs, `${String(bugs.length)} of ${String(servers.length)} checks broke off`);
        return succeed(undefined);
      });
    },
    async forget(serverId) {
      // What a run is writing at this moment is written before it is deleted.
      const stopping = runs.stop(serverId);
      store.forget(serverId);
      await stopping;
      kept.remember(serverId, undefined);
      await kept.written();
      await reports.forget(serverId);
      await snapshots.forget(serverId);
    },
  };
}
