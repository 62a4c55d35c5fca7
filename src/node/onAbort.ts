// Hearing that work is to stop. One signal stands for as many hosts as a person checks at once, and Node takes the eleventh listener on
// it for a leak and says so on standard error; here each listener is taken off when its wait is over.

import { setMaxListeners } from 'node:events';

const unlimited = 0;

/** Calls `act` once, when the signal aborts; not for one that has aborted before. What is returned takes it back. */
export function onAbort(signal: AbortSignal, act: () => void): () => void {
  setMaxListeners(unlimited, signal);
  signal.addEventListener('abort', act, { once: true });
  return () => signal.removeEventListener('abort', act);
}
