// A Windows API to collect from: Wine behind a real OpenSSH server, an account whose login shell is cmd.exe, and our engine where
// powershell.exe belongs. Not Windows: no CIM, no event logs, no firewall, no power plans, no secedit that exports anything.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shell } from '../../src/core/ports';
import { succeed } from '../../src/core/result';
import { createShellOpener } from '../../src/node/shells';
import { makeKey, startSshd, type SshServer } from '../lab/sshd';
import { startWine, type WineMachine } from '../lab/wine';
import { judgeOf, memoryStore, never, settingsOf, value } from '../node/sshLab';
import { person } from '../node/sshPerson';

export interface WineHost {
  readonly wine: WineMachine;
  /** Through the opener of shells, as the doors use it. `noisy`: the PowerShell there prints what a profile would. */
  open(kind?: 'plain' | 'noisy'): Promise<Shell>;
  /** Ends the connections, from the other side. */
  cut(): void;
  /** Lines of a registry file, for keys that are deleted first. */
  seed(lines: readonly string[]): void;
  /** The registry as text, but for what Windows itself keeps changing. */
  registry(): string;
  /** Names of what is in the folder for temporary files. */
  temporary(): readonly string[];
  stop(): Promise<void>;
}

export async function startWineHost(number: number): Promise<WineHost> {
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-wine-host-'));
  const key = join(folder, 'key');
  const publicKey = makeKey(key, 'ed25519');
  const wine = await startWine(number);
  const servers = new Map<'plain' | 'noisy', SshServer>();
  for (const [kind, environment] of [['plain', ''], ['noisy', ' "LAB_PROFILE_NOISE=Willkommen.{\\"kind\\":1}"']] as const) {
    const server = await startSshd({ lines: [`SetEnv PATH=/usr/bin:/bin${environment}`] });
    server.authorize(publicKey);
    servers.set(kind, server);
  }
  const openers: ReturnType<typeof createShellOpener>[] = [];
  const serverOf = (kind: 'plain' | 'noisy'): SshServer => {
    const server = servers.get(kind);
    if (server === undefined) throw new Error(`no server ${kind}`);
    return server;
  };
  return {
    wine,
    open: async (kind = 'plain') => {
      const server = serverOf(kind);
      const opener = createShellOpener({
        ssh: {
          resolve: async () => succeed(settingsOf(server, wine.account.name, { identityFiles: [key] })),
          judge: judgeOf({ at: server, line: server.hostKey('ed25519') }),
          store: memoryStore(),
          agents: { platform: process.platform, env: {} },
        },
      });
      openers.push(opener);
      return value(await opener.open({ kind: 'ssh', target: 'rds' }, person(), never()));
    },
    cut: () => serverOf('plain').killSessions(),
    seed: (lines) => {
      writeFileSync(join(wine.files, 'seed.reg'), `\ufeff${['Windows Registry Editor Version 5.00', '', ...lines, ''].join('\r\n')}`, 'utf16le');
      wine.run('reg import L:\\seed.reg');
    },
    registry: () =>
      ['HKLM\\SYSTEM', 'HKLM\\SOFTWARE', 'HKU']
        .map((root) => {
          wine.run(`reg export ${root} L:\\whole.reg /y`);
          return readFileSync(join(wine.files, 'whole.reg'), 'utf16le');
        })
        .join('')
        // Wine writes its user's folder there at the first program that asks for any folder.
        .replaceAll(/^"Personal"="C:.*$/gm, ''),
    temporary: () => execFileSync('find', [join(wine.files, '..', 'drive_c'), '-iname', '*rdp-diagnostics*'], { encoding: 'utf8' }).split('\n').filter((name) => name !== ''),
    stop: async () => {
      for (const opener of openers) opener.dispose();
      await Promise.all([...servers.values()].map((server) => server.stop()));
      await wine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
