// Checking servers from here: trust first, then a cancellable run, then the verdict into the store, the report into its document and
// both into the extension's storage.

import type * as vscode from 'vscode';
import { message } from '../core/messages/message';
import type { Clock, Connector, Progress } from '../core/ports';
import { fail, succeed, type Result } from '../core/result';
import type { ServerCheck } from '../core/servers/check';
import type { ListenerCheckRequest } from '../core/servers/listenerCheck';
import type { Server } from '../core/servers/server';
import type { CheckStore } from '../core/servers/store';
import type { LogChannel } from './log';
import { withProgress } from './progress';
import type { Reports } from './reports';
import { reportUri } from './reportUri';
import { keepRuns, type Run } from './runs';
import type { Settings } from './settings';
import { translate } from './translate';
import { requireTrust } from './trust';

/** What a door needs to have for checks; a browser has none of it. */
export interface ListenerPorts {
  /** On first use. */
  readonly load: () => Promise<typeof import('../core/servers/listenerCheck')>;
  readonly connector: Connector;
  readonly clock: Clock;
  /** The name of the machine the checks go out from. */
  readonly from: string;
}

export interface Checks {
  /** One server, with its own progress. */
  checkListener(server: Server): Promise<Result<void>>;
  checkAll(servers: readonly Server[]): Promise<Result<void>>;
  forget(serverId: string): Promise<void>;
}

export interface ChecksParts {
  readonly listener: ListenerPorts | undefined;
  readonly store: CheckStore;
  readonly reports: Reports;
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

function stopped(): Result<never> {
  return fail({ code: 'cancelled', message: message('failure.cancelled'), remedy: message('failure.cancelled.remedy'), retry: true });
}

export function createChecks({ listener, store, reports, settings, log, memory }: ChecksParts): Checks {
  const runs = keepRuns(store);

  async function check(ports: ListenerPorts, server: Server, { signal, isLatest }: Run, progress?: Progress): Promise<Result<void>> {
    const { id, address, port, label } = server;
    const uri = reportUri(server);
    log.info(`${label}: checking the listener at ${address} port ${String(port)}`);
    const { checkListener } = await ports.load();
    const request: ListenerCheckRequest = {
      address,
      port,
      timeoutMs: settings.listenerTimeoutMs(),
      from: ports.from,
      document: uri.toString(),
      say: translate,
      severities: settings.severities(uri),
      onRuleError: (code, error) => {
        log.bug(`Rule ${code} on ${uri.toString()}`, error);
      },
    };
    const { connector, clock } = ports;
    const outcome = await checkListener(request, progress === undefined ? { connector, clock } : { connector, clock, progress }, signal);
    if (!outcome.ok) return outcome;
    if (!isLatest()) return stopped();
    const { check: seen, report } = outcome.value;
    log.info(`${label}: ${translate(seen.status)}`);
    store.setCheck(id, seen);
    await reports.keep(id, report);
    if (!isLatest()) return stopped();
    await remember(memory, id, seen);
    return succeed(undefined);
  }

  function ready(): Result<ListenerPorts> {
    if (listener === undefined) {
      return fail({
        code: 'unsupportedHere',
        message: message('server.desktopOnly'),
        remedy: message('server.desktopOnly.remedy'),
        retry: false,
      });
    }
    const trusted = requireTrust();
    return trusted.ok ? succeed(listener) : trusted;
  }

  return {
    async checkListener(server) {
      const ports = ready();
      if (!ports.ok) return ports;
      // A run that is under way shows its progress already.
      const running = runs.runningFor(server);
      if (running !== undefined) return running;
      return withProgress(message('server.progress.one', server.label), (progress, signal) =>
        runs.join(server, signal, (run) => check(ports.value, server, run, progress)),
      );
    },
    async checkAll(servers) {
      const ports = ready();
      if (!ports.ok) return ports;
      return withProgress(message('server.progress.all'), async (progress, signal) => {
        const queue = [...servers];
        let done = 0;
        const work = async (): Promise<void> => {
          for (let server = queue.shift(); server !== undefined && !signal.aborted; server = queue.shift()) {
            const asked = server;
            await runs.join(asked, signal, (run) => check(ports.value, asked, run));
            progress.phase(message('server.progress.count', ++done, servers.length));
          }
        };
        await Promise.all(Array.from({ length: Math.min(AT_A_TIME, servers.length) }, work));
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
    },
  };
}
