// Waiting for what another side does in its own time, in steps that cost nothing.

import { ok } from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

export async function waitFor(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    ok(Date.now() < deadline, 'it did not come about');
    await pause(5);
  }
}
