// Texts about the listener as seen from outside: verdicts, report lines, progress.

export const listenerTexts = {} as const;
