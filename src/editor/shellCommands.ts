// The commands about reaching a server's host: is it reached, what is its ssh target, and what is remembered of it.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import type { Progress, Shell } from '../core/ports';
import { fail, succeed, type Result } from '../core/result';
import type { Server } from '../core/servers/server';
import type { DesktopShells } from '../core/shell/desktopShells';
import type { ScriptHost } from '../core/shell/script';
import { cancelled } from './cancelled';
import type { ChooseServer } from './chooseServer';
import type { CommandTable } from './commands';
import { openLog } from './failures';
import type { LogChannel } from './log';
import { withProgress } from './progress';
import { pickOne, tell } from './prompts';
import type { SavedSecrets } from './secrets';
import type { Shells } from './shells';
import { translate } from './translate';
import { requireTrust } from './trust';

export interface ShellCommandParts {
  readonly chooseServer: ChooseServer;
  readonly shells: Shells;
  readonly saved: SavedSecrets;
  readonly log: LogChannel;
}

type ShellCommands = Pick<
  CommandTable,
  'rdpDiagnostics.testConnection' | 'rdpDiagnostics.copySshTarget' | 'rdpDiagnostics.forgetSecrets' | 'rdpDiagnostics.forgetHostKey'
>;

/** Proper names only; in the order in which they are asked about on the phone. */
function hostText(machine: string, { shell, powershell, languageMode, os }: ScriptHost): string {
  const known = shell === null ? [] : [shell];
  return [machine, ...known, `PowerShell ${powershell} (${languageMode})`, os].join(' · ');
}

export function shellCommands({ chooseServer, shells, saved, log }: ShellCommandParts): ShellCommands {
  /** Nobody waits until a person has read it. */
  function told(telling: Promise<void>): void {
    telling.catch((error: unknown) => {
      log.bug('a notification', error);
    });
  }

  async function test(server: Server, progress: Progress, signal: AbortSignal): Promise<Result<string>> {
    const greetIt = async (shell: Shell, { greet }: DesktopShells): Promise<Result<string>> => {
      progress.phase(message('reach.progress.asking', shell.machine));
      const host = await greet(shell, signal);
      return host.ok ? succeed(hostText(shell.machine, host.value)) : host;
    };
    log.info(`${server.label}: testing the connection (${server.via}${server.ssh === undefined ? '' : ` ${server.ssh}`})`);
    const outcome = await shells.use(server, progress, signal, greetIt);
    if (outcome.ok) log.info(`${server.label}: ${outcome.value}`);
    else log.warn(`${server.label}: ${translate(outcome.failure.message)}`);
    return outcome;
  }

  /** Before anything is asked: what cannot be done here is said first. */
  async function ready(): Promise<Result<void>> {
    const loaded = await shells.loaded();
    return loaded.ok ? requireTrust(message('reach.untrusted')) : loaded;
  }

  return {
    'rdpDiagnostics.testConnection': async (argument) => {
      const possible = await ready();
      if (!possible.ok) return possible;
      const chosen = await chooseServer(argument, {
        title: message('reach.pick.test'),
        fits: ({ server }) => server.via !== 'none',
        none: message('reach.noneReached'),
      });
      if (!chosen.ok) return chosen;
      const { server } = chosen.value;
      const tested = await withProgress(message('reach.progress.test', server.label), (progress, signal) => test(server, progress, signal));
      if (!tested.ok) return tested;
      told(tell(message('reach.test.done', server.label, tested.value), openLog));
      return succeed(undefined);
    },
    'rdpDiagnostics.copySshTarget': async (argument) => {
      const chosen = await chooseServer(argument, {
        title: message('reach.pick.copy'),
        fits: ({ server }) => server.via === 'ssh',
        none: message('reach.noneOverSsh'),
      });
      if (!chosen.ok) return chosen;
      const { via, ssh, label } = chosen.value.server;
      if (via !== 'ssh' || ssh === undefined) {
        return fail({ code: 'sshTargetUnusable', message: message('reach.noTarget', label), remedy: message('reach.notReached.remedy'), retry: true });
      }
      await vscode.env.clipboard.writeText(ssh);
      told(tell(message('reach.copied', ssh)));
      return succeed(undefined);
    },
    'rdpDiagnostics.forgetSecrets': async () => {
      const forgotten = await saved.forgetAll();
      log.info(`Saved secrets forgotten: ${forgotten}`);
      told(tell(message('reach.forgotten', forgotten)));
      return succeed(undefined);
    },
    'rdpDiagnostics.forgetHostKey': async () => {
      const loaded = await shells.loaded();
      if (!loaded.ok) return loaded;
      const { hostKeys } = loaded.value;
      const keys = await hostKeys.list();
      if (keys.length === 0) {
        return fail({ code: 'invalidInput', message: message('reach.forgetKey.none'), remedy: message('reach.forgetKey.none.remedy'), retry: false });
      }
      const hosts = [...new Set(keys.map(({ host }) => host))].sort();
      const answer = await pickOne({
        title: message('reach.forgetKey'),
        placeholder: message('reach.forgetKey.pick'),
        choices: hosts.map((host) => ({
          label: host,
          description: keys.flatMap((key) => (key.host === host ? [key.keyType] : [])).join(', '),
          icon: 'key',
          value: host,
        })),
      });
      if (answer.kind !== 'answer') return fail(cancelled);
      const forgotten = await hostKeys.forget(answer.value);
      log.info(`Host keys of ${answer.value} forgotten: ${forgotten}`);
      told(tell(message('reach.forgetKey.done', answer.value, forgotten)));
      return succeed(undefined);
    },
  };
}
