// The few assertions of tests that run in every extension host: a web worker has no node:assert. mocha draws the difference from what
// the errors carry.

function differ(actual: unknown, expected: unknown, message = 'not equal'): never {
  throw Object.assign(new Error(message), { actual, expected, showDiff: true });
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && same(value, right.get(key)));
}

export function ok(value: unknown, otherwise = 'not so'): asserts value {
  if (value === undefined || value === null || value === false || value === '' || value === 0) throw new Error(otherwise);
}

export function equal<T>(actual: unknown, expected: T, otherwise?: string): asserts actual is T {
  if (!Object.is(actual, expected)) differ(actual, expected, otherwise);
}

/** Of arrays, bytes and plain objects: own entries, in any depth. */
export function deepEqual(actual: unknown, expected: unknown, otherwise?: string): void {
  if (!same(actual, expected)) differ(actual, expected, otherwise);
}

export function match(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual)) throw new Error(`${JSON.stringify(actual)} is not like ${String(pattern)}`);
}
