// The programs that run on one connection at the same time. A server has a limit (OpenSSH: 10) and refuses what is beyond it, so few
// are started; where even those are too many, a refused one waits until another has ended.

import pLimit from 'p-limit';
import type { Executed, Execution } from '../core/ports';
import { fail, type Result } from '../core/result';
import { cancelled, channelRefused } from '../core/ssh/sshFailures';
import { onAbort } from './onAbort';
import type { LiveConnection } from './sshConnect';
import { runProgramOn } from './sshPrograms';

const mostChannels = 4;

export type Run = (execution: Execution, signal: AbortSignal) => Promise<Result<Executed>>;

/** Runs programs on `live`, a few at a time, the others in the order they came. `onSpoilt`: the connection should end after them. */
export function createChannels(live: LiveConnection, machine: string, onSpoilt: () => void): Run {
  const limit = pLimit(mostChannels);
  const state = { running: 0, ended: 0, waiting: new Set<() => void>(), spoilt: false };
  const onLeft = (): void => {
    state.spoilt = true;
    if (state.running === 0) onSpoilt();
  };

  const wakeOne = (): void => {
    const [first] = state.waiting;
    first?.();
  };
  const anotherEnded = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        state.waiting.delete(wake);
        for (const stopListening of unheard) stopListening();
        resolve();
      };
      state.waiting.add(wake);
      const unheard = [onAbort(signal, wake), onAbort(live.gone, wake)];
    });

  const runNow = async (execution: Execution, signal: AbortSignal): Promise<Result<Executed>> => {
    for (;;) {
      const others = state.running;
      const before = state.ended;
      state.running++;
      const outcome = await runProgramOn({ live, machine, onLeft }, execution, signal);
      state.running--;
      if (state.spoilt && state.running === 0) onSpoilt();
      if (!('refused' in outcome)) {
        state.ended++;
        wakeOne();
        return outcome;
      }
      if (state.running > 0) await anotherEnded(signal);
      else if (others === 0 && state.ended === before) {
        // Nobody of ours was in the way, from the question to the answer: it is the server's last word, also for those who wait.
        wakeOne();
        return fail(channelRefused(machine, outcome.refused));
      }
    }
  };

  return (execution, signal) =>
    new Promise((settle) => {
      const cancel = (): void => settle(fail(cancelled()));
      if (signal.aborted) {
        cancel();
        return;
      }
      const unheard = onAbort(signal, cancel);
      void limit(async () => {
        // From here on the run itself hears of it and ends the program first.
        unheard();
        if (!signal.aborted) settle(await runNow(execution, signal));
      });
    });
}
