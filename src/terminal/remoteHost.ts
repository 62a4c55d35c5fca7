// The host of a check as reached over SSH: one connection, over which a snapshot is taken. Whatever answers the collector says what it is
// itself, so nothing is asked twice. Nothing is changed there.

import { english } from '../core/messages/english';
import type { Log, Shell } from '../core/ports';
import { fail, succeed, type Failure, type Result } from '../core/result';
import { withShellNamed } from '../core/shell/greeting';
import type { Script, ScriptAnswer, ScriptHost } from '../core/shell/script';
import { collectSnapshot, type CollectOptions } from '../core/snapshot/collect';
import type { Snapshot } from '../core/snapshot/snapshot';
import type { SshAccess } from '../core/ssh/sshAccess';
import type { Output, SshDoor } from './ports';
import { printable } from './printable';
import type { Reach } from './reach';
import { createSshPerson } from './sshPerson';

export interface RemoteHost {
  /** Where SSH connects to. Fails where it cannot even be said which host is meant. */
  readonly hostName: Result<string>;
  /** Connects, logs in and collects. Fails where no snapshot came about. */
  collect(options: CollectOptions, signal: AbortSignal): Promise<Result<Snapshot>>;
  /** What answered there; undefined before it was asked. */
  greeted(): Result<ScriptHost> | undefined;
  close(): void;
}

export interface ReachingMachine {
  readonly ssh: SshDoor;
  readonly output: Output;
  readonly signal: AbortSignal;
}

function logTo(output: Output): Log {
  const complain = (text: string): void => output.complain(printable(text));
  return { info: () => undefined, warn: complain, error: complain };
}

function unreached(failure: Failure): RemoteHost {
  const failed = fail(failure);
  return { hostName: failed, collect: async () => failed, greeted: () => failed, close: () => undefined };
}

function over(reach: Reach, access: SshAccess, hostName: string, { ssh, output }: ReachingMachine): RemoteHost {
  let host: Result<ScriptHost> | undefined;
  const run = async (shell: Shell, script: Script, signal: AbortSignal): Promise<Result<ScriptAnswer>> => {
    const answer = await shell.run(script, signal);
    host = answer.ok ? await withShellNamed(shell, answer.value.host, signal) : answer;
    return answer;
  };
  return {
    hostName: succeed(hostName),
    collect: async (options, signal) => {
      const person = createSshPerson(reach, ssh, logTo(output));
      const shell = await access.shells.open({ kind: 'ssh', target: reach.target }, person, signal);
      if (!shell.ok) {
        const failed = fail(person.explained(shell.failure));
        host = failed;
        return failed;
      }
      try {
        const { value } = shell;
        const watched: Shell = {
          machine: value.machine,
          run: (script, stopped) => run(value, script, stopped),
          execute: (execution, stopped) => value.execute(execution, stopped),
          close: () => value.close(),
        };
        return await collectSnapshot(watched, options, signal);
      } finally {
        shell.value.close();
      }
    },
    greeted: () => host,
    close: () => access.shells.dispose(),
  };
}

/** Connects to nothing yet. */
export async function remoteHost(reach: Reach, machine: ReachingMachine): Promise<RemoteHost> {
  const log = logTo(machine.output);
  const { identityFiles, knownHostsFile, timeoutMs: connectTimeoutMs } = reach;
  const access = await machine.ssh.openSsh({ identityFiles, knownHostsFile, connectTimeoutMs, log });
  if (!access.ok) return unreached(access.failure);
  const hostName = await access.value.hostName(reach.target, machine.signal);
  if (!hostName.ok) return unreached(hostName.failure);
  return over(reach, access.value, hostName.value, machine);
}

export function failureJson({ code, message: what, remedy }: Failure): { readonly failure: object } {
  return { failure: { code, message: english(what), remedy: english(remedy) } };
}

export function greetedJson(host: Result<ScriptHost>): object {
  if (!host.ok) return failureJson(host.failure);
  const { shell, powershell, languageMode, os } = host.value;
  return { shell, powershell, languageMode, os };
}
