// A message is a key of the one table of English texts plus its arguments. Core never formats for a person: a door does,
// in English (the command line) or through the editor's translation.

import type { texts } from './table';

type Texts = typeof texts;
export type MessageKey = keyof Texts;

// The number of arguments a text takes, read from its placeholders at compile time.
type Arguments<S extends string> = S extends `${string}{4}${string}`
  ? readonly [Argument, Argument, Argument, Argument, Argument]
  : S extends `${string}{3}${string}`
    ? readonly [Argument, Argument, Argument, Argument]
    : S extends `${string}{2}${string}`
      ? readonly [Argument, Argument, Argument]
      : S extends `${string}{1}${string}`
        ? readonly [Argument, Argument]
        : S extends `${string}{0}${string}`
          ? readonly [Argument]
          : readonly [];

type Argument = string | number;

export interface Message {
  readonly key: MessageKey;
  readonly args: readonly Argument[];
}

export function message<K extends MessageKey>(key: K, ...args: Arguments<Texts[K]>): Message {
  return { key, args };
}

/** A message as a door says it: in English, or in the language of the editor. */
export type Say = (text: Message) => string;
