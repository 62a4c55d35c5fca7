// The one place that starts programs. Never through a shell, never by a name that is looked up: a path is absolute, so that neither the
// current folder nor the order of PATH decides what runs. A program that is cut off is ended with everything it started.

import { spawn, type ChildProcess } from 'node:child_process';
import { dirname, isAbsolute, join } from 'node:path';
import { message } from '../core/messages/message';
import type { Ending, Executed } from '../core/ports';
import { fail, succeed, type Failure, type Result } from '../core/result';
import { systemCodeOf } from './addresses';
import { onAbort } from './onAbort';

export interface ProgramRun {
  /** Absolute. */
  readonly file: string;
  readonly args: readonly string[];
  /** Standard input, whole. */
  readonly input: Uint8Array;
  readonly timeoutMs: number;
  /** Of standard output and of standard error, each. */
  readonly mostBytes: number;
  /** Instead of our own environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** How long pipes may stay open after the end of the program (a grandchild holds them), and after it was told to end. */
const PIPES_MS = 500;

/** Where Windows keeps its own programs. The variable is set by the system and is not taken where it names no place on a drive. */
export function windowsProgram(...names: readonly string[]): string {
  const root = process.env['SystemRoot'] ?? '';
  return join(/^[A-Za-z]:[\\/]/.test(root) ? root : 'C:\\Windows', 'System32', ...names);
}

/** Ends a program and what it started: on Unix its process group, which a program leaves only on purpose. */
function endTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    const killer = spawn(windowsProgram('taskkill.exe'), ['/PID', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    // Without taskkill at least the program itself is ended.
    killer.on('error', () => child.kill());
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (systemCodeOf(error) !== 'ESRCH') child.kill('SIGKILL');
  }
}

/** Keeps what a stream says, up to a number of bytes; beyond them it tells. */
function collect(stream: NodeJS.ReadableStream, mostBytes: number, overflow: () => void): () => Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    if (size > mostBytes) return;
    size += chunk.length;
    if (size > mostBytes) overflow();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks);
}

function endingOf(code: number | null, signal: string | null): Ending {
  if (signal !== null) return { kind: 'signal', signal: signal.replace(/^SIG/, '') };
  return code === null ? { kind: 'unknown' } : { kind: 'exit', code };
}

function notStarted(file: string, error: unknown): Failure {
  return {
    code: 'unsupportedHere',
    message: message('ssh.program.notStarted', file, systemCodeOf(error)),
    remedy: message('ssh.program.notStarted.remedy'),
    retry: false,
  };
}

function start({ file, args, env }: ProgramRun): Result<ChildProcess & { readonly stdin: object; readonly stdout: object; readonly stderr: object }> {
  try {
    return succeed(
      spawn(file, [...args], {
        // A folder that nobody else fills: what a program looks up beside it comes from where it was installed.
        cwd: dirname(file),
        env: env ?? process.env,
        stdio: 'pipe',
        detached: process.platform !== 'win32',
        windowsHide: true,
      }),
    );
  } catch (error) {
    // Most errors come as an event; a few of the system's, such as arguments that are too long, are thrown.
    if (systemCodeOf(error) === 'UNKNOWN' || systemCodeOf(error).startsWith('ERR_')) throw error;
    return fail(notStarted(file, error));
  }
}

/**
 * Runs a program to its end. However it ended is a value. Fails with `unsupportedHere` where it cannot be started, and, once it and
 * everything it started are ended, with `timedOut`, `outputTooLarge` or `cancelled`.
 */
export async function runProgram(run: ProgramRun, signal: AbortSignal): Promise<Result<Executed>> {
  if (!isAbsolute(run.file)) throw new Error(`not an absolute path: ${run.file}`);
  if (signal.aborted) return fail(cancelled);
  const started = start(run);
  if (!started.ok) return started;
  const child = started.value;
  return new Promise((settle) => {
    let cut: Failure | undefined;
    let ending: Ending = { kind: 'unknown' };
    let pipes: NodeJS.Timeout | undefined;

    const finish = (failure: Failure | undefined): void => {
      clearTimeout(timer);
      clearTimeout(pipes);
      unheard();
      child.stdout.destroy();
      child.stderr.destroy();
      child.stdin.destroy();
      settle(failure === undefined ? succeed({ stdout: stdout(), stderr: stderr(), ending }) : fail(failure));
    };
    const cutOff = (failure: Failure): void => {
      if (cut !== undefined) return;
      cut = failure;
      endTree(child);
      pipes ??= setTimeout(() => finish(cut), PIPES_MS);
    };
    const cancel = (): void => cutOff(cancelled);
    const overflow = (): void => cutOff(tooLarge(run));
    const stdout = collect(child.stdout, run.mostBytes, overflow);
    const stderr = collect(child.stderr, run.mostBytes, overflow);
    const timer = setTimeout(() => cutOff(timedOut(run)), run.timeoutMs);
    const unheard = onAbort(signal, cancel);

    child.on('error', (error) => {
      // Also told when a program could not be ended; then there is one, and its end is waited for.
      if (child.pid === undefined) finish(notStarted(run.file, error));
    });
    child.on('exit', (code, endedBy) => {
      ending = endingOf(code, endedBy);
      // Something it left behind holds the pipes: it is not waited for, and not left behind.
      pipes ??= setTimeout(() => {
        endTree(child);
        finish(cut);
      }, PIPES_MS);
    });
    child.on('close', () => finish(cut));
    // A program may end without having read its input (EPIPE). Its ending tells what that means.
    child.stdin.on('error', () => undefined);
    child.stdin.end(run.input);
  });
}

const cancelled: Failure = {
  code: 'cancelled',
  message: message('failure.cancelled'),
  remedy: message('failure.cancelled.remedy'),
  retry: true,
};

const timedOut = ({ file, timeoutMs }: ProgramRun): Failure => ({
  code: 'timedOut',
  message: message('ssh.program.timedOut', file, Math.round(timeoutMs / 1000)),
  remedy: message('ssh.program.timedOut.remedy'),
  retry: true,
});

const tooLarge = ({ file, mostBytes }: ProgramRun): Failure => ({
  code: 'outputTooLarge',
  message: message('ssh.program.tooLarge', file, mostBytes),
  remedy: message('ssh.program.tooLarge.remedy'),
  retry: false,
});
