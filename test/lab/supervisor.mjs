// Runs `argv[2] argv[3]...` in a process group of its own and ends that whole group when standard input closes, which
// happens when the owner asks for it and also when the owner is killed. See processes.mjs.
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

const GRACE_MS = 5_000;
const POLL_MS = 20;
const windows = process.platform === 'win32';
const [file = '', ...args] = process.argv.slice(2);

supervise(spawn(file, args, { detached: !windows, stdio: ['ignore', 'inherit', 'inherit'] }));

/** @param {import('node:child_process').ChildProcess} child */
function supervise(child) {
  let ending = false;
  const end = () => {
    if (ending || child.pid === undefined) return;
    ending = true;
    void endGroup(child.pid);
  };
  process.stdin.resume();
  process.stdin.once('end', end);
  process.stdin.once('error', end);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, end);

  child.once('error', (error) => {
    process.stderr.write(`${file} could not be started: ${error.message}\n`);
    process.exit(127);
  });
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
    end(); // for grandchildren that outlive the program
  });
}

/** @param {number} group */
async function endGroup(group) {
  if (windows) spawnSync('taskkill', ['/PID', String(group), '/T', '/F']);
  const deadline = Date.now() + GRACE_MS;
  let alive = signalGroup(group, 'SIGTERM');
  while (alive && Date.now() < deadline) {
    await pause(POLL_MS);
    alive = signalGroup(group, 0);
  }
  if (alive) signalGroup(group, 'SIGKILL');
  process.exit();
}

/**
 * @param {number} group
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether anyone of the group was still there
 */
function signalGroup(group, signal) {
  if (windows) return false;
  try {
    process.kill(-group, signal);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH') return false;
    throw error;
  }
}
