// Messages in English, for doors that do not translate. Holds the whole table of texts: what runs at activation does not load it.

import { filled } from './filled';
import type { Message } from './message';
import { texts } from './table';

export function english({ key, args }: Message): string {
  return filled(texts[key], args);
}
