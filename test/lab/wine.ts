// A Windows account without Windows: `winshell` hands a command line to Wine's cmd.exe as the SSH server of Windows hands one to the real
// one. Each machine has a registry and a server process of its own over one shared drive C; everything ends with it.

import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../places';

export interface WineMachine {
  /** Takes `-c COMMAND` as a login shell does, else the environment's SSH_ORIGINAL_COMMAND. */
  readonly winshell: string;
  /** The Linux process ids of the running programs with that name, e.g. powershell.exe. */
  programs(name: string): readonly number[];
  stop(): Promise<void>;
}

const supervisor = join(ROOT, 'test', 'lab', 'supervisor.mjs');
const startTimeoutMs = 60_000;

/** A login shell is killed with everything it started when its session is gone, as on Windows; sshd on Linux leaves it alone. */
const winshell = (prefix: string): string => `#!/bin/bash
export WINEPREFIX='${prefix}' WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe=d' LC_ALL=C.UTF-8
unset DISPLAY SHELL
cd "$WINEPREFIX/drive_c" || exit 1
if [ "$1" = -c ]; then command=$2; else command=$SSH_ORIGINAL_COMMAND; fi
# As an argument it would not arrive as it is: Wine quotes.
file=$(mktemp "$WINEPREFIX/commands/XXXXXXXX.bat") || exit 1
printf '@%s\\r\\n' "$command" > "$file"
session=$PPID
( while kill -0 "$session"; do sleep 0.2; done; kill -KILL -- -$$ ) < /dev/null > /dev/null 2>&1 &
watcher=$!
wine cmd /c "L:\\\\\${file##*/}"
code=$?
kill "$watcher" 2> /dev/null
rm -f "$file"
exit $code
`;

export async function startWine(): Promise<WineMachine> {
  const base = lastLine(execFileSync(process.execPath, [join(ROOT, 'test/lab/powershell/wine.mjs')], { encoding: 'utf8' }));
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rdp-diagnostics-wine-')));
  for (const name of ['system.reg', 'user.reg', 'userdef.reg', '.update-timestamp']) copyFileSync(join(base, name), join(folder, name));
  symlinkSync(join(base, 'drive_c'), join(folder, 'drive_c'));
  for (const name of ['dosdevices', 'commands']) mkdirSync(join(folder, name));
  symlinkSync('../drive_c', join(folder, 'dosdevices/c:'));
  symlinkSync('../commands', join(folder, 'dosdevices/l:'));
  const shell = join(folder, 'winshell');
  writeFileSync(shell, winshell(folder));
  chmodSync(shell, 0o755);

  const env = { ...process.env, WINEPREFIX: folder };
  const server = spawn(process.execPath, [supervisor, 'wineserver', '--foreground', '--persistent'], { env, stdio: ['pipe', 'ignore', 'ignore'] });
  const exited = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    server.stdin.end();
    await exited;
    for (let left = processesOf(folder); left.length > 0; left = processesOf(folder)) await pause(20);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    // The services that the first program starts must not hold anybody's pipes.
    execFileSync(shell, ['-c', 'ver'], { stdio: 'ignore', timeout: startTimeoutMs, env });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    winshell: shell,
    programs: (name) => processesOf(folder).filter((pid) => (readProcess(pid, 'cmdline').split('\0')[0] ?? '').toLowerCase().endsWith(`\\${name}`)),
    stop,
  };
}

/** By the environment that every program of a prefix has. */
function processesOf(folder: string): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => readProcess(pid, 'environ').split('\0').includes(`WINEPREFIX=${folder}`));
}

function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
