// Runs a script on whatever an Executor reaches. Success is the end mark of the bootstrap and nothing else: an exit code of 0 also comes
// from a cut script and from a program that is not PowerShell. Command lines are constants; see docs/bootstrap.md.

import type { Executed, Executor, Shell } from '../ports';
import { fail, succeed, type Failure, type Result } from '../result';
import { readAnswer, type Answer } from './answer';
import { inputFor } from './bootstrap';
import { complaintOf, firstWords, isPowerShells, readableComplaints } from './complaints';
import { fixedCommands, type FixedCommand } from './fixedCommands';
import { broken, constrained, cutOff, damaged, failed, missing, notBegun, notWindowsShell, notWindowsSystem, tooLarge, tooOld } from './scriptFailures';
import type { Script, ScriptAnswer } from './script';
import { readWhichShell } from './whichShell';

// Standard output also carries the marks, and whatever a profile or a message of the day adds.
const NOISE_BYTES = 256 * 1024;
const WHICH_SHELL_MS = 30_000;

/** `silent`: whatever ran there was not our bootstrap. */
type Attempt = { readonly kind: 'settled'; readonly result: Result<ScriptAnswer> } | { readonly kind: 'silent'; readonly executed: Executed };

/**
 * @param newNonce 16 to 64 letters and digits that nobody can guess; called once a run
 */
export function shellOver(executor: Executor, newNonce: () => string): Shell {
  // What answered once is asked first from then on.
  const order: FixedCommand[] = [fixedCommands.powershell, fixedCommands.pwsh];

  async function attempt(command: FixedCommand, script: Script, signal: AbortSignal): Promise<Attempt> {
    const nonce = newNonce();
    const input = inputFor(script, nonce);
    const mostBytes = script.mostBytes + Math.ceil(script.mostBytes / 64) + NOISE_BYTES;
    const executed = await executor.execute({ command, input, timeoutMs: script.timeoutMs, mostBytes }, signal);
    if (!executed.ok) return { kind: 'settled', result: executed };
    const answer = readAnswer(executed.value.stdout, nonce);
    if (answer.verdict.kind === 'silent') return silence(executor.machine, executed.value);
    return { kind: 'settled', result: judged(executor.machine, script, input.length - input.indexOf(10) - 1, answer, executed.value) };
  }

  async function run(script: Script, signal: AbortSignal): Promise<Result<ScriptAnswer>> {
    let absent: Failure | undefined;
    let silent: Executed | undefined;
    for (const command of [...order]) {
      const tried = await attempt(command, script, signal);
      if (tried.kind === 'silent') silent ??= tried.executed;
      else if (!tried.result.ok && tried.result.failure.code === 'powerShellMissing') absent ??= tried.result.failure;
      else {
        if (command !== order[0]) order.reverse();
        return tried.result;
      }
    }
    if (silent === undefined) return fail(absent ?? missing(executor.machine, ''));
    return nobodyAnswered(silent, signal);
  }

  /** Neither name is a PowerShell: is that a Windows without one, or another system? */
  async function nobodyAnswered(silent: Executed, signal: AbortSignal): Promise<Result<ScriptAnswer>> {
    const execution = { command: fixedCommands.whichShell, input: new Uint8Array(), timeoutMs: WHICH_SHELL_MS, mostBytes: NOISE_BYTES };
    const executed = await executor.execute(execution, signal);
    if (!executed.ok) return executed;
    const which = readWhichShell(executed.value.stdout);
    if (which.kind === 'unix') return fail(notWindowsShell(executor.machine, which.name));
    if (which.kind !== 'unknown') return fail(missing(executor.machine, complaintOf(silent)));
    // A command that is not found ends with 127 in shells of Unix and in none of Windows; 126 is one that may not be run.
    const { ending } = silent;
    if (ending.kind === 'exit' && (ending.code === 127 || ending.code === 126)) {
      return fail(notWindowsShell(executor.machine, complaintOf(silent)));
    }
    return fail(missing(executor.machine, complaintOf(silent)));
  }

  return { machine: executor.machine, execute: (execution, signal) => executor.execute(execution, signal), close: () => executor.close(), run };
}

function silence(machine: string, executed: Executed): Attempt {
  const settled = (failure: Failure): Attempt => ({ kind: 'settled', result: fail(failure) });
  if (isPowerShells(executed.stderr)) return settled(notBegun(machine, complaintOf(executed)));
  if (executed.ending.kind !== 'exit') return settled(broken(machine, executed.ending));
  return { kind: 'silent', executed };
}

function judged(machine: string, script: Script, sent: number, answer: Answer, executed: Executed): Result<ScriptAnswer> {
  const { verdict, host, noise } = answer;
  if (verdict.kind === 'constrained') return fail(constrained(machine, verdict.version, verdict.mode));
  if (host === undefined) return fail(broken(machine, executed.ending));
  switch (verdict.kind) {
    case 'end':
      if (verdict.output.length > script.mostBytes) return fail(tooLarge(machine, script.mostBytes));
      return succeed({
        host,
        output: verdict.output,
        complaints: readableComplaints(executed.stderr),
        noise,
        ending: executed.ending,
      });
    case 'failed':
      return fail(failed(machine, firstWords(verdict.why)));
    case 'old':
      return fail(tooOld(machine, host.powershell));
    case 'foreign':
      return fail(notWindowsSystem(machine, host.powershell, firstWords(host.os)));
    case 'cut':
      return fail(cutOff(machine, verdict.arrived, sent));
    case 'damaged':
      return fail(damaged(machine));
    case 'unfinished':
    case 'silent':
      return fail(broken(machine, executed.ending));
  }
}
