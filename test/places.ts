// Where a compiled test finds the files it reads: tests run from out/test, what they read stays in the clone.
import { resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');
export const FIXTURES = resolve(ROOT, 'test/fixtures');
