// What a section of a snapshot holds, for tests that collected it: one that failed fails the test with its reason.
import type { Section } from '../src/core/snapshot/snapshot';

export function dataOf<T>(section: Section<T>): T {
  if ('failure' in section) throw new Error(`no data: ${section.failure.reason}, ${section.failure.detail}`);
  return section.data;
}
