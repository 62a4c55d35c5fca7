// A message whose arguments cannot break its line: what a file or a server named goes into a sentence as a part of it.

import { oneLine } from '../text/oneLine';
import type { Message } from './message';

// A name that fills a screen tells no more than its beginning.
const MOST_LETTERS = 1000;

export function onOneLine({ key, args }: Message): Message {
  return { key, args: args.map((argument) => (typeof argument === 'string' ? oneLine(argument, MOST_LETTERS) : argument)) };
}
