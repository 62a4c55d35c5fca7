// An answer about a key, worked out once per key object. Formats share one object among all values of a key line, so a question that
// is asked for every value of a large file costs a look-up; two objects for one key are two questions, which does no harm.

import type { RegistryKey } from './place';

/** Remembers for as long as the returned function lives: make one per run. */
export function perKey<T>(answer: (key: RegistryKey) => T): (key: RegistryKey) => T {
  const known = new Map<RegistryKey, { readonly answer: T }>();
  return (key) => {
    const held = known.get(key) ?? { answer: answer(key) };
    known.set(key, held);
    return held.answer;
  };
}
