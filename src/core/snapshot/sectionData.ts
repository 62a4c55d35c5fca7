// What a section of a snapshot holds. A section is data or a failure with its reason; whoever asks here does not ask for the reason.

import type { Section } from './snapshot';

/** Undefined where the section was not seen: never to be read as empty. */
export function dataOf<T>(section: Section<T>): T | undefined {
  return 'data' in section ? section.data : undefined;
}
