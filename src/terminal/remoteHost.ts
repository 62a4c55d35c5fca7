// The host of a check as seen from within, over SSH: what its shell and its PowerShell are. Nothing is changed there.

import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import type { Log } from '../core/ports';
import { fail, succeed, type Failure, type Result } from '../core/result';
import { greet } from '../core/shell/greeting';
import type { ScriptHost } from '../core/shell/script';
import type { SshAccess } from '../core/ssh/sshAccess';
import type { Output, SshDoor } from './ports';
import { printable } from './printable';
import type { Reach } from './reach';
import { createSshPerson } from './sshPerson';

export interface RemoteHost {
  /** `user@host` */
  readonly machine: string;
  readonly host: ScriptHost;
}

export interface Reached {
  /** Where SSH connects to; undefined where it cannot even be said which host is meant. */
  readonly hostName: string | undefined;
  readonly remote: Result<RemoteHost>;
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

async function greetOver(reach: Reach, access: SshAccess, log: Log, { ssh, signal }: ReachingMachine): Promise<Result<RemoteHost>> {
  const person = createSshPerson(reach, ssh, log);
  try {
    const shell = await access.shells.open({ kind: 'ssh', target: reach.target }, person, signal);
    if (!shell.ok) return fail(person.explained(shell.failure));
    const host = await greet(shell.value, signal);
    shell.value.close();
    return host.ok ? succeed({ machine: shell.value.machine, host: host.value }) : host;
  } finally {
    access.shells.dispose();
  }
}

export async function reachHost(reach: Reach, machine: ReachingMachine): Promise<Reached> {
  const log = logTo(machine.output);
  const { identityFiles, knownHostsFile, timeoutMs: connectTimeoutMs } = reach;
  const access = await machine.ssh.openSsh({ identityFiles, knownHostsFile, connectTimeoutMs, log });
  if (!access.ok) return { hostName: undefined, remote: access };
  const hostName = await access.value.hostName(reach.target, machine.signal);
  if (!hostName.ok) return { hostName: undefined, remote: hostName };
  return { hostName: hostName.value, remote: await greetOver(reach, access.value, log, machine) };
}

function failureJson({ code, message: what, remedy }: Failure): object {
  return { code, message: english(what), remedy: english(remedy) };
}

export function remoteJson(remote: Result<RemoteHost>): object {
  if (!remote.ok) return { failure: failureJson(remote.failure) };
  const { shell, powershell, languageMode, os } = remote.value.host;
  return { shell, powershell, languageMode, os };
}

/** Lines for people, in the form of the report that follows. */
export function remoteText({ machine, host }: RemoteHost): string {
  const { shell, powershell, languageMode, os } = host;
  const rows = [
    [message('command.remote.machine'), machine],
    [message('command.remote.os'), os],
    [message('command.remote.shell'), shell ?? english(message('command.remote.shellUnknown'))],
    [message('command.remote.powershell'), `${powershell}, ${languageMode}`],
  ] as const;
  return rows.map(([label, value]) => `   ${english(label).padEnd(27)} ${value}`).join('\n');
}
