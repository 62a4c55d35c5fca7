// A time-out for a conversation: it starts anew with every sign of life and stands still while a person is asked.

export interface Patience {
  /** Something happened: the time starts anew. */
  restart(): void;
  /** Stands still until the question is answered. Questions may overlap. */
  during<T>(question: () => Promise<T>): Promise<T>;
  end(): void;
}

export function createPatience(milliseconds: number, onLost: () => void): Patience {
  const state = { timer: undefined as NodeJS.Timeout | undefined, questions: 0, ended: false };
  const restart = (): void => {
    clearTimeout(state.timer);
    if (!state.ended && state.questions === 0) state.timer = setTimeout(onLost, milliseconds);
  };
  restart();
  return {
    restart,
    during: async (question) => {
      state.questions++;
      clearTimeout(state.timer);
      try {
        return await question();
      } finally {
        state.questions--;
        restart();
      }
    },
    end: () => {
      state.ended = true;
      clearTimeout(state.timer);
    },
  };
}
