// Shells for the editor: opened through what the door brings, with the person at this window, and only where trust allows it.

import { message } from '../core/messages/message';
import type { Log, Progress, Shell, ShellTarget } from '../core/ports';
import { fail, succeed, type Result } from '../core/result';
import type { Server } from '../core/servers/server';
import type { DesktopShells, ShellSettings } from '../core/shell/desktopShells';
import { cancelled } from './cancelled';
import type { ShellPeople } from './shellPerson';
import { requireTrust } from './trust';

/** What a door needs to have for shells; a browser has none of it. */
export interface ShellPorts {
  /** Called once, on first use. */
  readonly load: (settings: ShellSettings, log: Log) => Promise<DesktopShells>;
  /** The computer this runs on. */
  readonly machineName: string;
}

export interface Shells {
  /** Undefined where this door opens none. */
  readonly machineName: string | undefined;
  readonly loaded: () => Promise<Result<DesktopShells>>;
  /** Opens a shell on the server's host, for as long as `work` takes. */
  readonly use: <T>(server: Server, progress: Progress, signal: AbortSignal, work: (shell: Shell, loaded: DesktopShells) => Promise<Result<T>>) => Promise<Result<T>>;
  readonly dispose: () => void;
}

/** Fails where a server is only looked at from outside. */
export function shellTarget({ via, ssh, label }: Server): Result<ShellTarget> {
  if (via === 'local') return succeed({ kind: 'local' });
  if (via === 'ssh' && ssh !== undefined) return succeed({ kind: 'ssh', target: ssh });
  return fail({
    code: 'sshTargetUnusable',
    message: message('reach.notReached', label),
    remedy: message('reach.notReached.remedy'),
    retry: true,
  });
}

export function createShells(ports: ShellPorts | undefined, people: ShellPeople, settings: ShellSettings, log: Log): Shells {
  const state = { loading: undefined as Promise<DesktopShells> | undefined };

  async function loaded(): Promise<Result<DesktopShells>> {
    if (ports === undefined) {
      const remedy = message('reach.desktopOnly.remedy');
      return fail({ code: 'unsupportedHere', message: message('reach.desktopOnly'), remedy, retry: false });
    }
    state.loading ??= ports.load(settings, log);
    return succeed(await state.loading);
  }

  return {
    machineName: ports?.machineName,
    loaded,
    use: async (server, progress, signal, work) => {
      const parts = await loaded();
      if (!parts.ok) return parts;
      const trusted = requireTrust(message('reach.untrusted'));
      if (!trusted.ok) return trusted;
      const target = shellTarget(server);
      if (!target.ok) return target;
      const person = people.forConnection(progress);
      const opened = await parts.value.opener.open(target.value, person, signal);
      // They know why: it was their answer.
      if (!opened.ok) return person.turnedAway() && opened.failure.code === 'hostKeyUnknown' ? fail(cancelled) : opened;
      try {
        return await work(opened.value, parts.value);
      } finally {
        opened.value.close();
      }
    },
    dispose: () => {
      state.loading?.then(
        ({ opener }) => {
          opener.dispose();
        },
        // Whoever asked for it was told.
        () => undefined,
      );
    },
  };
}
