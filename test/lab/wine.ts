// A Windows account without Windows: `winshell` hands a command line to Wine's cmd.exe as the SSH server of Windows hands one to the real
// one. Each machine has a registry and a server process of its own over a drive C whose files are shared; everything ends with it.

import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../places';
import { copyFolder } from './powershell';
import { processIds, readProcess } from './processTable';
import { createAccount, type Account } from './sshd';

export interface WineMachine {
  readonly account: Account;
  /** The Linux process ids of the running programs with that name, without its ending. */
  programs(name: string): readonly number[];
  /** A command line of cmd.exe, run on the machine itself; returns what it says. `L:\` is {@link files}. */
  run(line: string): string;
  /** A folder for files to and from the machine. */
  readonly files: string;
  stop(): Promise<void>;
}

const supervisor = join(ROOT, 'test', 'lab', 'supervisor.mjs');
const startTimeoutMs = 60_000;

/** Ended with everything of Windows: a server that is merely killed leaves its services behind. */
const serve = "trap 'wineserver -k; exit' TERM; sleep infinity & wait";

/** A login shell is killed with everything it started when its session is gone, as on Windows; sshd on Linux leaves it alone. */
const winshell = (prefix: string): string => `#!/bin/bash
export WINEPREFIX='${prefix}' WINEDEBUG=-all LC_ALL=C.UTF-8
unset DISPLAY SHELL
cd "$WINEPREFIX/drive_c" || exit 1
# As an argument it would not arrive as it is: Wine quotes.
file=$(mktemp "$WINEPREFIX/commands/XXXXXXXX.bat") || exit 1
printf '@%s\\r\\n' "$2" > "$file"
# Wine's cmd.exe takes commands from a file, not from a pipe: it reads ahead and seeks back. The real one takes them from either.
if [ "$2" = 'cmd /d /q' ]; then
  cat > "$file.in"
  exec < "$file.in"
fi
session=$PPID
( while kill -0 "$session"; do sleep 0.2; done; kill -KILL -- -$$ ) < /dev/null > /dev/null 2>&1 &
watcher=$!
wine cmd /c "L:\\\\\${file##*/}"
code=$?
kill "$watcher" 2> /dev/null
rm -f "$file" "$file.in"
exit $code
`;

/** Makes the account too, whose login shell is cmd.exe. Needs root. @param number as {@link createAccount} takes it */
export async function startWine(number: number): Promise<WineMachine> {
  const base = lastLine(execFileSync(process.execPath, [join(ROOT, 'test/lab/powershell/wine.mjs')], { encoding: 'utf8' }));
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rdp-diagnostics-wine-')));
  const shell = join(folder, 'winshell');
  const account = await createAccount(number, shell);
  layPrefix(base, folder, account.name);
  writeFileSync(shell, winshell(folder));
  chmodSync(shell, 0o755);

  const env = { PATH: process.env['PATH'], WINEPREFIX: folder };
  const asUser = [`--reuid=${account.name}`, `--regid=${account.name}`, '--init-groups', '--'];
  const server = spawn(process.execPath, [supervisor, 'setpriv', ...asUser, 'bash', '-c', serve], { env, stdio: ['pipe', 'ignore', 'ignore'] });
  const exited = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    server.stdin.end();
    await exited;
    for (let left = processesOf(folder); left.length > 0; left = processesOf(folder)) await pause(20);
    account.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    // Before any program: one that finds no server starts its own, which ends with it, and the services with that.
    execFileSync('setpriv', [...asUser, 'wineserver', '-p'], { stdio: 'ignore', timeout: startTimeoutMs, env });
    // The services that the first program starts must not hold anybody's pipes.
    execFileSync('setpriv', [...asUser, shell, '-c', 'ver'], { stdio: 'ignore', timeout: startTimeoutMs, env });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    account,
    files: join(folder, 'commands'),
    run: (line) => execFileSync('setpriv', [...asUser, shell, '-c', line], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: startTimeoutMs, env }),
    programs: (name) => {
      // Wine shows the command line as Windows has it: with or without the folder and `.exe`.
      const called = new RegExp(`^"?(?:[^"]*\\\\)?${name}(?:\\.exe)?"?(?:[ \\0]|$)`, 'i');
      return processesOf(folder).filter((pid) => called.test(readProcess(pid, 'cmdline')));
    },
    stop,
  };
}

/** A copy of links: only the registry is big enough to matter and written to. Files belong to whoever made the cache, folders to the user. */
function layPrefix(base: string, folder: string, user: string): void {
  copyFolder(join(base, 'drive_c'), join(folder, 'drive_c'));
  for (const name of ['system.reg', 'user.reg', 'userdef.reg', '.update-timestamp']) copyFileSync(join(base, name), join(folder, name));
  for (const name of ['dosdevices', 'commands']) mkdirSync(join(folder, name));
  symlinkSync('../drive_c', join(folder, 'dosdevices/c:'));
  symlinkSync('../commands', join(folder, 'dosdevices/l:'));
  execFileSync('find', [folder, '(', '-type', 'd', '-o', '-links', '1', ')', '-exec', 'chown', '-h', `${user}:`, '{}', '+'], { stdio: 'pipe' });
}

/** By the environment that every program of a prefix has. */
function processesOf(folder: string): readonly number[] {
  return processIds().filter((pid) => readProcess(pid, 'environ').split('\0').includes(`WINEPREFIX=${folder}`));
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
