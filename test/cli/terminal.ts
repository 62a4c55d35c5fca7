// Runs a program at a terminal of its own, and types when it asks.
import { spawn } from 'node:child_process';
import { ROOT } from '../places';

export interface Answered {
  readonly code: number;
  /** All that was on the screen. */
  readonly screen: string;
}

/** What to type, with its Enter, once the screen shows something new that matches. */
export type Script = readonly (readonly [when: RegExp, typed: string])[];

const mostMs = 50_000;

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/** @param watch called whenever the screen has changed */
export function atTerminal(words: readonly string[], script: Script, env = process.env, watch = (): void => undefined): Promise<Answered> {
  return new Promise((resolve, reject) => {
    // Its standard input comes from elsewhere, as in a pipe.
    const line = `${words.map(quoted).join(' ')} < /dev/null`;
    const child = spawn('script', ['-qfec', line, '/dev/null'], { cwd: ROOT, env: { ...env, SHELL: '/bin/sh' }, stdio: ['pipe', 'pipe', 'inherit'] });
    const left = [...script];
    let screen = '';
    let seen = 0;
    child.stdin.on('error', () => undefined); // it may end before it is answered
    child.stdout.on('data', (chunk: Buffer) => {
      screen += chunk.toString();
      watch();
      const [next] = left;
      if (next === undefined || !next[0].test(screen.slice(seen))) return;
      left.shift();
      seen = screen.length;
      child.stdin.write(next[1]);
    });
    // A question that was expected and did not come would otherwise be waited for without end: with its terminal, the program ends.
    const timer = setTimeout(() => child.kill(), mostMs);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      if (code === null) reject(new Error(`ended after ${mostMs} ms, with this on the screen:\n${screen}`));
      else resolve({ code, screen });
    });
  });
}
