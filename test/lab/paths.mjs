// Where the lab keeps things. Builds live outside the clone so that a fresh clone, or a second one, finds them again.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));
export const OUT = join(ROOT, 'out');
export const LAB = join(ROOT, 'test', 'lab');
export const DEMO = join(LAB, 'demo');
export const SCREENSHOTS = join(OUT, 'screenshots');

/** Read when called: tests point `XDG_CACHE_HOME` elsewhere. */
export function cacheFolder() {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'rdp-diagnostics-lab');
}
