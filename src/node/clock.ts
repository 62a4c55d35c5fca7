// The clock of the machine, for core's Clock.

import type { Clock } from '../core/ports';
import { onAbort } from './onAbort';

export const clock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const done = (): void => {
        clearTimeout(timer);
        unheard();
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      const unheard = onAbort(signal, done);
    }),
};
