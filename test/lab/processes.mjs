// Child processes that end when their owner ends. Every program the lab starts runs under supervisor.mjs, in a process
// group of its own: the supervisor sees its standard input close when the owner dies, even by SIGKILL, and ends the
// group. Ending only the pid would leave VS Code's `--type=agentHost` child behind, holding our pipes open.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const SUPERVISOR = fileURLToPath(new URL('./supervisor.mjs', import.meta.url));

/**
 * @typedef {object} Supervised
 * @property {number} pid of the supervisor
 * @property {Promise<number>} exited the program's exit code; 128 + signal number where a signal ended it
 * @property {() => Promise<number>} end asks the group to end, waits, then insists
 */

/**
 * @typedef {object} StartOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(text: string) => void} [onText] standard output and standard error, as they come
 */

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @param {StartOptions} [options]
 * @returns {Supervised}
 */
export function startSupervised(file, args, { cwd, env = process.env, onText } = {}) {
  const child = spawn(process.execPath, [SUPERVISOR, file, ...args], {
    cwd,
    env,
    detached: process.platform !== 'win32', // Ctrl+C in a terminal reaches the owner only; the owner ends things in order
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => onText?.(text));
  }
  /** @type {Promise<number>} */
  const exited = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  return {
    pid: child.pid ?? 0,
    exited,
    end() {
      child.stdin.end();
      return exited;
    },
  };
}

/**
 * Runs a program to its end.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {StartOptions & { timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>} a program that had to be ended has a code other than 0
 */
export async function run(file, args, { timeoutMs, onText, ...options } = {}) {
  let output = '';
  /** @param {string} text */
  const take = (text) => {
    output += text;
    onText?.(text);
  };
  const child = startSupervised(file, args, { ...options, onText: take });
  let timedOut = false;
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true;
          take(`\n${file} did not end within ${timeoutMs / 1000} s and was ended\n`);
          void child.end();
        }, timeoutMs);
  const code = await child.exited;
  clearTimeout(timer);
  return { code: timedOut ? code || 1 : code, output };
}

/** npm as a program and its first arguments: `npm` itself is a `.cmd` file on Windows, which spawn refuses. */
export function npmCommand() {
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('.js')) return { file: process.execPath, args: [cli] };
  return process.platform === 'win32' ? { file: 'cmd.exe', args: ['/d', '/s', '/c', 'npm'] } : { file: 'npm', args: [] };
}

/**
 * From here on a request to stop no longer ends this process at once: whoever waits for it undoes what was started,
 * and the exit code is that of the signal.
 * @returns {Promise<void>}
 */
export function stopSignal() {
  return new Promise((resolve) => {
    for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.once(name, () => {
        process.exitCode = 128 + constants.signals[name];
        resolve();
      });
    }
  });
}
