// Runs the built command line as a person would: a child process, its exit code and what it printed. It has no terminal, also where the
// tests have one: a question would otherwise wait for whoever runs them.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../places';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export const program = join(ROOT, 'dist/cli.js');

export function rdpDiagnostics(...words: readonly string[]): Promise<Ran> {
  return runProgram([process.execPath, program, ...words]);
}

/** @param input what is on its standard input; nothing where it is not given */
export function runProgram([file = '', ...words]: readonly string[], env = process.env, input?: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, words, { cwd: ROOT, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdin.on('error', () => undefined); // it may end without having read
    child.stdin.end(input);
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
