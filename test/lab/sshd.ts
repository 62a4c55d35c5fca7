// Real OpenSSH servers on loopback for the tests: each in a folder of its own, with host keys of its own, on a port the system had
// free. Accounts are made for one test file and removed after it. supervisor.mjs ends a server even when the test process is killed.

import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../places';
import { accepts, freePort } from './loopback';
import { isAlive, processIds, readProcess } from './processTable';

export type KeyType = 'ed25519' | 'ecdsa' | 'rsa';

export interface SshdSetup {
  readonly hostKeys?: readonly KeyType[];
  /** Lines of sshd_config that come before ours; the first value counts. */
  readonly lines?: readonly string[];
  readonly host?: string;
}

export interface SshServer {
  readonly host: string;
  readonly port: number;
  /** `ssh-ed25519 AAAA…` */
  hostKey(type: KeyType): string;
  /** Lets holders of this public key in, as any user. */
  authorize(publicKey: string): void;
  log(): string;
  /** Ends the processes that serve connections, not the server. */
  killSessions(): void;
  sessions(): readonly number[];
  stop(): Promise<void>;
}

const sshd = '/usr/sbin/sshd';
const supervisor = join(ROOT, 'test', 'lab', 'supervisor.mjs');

/** Makes a key pair and returns the public line. */
export function makeKey(file: string, type: KeyType, passphrase = '', format: readonly string[] = []): string {
  const bits = type === 'rsa' ? ['-b', '2048'] : [];
  execFileSync('ssh-keygen', ['-q', '-t', type, ...bits, ...format, '-N', passphrase, '-C', '', '-f', file], { stdio: 'pipe' });
  return readFileSync(`${file}.pub`, 'utf8').trim();
}

export async function startSshd({ hostKeys = ['ed25519'], lines = [], host = '127.0.0.1' }: SshdSetup = {}): Promise<SshServer> {
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-sshd-'));
  const file = (name: string): string => join(folder, name);
  chmodSync(folder, 0o755); // sshd reads the list of keys as the user
  const publicKeys = new Map(hostKeys.map((type) => [type, makeKey(file(`host_${type}`), type)]));
  writeFileSync(file('authorized'), '');
  writeFileSync(file('log'), '');
  // The port is free now and may not be in a moment: then sshd ends at once, and another one is tried.
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(host);
    writeFileSync(
      file('config'),
      [
        ...lines,
        `Port ${port}`,
        `ListenAddress ${host}`,
        `PidFile ${file('pid')}`,
        `AuthorizedKeysFile ${file('authorized')}`,
        ...hostKeys.map((type) => `HostKey ${file(`host_${type}`)}`),
        'StrictModes no',
        'UsePAM yes',
        'PasswordAuthentication no',
        'KbdInteractiveAuthentication no',
        'PrintMotd no',
        'MaxStartups 100',
        'LogLevel DEBUG1',
        '',
      ].join('\n'),
    );
    const child = spawn(process.execPath, [supervisor, sshd, '-D', '-f', file('config'), '-E', file('log')], { stdio: ['pipe', 'ignore', 'ignore'] });
    const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const log = (): string => readFileSync(file('log'), 'utf8');
    const stop = async (): Promise<void> => {
      child.stdin.end();
      await exited;
      rmSync(folder, { recursive: true, force: true });
    };
    const sessions = (): readonly number[] => childrenOf(Number(readFileSync(file('pid'), 'utf8')));
    if (await accepts(host, port, () => child.exitCode === null)) {
      return {
        host,
        port,
        hostKey: (type) => publicKeys.get(type) ?? '',
        authorize: (publicKey) => writeFileSync(file('authorized'), `${publicKey}\n`, { flag: 'a' }),
        log,
        sessions,
        killSessions: () => {
          // Each has a privileged half and one that talks to us.
          for (const pid of sessions().flatMap((monitor) => [monitor, ...childrenOf(monitor)])) process.kill(pid, 'SIGKILL');
        },
        stop,
      };
    }
    const text = log();
    if (attempt === 3) {
      await stop();
      throw new Error(`sshd did not listen on ${host}:${port}\n${text}`);
    }
    child.stdin.end();
    await exited;
  }
}

export interface Account {
  readonly name: string;
  readonly password: string;
  remove(): void;
}

/** A user of this machine, with a home of its own. Needs root. Those of test processes that are gone are cleared away. */
export async function createAccount(number: number, shell = '/bin/bash', password = `Correct horse ${number}`): Promise<Account> {
  for (const [name = '', pid = ''] of readFileSync('/etc/passwd', 'utf8').matchAll(/^rdplab-(\d+)-\d+/gm)) {
    if (!isAlive(Number(pid))) await patiently('userdel', ['-f', '-r', name]);
  }
  const name = `rdplab-${process.pid}-${number}`;
  await patiently('useradd', ['-m', '-K', 'UID_MIN=20000', '-s', shell, name]);
  await patiently('chpasswd', [], `${name}:${password}\n`);
  return { name, password, remove: () => execFileSync('userdel', ['-f', '-r', name], { stdio: 'pipe' }) };
}

// Two test runs on one machine exclude each other from the list of users for a moment.
async function patiently(program: string, args: readonly string[], input = ''): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      execFileSync(program, args, { input, stdio: 'pipe' });
      return;
    } catch (error) {
      if (attempt === 20) throw error;
      await pause(100);
    }
  }
}

function childrenOf(parent: number): readonly number[] {
  const child = new RegExp(`^\\d+ \\(.*\\) \\S ${parent} `, 's');
  return processIds().filter((pid) => child.test(readProcess(pid, 'stat')));
}
