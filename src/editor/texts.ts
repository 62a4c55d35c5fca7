// The English texts of messages, as far as they are loaded: the start brings its own, the others come with the first part that needs them.
// A message from a part that was loaded through a door's ports always finds its text.

import type { MessageKey } from '../core/messages/message';

export type LoadTexts = () => Promise<typeof import('../core/messages/table')>;

const loaded = new Map<string, string>();

export function learnTexts(texts: Readonly<Record<string, string>>): void {
  for (const [key, text] of Object.entries(texts)) loaded.set(key, text);
}

export const hasText = (key: string): key is MessageKey => loaded.has(key);

/** The English text with its placeholders. */
export function textOf(key: MessageKey): string {
  const text = loaded.get(key);
  if (text === undefined) throw new Error(`The text of ${key} is not loaded.`);
  return text;
}

/** A loader whose part is handed out only once every text that it may speak is here. */
export function withTexts<T>(load: () => Promise<T>, loadTexts: LoadTexts): () => Promise<T> {
  return async () => {
    const [part, { texts }] = await Promise.all([load(), loadTexts()]);
    learnTexts(texts);
    return part;
  };
}
