// The smallest script, for "Test Connection" and `check --ssh`: what the bootstrap finds out about a machine is all that is asked.

import type { Executor, Shell } from '../ports';
import { succeed, type Result } from '../result';
import { fixedCommands } from './fixedCommands';
import type { Script, ScriptHost } from './script';
import { readWhichShell, shellOf } from './whichShell';

const greeting: Script = { text: "'ok'", parameters: null, system: 'windows', timeoutMs: 60_000, mostBytes: 1024 };

/** Runs it. PowerShell 7 cannot tell which shell started it; then the shell is asked, and where it does not say it stays null. */
export async function greet(shell: Shell, signal: AbortSignal): Promise<Result<ScriptHost>> {
  const answer = await shell.run(greeting, signal);
  return answer.ok ? withShellNamed(shell, answer.value.host, signal) : answer;
}

/** What any answer says of its host, with the shell, where that is not in it. Fails with `cancelled` only. */
export async function withShellNamed(shell: Executor, host: ScriptHost, signal: AbortSignal): Promise<Result<ScriptHost>> {
  if (host.shell !== null) return succeed(host);
  const execution = { command: fixedCommands.whichShell, input: new Uint8Array(), timeoutMs: greeting.timeoutMs, mostBytes: 65_536 };
  const executed = await shell.execute(execution, signal);
  if (!executed.ok) return executed.failure.code === 'cancelled' ? executed : succeed(host);
  return succeed({ ...host, shell: shellOf(readWhichShell(executed.value.stdout)) });
}
