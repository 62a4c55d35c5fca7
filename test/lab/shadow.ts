// Real FreeRDP shadow servers on loopback, which offer NLA: one process per set of options, all sharing a display without a screen.
// They are talked to through a relay that comes from an address of its own: to a client at 127.0.0.1 this server takes the line for
// safe and offers no encryption.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { placeCertificate, type LabCertificate } from './listenerCertificates';
import { programPath, startServer, startSupervised } from './supervised';
import { startProxy } from './tcpProxy';

export interface ShadowListener {
  /** Of the relay. */
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

export interface Display {
  /** `:5` */
  readonly name: string;
  stop(): Promise<void>;
}

export interface ShadowSetup {
  /** As on its command line: `/sec:nla`, `+sec-tls`. */
  readonly options: readonly string[];
  readonly certificate?: LabCertificate;
}

const startTimeoutMs = 20_000;

/** An X server without a screen; it chooses a number that is free. */
export async function startDisplay(): Promise<Display> {
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-display-'));
  const log = join(folder, 'number');
  // It would start anew, and fail those who come then, when its last client leaves.
  const program = startSupervised({ program: 'Xvfb', args: ['-displayfd', '1', '-screen', '0', '320x200x24', '-nolisten', 'tcp', '-noreset'], log });
  const stop = async (): Promise<void> => {
    await program.end();
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + startTimeoutMs;
  while (program.running() && Date.now() < deadline) {
    const number = /^\d+(?=\n)/m.exec(readFileSync(log, 'utf8'))?.[0];
    if (number !== undefined) return { name: `:${number}`, stop };
    await pause(20);
  }
  const text = readFileSync(log, 'utf8');
  await stop();
  throw new Error(`Xvfb did not start\n${text}`);
}

/** Starts one server at `host`, and the relay that leads to it from `source` (loopback addresses both). */
export async function startShadow(host: string, source: string, display: Display, setup: ShadowSetup): Promise<ShadowListener> {
  const home = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-shadow-'));
  const keys = join(home, '.config', 'freerdp', 'shadow');
  mkdirSync(keys, { recursive: true });
  placeCertificate(setup.certificate ?? 'healthy', join(keys, 'shadow.crt'), join(keys, 'shadow.key'));
  const accounts = join(home, 'accounts');
  writeFileSync(accounts, execFileSync(programPath('winpr-hash'), ['-u', 'lab', '-p', 'Correct horse 1', '-f', 'sam']));
  const remove = (): void => rmSync(home, { recursive: true, force: true });
  try {
    const server = await startServer([host], (port) => ({
      program: 'freerdp-shadow-cli',
      args: [`/port:${String(port)}`, `/bind-address:${host}`, `/sam-file:${accounts}`, ...setup.options],
      env: { DISPLAY: display.name, HOME: home },
      log: join(home, 'log'),
    }));
    const relay = await startProxy({ host, port: server.port }, { from: source });
    return { host: relay.host, port: relay.port, stop: () => relay.stop().then(server.end).then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
