// Where OpenSSH's client is on this computer, as an absolute path, and what it says about a host. Never the current folder, and of PATH
// only the entries that are absolute.

import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';
import { readEffectiveSettings, type Directives } from '../core/ssh/directives';
import { firstWords } from '../core/ssh/firstWords';
import type { SshTarget } from '../core/ssh/target';
import { runProgram, windowsProgram } from './processes';

/** `Match exec` runs what the user configured, which may wait for something. */
const PATIENCE_MS = 15_000;
const MOST_BYTES = 1_000_000;

function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    async () => (await stat(file)).isFile(),
    () => false,
  );
}

function placesOfSsh(): readonly string[] {
  const fromPath = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  if (process.platform !== 'win32') return [...fromPath, '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].map((folder) => path.join(folder, 'ssh'));
  const programFiles = process.env['ProgramFiles'] ?? 'C:\\Program Files';
  return [windowsProgram('OpenSSH', 'ssh.exe'), path.join(programFiles, 'OpenSSH', 'ssh.exe'), ...fromPath.map((folder) => path.join(folder, 'ssh.exe'))];
}

/** Undefined where there is none. */
export async function findSsh(): Promise<string | undefined> {
  for (const place of placesOfSsh()) if (await isProgram(place)) return place;
  return undefined;
}

/**
 * What `ssh -G` says, which evaluates the user's own configuration as their ssh does, programs in it included. Undefined where this ssh
 * cannot be asked: it does not start, or is older than -G. Fails with `sshTargetUnusable` in ssh's own words, `timedOut` or `cancelled`.
 */
export async function askSsh(
  ssh: string,
  { host, user, port }: SshTarget,
  configFile: string | undefined,
  signal: AbortSignal,
  timeoutMs = PATIENCE_MS,
): Promise<Result<Directives | undefined>> {
  // The host comes after `--`, so that it cannot be an option; user and port are options, so that they win as they do for ssh.
  const args = [
    '-G',
    ...(configFile === undefined ? [] : ['-F', configFile]),
    ...(user === undefined ? [] : ['-l', user]),
    ...(port === undefined ? [] : ['-p', String(port)]),
    '--',
    host,
  ];
  const ran = await runProgram({ file: ssh, args, input: new Uint8Array(), timeoutMs, mostBytes: MOST_BYTES }, signal);
  if (!ran.ok) return ran.failure.code === 'unsupportedHere' ? succeed(undefined) : ran;
  const { stdout, stderr, ending } = ran.value;
  if (ending.kind === 'exit' && ending.code === 0) return succeed(readEffectiveSettings(Buffer.from(stdout).toString('utf8')));
  const said = Buffer.from(stderr).toString('utf8');
  if (/(?:unknown|illegal|invalid) option -- '?G/.test(said)) return succeed(undefined);
  return fail({
    code: 'sshTargetUnusable',
    message: message('ssh.config.refused', host, complaintOf(said)),
    remedy: message('ssh.config.remedy'),
    retry: false,
  });
}

/** The line that says most: the first one that is not about the terminal ssh did not get. */
function complaintOf(said: string): string {
  const lines = said.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('Pseudo-terminal'));
  return firstWords(lines[0] ?? '');
}
