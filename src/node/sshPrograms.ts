// Running one program on an open connection. It is ended on the other side too, wherever we stop listening before it has ended:
// closing the channel alone leaves a program that writes nothing running. Not every server passes signals on (Windows has none,
// OpenSSH refuses them to root and to forced commands); where the end was not confirmed, the caller is told to end the connection.

import type { Ending, Executed, Execution } from '../core/ports';
import { fail, succeed, type Failure, type Result } from '../core/result';
import { cancelled, commandTimedOut, connectionLost, outputTooLarge } from '../core/ssh/sshFailures';
import { onAbort } from './onAbort';
import type { LiveConnection } from './sshConnect';
import type { RemoteProgram } from './sshLibrary';

/** The server would not open a channel. Others that are open may be why. */
export interface Refused {
  readonly refused: string;
}

// Together well below the second within which a cancelled call is back.
const untilKillMs = 200;
const untilGivenUpMs = 400;

function collector(most: number, onTooMuch: () => void): { take(chunk: Uint8Array): void; whole(): Uint8Array } {
  const chunks: Uint8Array[] = [];
  const state = { length: 0 };
  return {
    take: (chunk) => {
      if (state.length > most) return; // read on and dropped: a stream that nobody reads never ends
      state.length += chunk.length;
      if (state.length > most) {
        chunks.length = 0;
        onTooMuch();
      } else chunks.push(chunk);
    },
    whole: () => Buffer.concat(chunks),
  };
}

function endingOf(program: RemoteProgram): Ending {
  const exit = program.exit();
  if (exit === undefined) return { kind: 'unknown' };
  return 'code' in exit ? { kind: 'exit', code: exit.code } : { kind: 'signal', signal: exit.signal.replace(/^SIG/, '') };
}

/** Asks the program to end, then insists, then leaves. Resolves at the latest when the channel is given up. */
function endProgram(program: RemoteProgram): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(resolve, untilKillMs + untilGivenUpMs);
    const insist = setTimeout(() => {
      program.signal('KILL');
      program.close();
    }, untilKillMs);
    void program.closed.then(() => {
      clearTimeout(insist);
      clearTimeout(giveUp);
      resolve();
    });
    program.signal('TERM');
  });
}

/** Drives a program that has been started. */
function follow(program: RemoteProgram, execution: Execution, live: LiveConnection, stop: StopSigns): Promise<Result<Executed>> {
  return new Promise((settle) => {
    const state = { over: false };
    const finish = (outcome: Result<Executed>): void => {
      state.over = true;
      stop.forget();
      settle(outcome);
    };
    const interrupt = (failure: Failure): void => {
      if (state.over) return;
      state.over = true;
      if (live.gone.aborted) {
        finish(fail(failure));
        return;
      }
      void endProgram(program).then(() => {
        if (program.exit() === undefined) stop.onLeft();
        finish(fail(failure));
      });
    };
    const tooMuch = (): void => interrupt(outputTooLarge(stop.machine, execution.mostBytes));
    const stdout = collector(execution.mostBytes, tooMuch);
    const stderr = collector(execution.mostBytes, tooMuch);
    program.stream.on('data', (chunk: Uint8Array) => stdout.take(chunk));
    program.stderr.on('data', (chunk: Uint8Array) => stderr.take(chunk));
    program.stream.on('error', () => interrupt(connectionLost(stop.machine, '')));
    void program.closed.then(() => {
      if (state.over) return;
      // The library closes the channels of a lost connection as if the server had.
      if (live.gone.aborted) finish(fail(connectionLost(stop.machine, '')));
      else finish(succeed({ stdout: stdout.whole(), stderr: stderr.whole(), ending: endingOf(program) }));
    });
    stop.onStop(interrupt);
    // The window of the channel holds it back where the program reads slowly.
    program.stream.end(execution.input);
  });
}

interface StopSigns {
  readonly machine: string;
  readonly onLeft: () => void;
  /** One listener; called at once where it has already happened. */
  onStop(listener: (failure: Failure) => void): void;
  forget(): void;
}

/** What can interrupt a run: its time, its caller, the end of the connection. */
function stopSigns({ live, machine, onLeft }: Host, { timeoutMs }: Execution, signal: AbortSignal): StopSigns {
  const state = { failure: undefined as Failure | undefined, listener: undefined as ((failure: Failure) => void) | undefined };
  const stop = (failure: Failure): void => {
    state.failure ??= failure;
    state.listener?.(state.failure);
  };
  const cancel = (): void => stop(cancelled());
  const lost = (): void => stop(connectionLost(machine, ''));
  const timer = setTimeout(() => stop(commandTimedOut(machine, timeoutMs / 1000)), timeoutMs);
  const unheard = [onAbort(signal, cancel), onAbort(live.gone, lost)];
  if (signal.aborted) cancel();
  else if (live.gone.aborted) lost();
  return {
    machine,
    onLeft,
    onStop: (listener) => {
      state.listener = listener;
      if (state.failure !== undefined) listener(state.failure);
    },
    forget: () => {
      clearTimeout(timer);
      for (const stopListening of unheard) stopListening();
    },
  };
}

export interface Host {
  readonly live: LiveConnection;
  readonly machine: string;
  /** Called where a program was cut off and may still be running. */
  readonly onLeft: () => void;
}

/** Starts the program and follows it to its end. */
export async function runProgramOn(host: Host, execution: Execution, signal: AbortSignal): Promise<Result<Executed> | Refused> {
  const { live, machine } = host;
  const stop = stopSigns(host, execution, signal);
  const stopped = new Promise<Failure>((resolve) => stop.onStop(resolve));
  const opening = live.connection.execute(execution.command.line);
  const first = await Promise.race([opening, stopped]);
  if ('code' in first) {
    stop.forget();
    // It may be started yet: then it is ended as soon as that is known.
    void opening.then((late) => (late.ok && !live.gone.aborted ? endUnheard(late.value, host) : undefined));
    return fail(first);
  }
  if (first.ok) return follow(first.value, execution, live, stop);
  stop.forget();
  return live.gone.aborted || first.fault.kind === 'gone' ? fail(connectionLost(machine, '')) : { refused: first.fault.said };
}

async function endUnheard(program: RemoteProgram, host: Host): Promise<void> {
  program.stream.resume();
  program.stderr.resume();
  await endProgram(program);
  if (program.exit() === undefined) host.onLeft();
}
