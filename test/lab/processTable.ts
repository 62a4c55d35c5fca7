// The processes of this machine, read from /proc: which there are, and what is told of one.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function processIds(): readonly number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
}

/** What a file of its folder holds; nothing where the process ended meanwhile. */
export function readProcess(pid: number, file: 'cmdline' | 'environ' | 'stat'): string {
  try {
    return readFileSync(join('/proc', String(pid), file), 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // there is nobody to signal
  }
}

/** Other processes whose command line holds `text`. */
export function processesWith(text: string): readonly number[] {
  return processIds().filter((pid) => pid !== process.pid && readProcess(pid, 'cmdline').includes(text));
}
