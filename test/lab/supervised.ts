// Programs that stay: started under a supervisor (supervisor.mjs), which ends them even when the test process is killed.

import { spawn } from 'node:child_process';
import { accessSync, closeSync, constants, openSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from '../places';
import { accepts, freePort } from './loopback';

export interface Supervised {
  readonly running: () => boolean;
  /** Ends it, and whatever it started; resolves when nothing of it is left. */
  readonly end: () => Promise<void>;
}

export interface ProgramLine {
  readonly program: string;
  readonly args: readonly string[];
  /** Added to ours. */
  readonly env?: NodeJS.ProcessEnv;
  /** The file that takes what it prints, to either stream. */
  readonly log: string;
}

const supervisor = join(ROOT, 'test', 'lab', 'supervisor.mjs');

/** The full path of a program; Debian keeps daemons outside a user's PATH. */
export function programPath(name: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
  const found = folders.map((folder) => join(folder, name)).find(isProgram);
  if (found === undefined) throw new Error(`${name} is not installed`);
  return found;
}

export function startSupervised({ program, args, env = {}, log }: ProgramLine): Supervised {
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, [supervisor, programPath(program), ...args], {
    stdio: ['pipe', output, output],
    env: { ...process.env, ...env },
  });
  closeSync(output);
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    running: () => child.exitCode === null && child.signalCode === null,
    end: () => {
      child.stdin?.end();
      return exited;
    },
  };
}

/**
 * Starts a server that has to be told its port, and waits until it accepts at every host. Rejects with its log where it does not.
 * `wanted`: the port; one that is free where there is none.
 */
export async function startServer(
  hosts: readonly [string, ...string[]],
  lineFor: (port: number) => ProgramLine,
  wanted?: number,
): Promise<Supervised & { readonly port: number }> {
  // The port is free now and may not be in a moment: then the server ends at once, and another one is tried.
  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await freePort(hosts[0]));
    const line = lineFor(port);
    const server = startSupervised(line);
    const listening = await Promise.all(hosts.map((host) => accepts(host, port, server.running)));
    if (listening.every(Boolean)) return { ...server, port };
    await server.end();
    if (attempt === 3 || wanted !== undefined) throw new Error(`${line.program} did not listen on ${hosts.join(', ')}, port ${String(port)}\n${readFileSync(line.log, 'utf8')}`);
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not here: the next folder
  }
}
