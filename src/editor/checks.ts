// Checking servers from here: trust first, then a cancellable run, then the verdict into the store, the report into its document, the
// snapshot beside it, and all of it into the extension's storage.

import type * as vscode from 'vscode';
import { message } from '../core/messages/message';
import type { Clock, Connector, Progress } from '../core/ports';
import { fail, succeed, type Result } from '../core/result';
import type { ServerCheck } from '../core/servers/check';
import { checkParts } from '../core/servers/checkParts';
import type { Server } from '../core/servers/server';
import type { ServerCheckPorts, ServerCheckRequest } from '../core/servers/serverCheck';
import type { CheckStore } from '../core/servers/store';
import { cancelled } from './cancelled';
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
export interface CheckPorts {
  /** On first use. */
  readonly load: () => Promise<typeof import('../core/servers/serverCheck')>;
  readonly connector: Connector;
  readonly clock: Clock;
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

const CHECKS_KEY = 'checks';

/** The checks of earlier sessions, as {@link createCheckStore} takes them. */
export function rememberedChecks(memory: vscode.Memento): unknown {
  return memory.get(CHECKS_KEY);
}

/** Other windows write here too: what they left is read at the moment of writing. */
async function remember(memory: vscode.Memento, serverId: string, check: ServerCheck | undefined): Promise<void> {
  const others = Object.entries(memory.get<Readonly<Record<string, unknown>>>(CHECKS_KEY) ?? {}).filter(([id]) => id !== serverId);
  await memory.update(CHECKS_KEY, Object.fromEntries(check === undefined ? others : [...others, [serverId, check]]));
}

/** More at a time gains little: most of a check is waiting, but each one holds a socket. */
const AT_A_TIME = 8;

type RequestParts = Pick<ChecksParts, 'settings' | 'files' | 'log'>;

async function requestFor({ settings, files, log }: RequestParts, from: string, { server, scope }: Wanted): Promise<ServerCheckRequest> {
  const uri = reportUri(server);
  const { address, port, via } = server;
  return {
    address,
    port,
    timeoutMs: settings.listenerTimeoutMs(),
    from,
    document: uri.toString(),
    say: translate,
    severities: settings.severities(uri),
    onRuleError: (code, error) => {
      log.bug(`Rule ${code} on ${uri.toString()}`, error);
    },
    via: via === 'local' ? 'local' : 'ssh',
    files: await files.read(),
    ...(scope === 'server' ? {} : { sections: checkParts[scope] }),
  };
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

export function createChecks({ ports, shells, store, reports, snapshots, files, settings, log, memory }: ChecksParts): Checks {
  const runs = keepRuns(store);

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

  async function check({ load, connector, clock, from }: CheckPorts, wanted: Wanted, run: Run, progress: Progress): Promise<Result<void>> {
    const { server, scope } = wanted;
    const { id, address, port, label } = server;
    log.info(`${label}: checking ${scope} at ${address} port ${String(port)}${server.via === 'none' ? '' : `, reached by ${server.via}`}`);
    const { checkServer } = await load();
    const request = await requestFor({ settings, files, log }, from, wanted);
    const outcome = await checkServer(request, { connector, clock, progress, collect: collectFrom(server, run, progress) }, run.signal);
    if (!outcome.ok) return outcome;
    if (!run.isLatest()) return fail(cancelled);
    const { check: seen, report, collected } = outcome.value;
    log.info(`${label}: ${translate(seen.status)}; findings: ${String(report.findings.length)}`);
    if (collected?.ok === false) log.warn(`${label}: ${translate(collected.failure.message)}`);
    store.setCheck(id, seen);
    await reports.keep(id, report);
    if (collected?.ok === true) await snapshots.keep(id, collected.value);
    if (!run.isLatest()) return fail(cancelled);
    await remember(memory, id, seen);
    return succeed(undefined);
  }

  return {
    async check(server, scope) {
      const door = ready(ports);
      if (!door.ok) return door;
      // A run that is under way shows its progress already.
      const running = runs.runningFor(server, scope);
      if (running !== undefined) return running;
      return withProgress(message('server.progress.one', server.label), (progress, signal) =>
        runs.join({ server, scope }, signal, (run) => check(door.value, { server, scope }, run, progress)),
      );
    },
    async checkAll(servers) {
      const door = ready(ports);
      if (!door.ok) return door;
      return withProgress(message('server.progress.all'), async (progress, signal) => {
        const queue = [...servers];
        let done = 0;
        const bugs: unknown[] = [];
        // Phases of many servers at once say nothing: the bar counts, and each node says what is done with it.
        const silent: Progress = { phase: () => undefined };
        const work = async (): Promise<void> => {
          for (let server = queue.shift(); server !== undefined && !signal.aborted; server = queue.shift()) {
            const wanted = { server, scope: 'server' } as const;
            try {
              await runs.join(wanted, signal, (run) => check(door.value, wanted, run, silent));
            } catch (error) {
              // The other servers are still checked, below the same progress.
              log.bug(`Check of ${server.label}`, error);
              bugs.push(error);
            }
            progress.phase(message('server.progress.count', ++done, servers.length));
          }
        };
        await Promise.all(Array.from({ length: Math.min(AT_A_TIME, servers.length) }, work));
        if (bugs.length > 0) throw new AggregateError(bugs, `${String(bugs.length)} of ${String(servers.length)} checks broke off`);
        return succeed(undefined);
      });
    },
    async forget(serverId) {
      // What a run is writing at this moment is written before it is deleted.
      const stopping = runs.stop(serverId);
      store.forget(serverId);
      await stopping;
      await remember(memory, serverId, undefined);
      await reports.forget(serverId);
      await snapshots.forget(serverId);
    },
  };
}
