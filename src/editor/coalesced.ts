// Work that many events ask for: done at once for an event that stands alone, and for events in a row once in a while and after the last
// of them. What is drawn is never older than that while.

export interface Coalesced {
  /** Asks for the work. */
  (): void;
  dispose(): void;
}

/** `pauseMs`: how long the work rests after it was done. */
export function coalesced(work: () => void, pauseMs: number): Coalesced {
  const state = { resting: undefined as unknown, asked: false };

  function run(): void {
    state.asked = false;
    state.resting = setTimeout(() => {
      state.resting = undefined;
      if (state.asked) run();
    }, pauseMs);
    work();
  }

  const ask = (): void => {
    state.asked = true;
    if (state.resting === undefined) run();
  };
  return Object.assign(ask, {
    dispose: () => {
      clearTimeout(state.resting);
    },
  });
}
