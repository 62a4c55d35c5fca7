// Work put off until somebody asks, and done once. The tables of this folder are indexed this way: loading them costs nothing, and a
// bundle that never asks does not carry what only the answer needs (hence the mark that tells the bundler so).

/* @__NO_SIDE_EFFECTS__ */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
