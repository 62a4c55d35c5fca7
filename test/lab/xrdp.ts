// Real xrdp listeners on loopback, one process per security layer, for the tests: each has an address of its own on a port the system
// had free. A supervisor (supervisor.mjs) ends them even when the test process is killed.

import { execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ROOT } from '../places';
import { accepts, freePort } from './loopback';

export interface XrdpSetup {
  readonly securityLayer: 'rdp' | 'negotiate' | 'tls';
  /** False: the configured certificate file does not exist. */
  readonly certificate: boolean;
}

export interface XrdpListener {
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

const supervisor = join(ROOT, 'test', 'lab', 'supervisor.mjs');

/** The full path of a program; Debian keeps xrdp outside a user's PATH. */
function programPath(name: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
  const found = folders
    .map((folder) => join(folder, name))
    .find((program) => {
      try {
        accessSync(program, constants.X_OK);
        return true;
      } catch {
        return false; // not here: the next folder
      }
    });
  if (found === undefined) throw new Error(`${name} is not installed`);
  return found;
}

/** Starts one listener at `host` (a loopback address) and waits until it accepts. Rejects with xrdp's own log where it does not. */
export async function startXrdp(host: string, setup: XrdpSetup): Promise<XrdpListener> {
  const program = programPath('xrdp');
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-xrdp-'));
  if (setup.certificate) makeCertificate(folder);
  // The port is free now and may not be in a moment: then xrdp ends at once, and another one is tried.
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(host);
    writeFileSync(join(folder, 'xrdp.ini'), configuration(folder, host, port, setup));
    const supervised = [supervisor, program, '-n', '-c', join(folder, 'xrdp.ini')];
    const child = spawn(process.execPath, supervised, { stdio: ['pipe', 'ignore', 'ignore'] });
    const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const stop = async (): Promise<void> => {
      child.stdin.end();
      await exited;
      rmSync(folder, { recursive: true, force: true });
    };
    if (await accepts(host, port, () => child.exitCode === null)) return { host, port, stop };
    const log = readLog(folder);
    await stop();
    if (attempt === 3) throw new Error(`xrdp did not listen on ${host}:${String(port)}\n${log}`);
  }
}

function configuration(folder: string, host: string, port: number, { securityLayer }: XrdpSetup): string {
  return [
    '[Globals]',
    'ini_version=1',
    'fork=true',
    `port=tcp://${host}:${String(port)}`,
    `security_layer=${securityLayer}`,
    'crypt_level=high',
    `certificate=${join(folder, 'cert.pem')}`,
    `key_file=${join(folder, 'key.pem')}`,
    'ssl_protocols=TLSv1.2, TLSv1.3',
    '[Logging]',
    `LogFile=${join(folder, 'xrdp.log')}`,
    'LogLevel=INFO',
    'EnableSyslog=false',
    '[Xorg]',
    'name=Xorg',
    'lib=libxup.so',
    'username=ask',
    'password=ask',
    'ip=127.0.0.1',
    'port=-1',
    'code=20',
    '',
  ].join('\n');
}

function makeCertificate(folder: string): void {
  const subject = ['-subj', '/CN=xrdp.lab.example', '-days', '30'];
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  execFileSync(programPath('openssl'), ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, ...files], { stdio: 'pipe' });
}

function readLog(folder: string): string {
  try {
    return readFileSync(join(folder, 'xrdp.log'), 'utf8');
  } catch (error) {
    return `no log: ${String(error)}`;
  }
}
