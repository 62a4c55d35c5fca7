// Runs the built command line as a person would: a child process, its exit code and what it printed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../places';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function rdpDiagnostics(...words: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), ...words], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
}

export function json(ran: Ran): unknown {
  return JSON.parse(ran.out);
}
