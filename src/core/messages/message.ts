// A message is a key of the one table of English texts plus its arguments. Core never formats for a person: a door does,
// in English (the command line) or through the editor's translation.

import { texts } from './table';

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

/** The English template of a message, with its placeholders `{0}`, `{1}` … */
export function template(key: MessageKey): string {
  return texts[key];
}

export function english(wanted: Message): string {
  return template(wanted.key).replace(/\{(\d)\}/g, (placeholder, index: string) => {
    const argument = wanted.args[Number(index)];
    return argument === undefined ? placeholder : String(argument);
  });
}
