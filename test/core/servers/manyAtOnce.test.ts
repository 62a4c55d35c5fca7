// Work on many things at a bounded number at a time.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { manyAtOnce, type Attempt } from '../../../src/core/servers/manyAtOnce';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
const never = new AbortController().signal;

/** Counts what runs at the same time, and has each take some turns of the event loop. */
function counted(work: (item: number, running: number, last: boolean) => Attempt): { readonly most: () => number; readonly work: (item: number, last: boolean) => Promise<Attempt> } {
  let running = 0;
  let most = 0;
  return {
    most: () => most,
    work: async (item, last) => {
      running++;
      most = Math.max(most, running);
      const at = running;
      for (let turn = 0; turn < 1 + (item % 3); turn++) await new Promise(setImmediate);
      running--;
      return work(item, at, last);
    },
  };
}

describe('many at once', () => {
  it('does each once, and never more at a time than allowed', async () => {
    for (const atOnce of [1, 7, 64]) {
      const done: number[] = [];
      const { most, work } = counted((item) => {
        done.push(item);
        return 'done';
      });
      await manyAtOnce(numbers(50), atOnce, work, never);
      deepEqual([...done].sort((a, b) => a - b), numbers(50));
      equal(most(), Math.min(50, atOnce));
    }
  });

  it('goes down to what the machine bears, and does again what was cut short', async () => {
    const done: number[] = [];
    const { work } = counted((item, running) => {
      if (running > 5) return 'exhausted';
      done.push(item);
      return 'done';
    });
    await manyAtOnce(numbers(100), 32, work, never);
    deepEqual([...done].sort((a, b) => a - b), numbers(100));
  });

  it('ends where even one at a time is too many', async () => {
    const kept: number[] = [];
    const { work } = counted((item, _, last) => {
      if (!last) return 'exhausted';
      kept.push(item);
      return 'done';
    });
    await manyAtOnce(numbers(20), 8, work, never);
    deepEqual([...kept].sort((a, b) => a - b), numbers(20));
  });

  it('starts nothing after it was stopped', async () => {
    const controller = new AbortController();
    let done = 0;
    const { work } = counted(() => {
      done++;
      if (done === 10) controller.abort();
      return 'done';
    });
    await manyAtOnce(numbers(1000), 4, work, controller.signal);
    ok(done >= 10 && done < 20, String(done));
  });
});
