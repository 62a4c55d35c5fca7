// Work put off until somebody asks, and done once. The tables of this folder are indexed this way: loading them costs nothing. Where a
// bundle may leave a table out altogether, the call is marked as pure, which the bundler does not find out by itself.

export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
