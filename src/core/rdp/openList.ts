// Which lists of choices are all there is. A policy that offers a long one (times) picks some amounts of many, and Windows keeps to others too.

import type { Choice } from './setting';

const LONGEST_WHOLE = 8;

export function isOpenList(choices: readonly Choice[]): boolean {
  return choices.length > LONGEST_WHOLE;
}
