// Opens a desktop VS Code with the clone as a development extension, in a profile of its own.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeProfile } from './desktopHost.mjs';
import { ROOT } from './paths.mjs';
import { startSupervised } from './processes.mjs';

const CLOSE_TIMEOUT_MS = 10_000;

/**
 * @param {string} executable the `code` command or the program itself
 * @param {string} folder
 * @param {Record<string, unknown>} settings
 * @returns {Promise<{ stop: () => Promise<void>, closed: Promise<unknown> }>}
 */
export async function openDesktop(executable, folder, settings) {
  const profile = makeProfile(settings);
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${ROOT}`, ...profile.arguments, folder];
  const child = startSupervised(executable, args, { onText: (text) => process.stdout.write(text) });
  console.log(`VS Code with RDP Diagnostics: ${executable}`);
  return {
    closed: child.exited,
    async stop() {
      await endWindow(join(profile.folder, 'data', 'code.lock'));
      await child.end();
      profile.remove();
    },
  };
}

/**
 * The `code` command starts the window in a session of its own, out of reach of a process group; the profile says
 * which process it is.
 * @param {string} lockFile
 */
async function endWindow(lockFile) {
  if (!existsSync(lockFile)) return;
  const pid = Number(readFileSync(lockFile, 'utf8'));
  const deadline = Date.now() + CLOSE_TIMEOUT_MS;
  let alive = signal(pid, 'SIGTERM');
  while (alive && Date.now() < deadline) {
    await pause(100);
    alive = signal(pid, 0);
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals | 0} name
 */
function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH') return false;
    throw error;
  }
}
