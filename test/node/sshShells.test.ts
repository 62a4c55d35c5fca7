// Scripts over SSH, whatever the default shell of the other side is: bash on Linux, PowerShell, and cmd.exe on Wine, where registry and
// services are those of a Windows API. Real OpenSSH, real PowerShell engine; no Windows.

import { equal, match, ok } from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Executor } from '../../src/core/ports';
import { greet } from '../../src/core/shell/greeting';
import type { Script } from '../../src/core/shell/script';
import { shellOver } from '../../src/core/shell/shell';
import { preparePowerShell, type LabPowerShell } from '../lab/powershell';
import { createAccount, makeKey, startSshd, type Account, type SshServer } from '../lab/sshd';
import { startWine, type WineMachine } from '../lab/wine';
import { needs, needsRoot } from '../needs';
import { shellContract } from './shellContract';
import { failed, judgeOf, labOf, never, opened, settingsOf, text, value, type Lab } from './sshLab';
import { person } from './sshPerson';

type Kind = 'plain' | 'constrained' | 'noLanguage' | 'noisy' | 'bare';

const environment: Readonly<Record<Kind, string>> = {
  plain: '',
  constrained: 'LAB_LANGUAGE_MODE=ConstrainedLanguage',
  noLanguage: 'LAB_LANGUAGE_MODE=NoLanguage',
  noisy: '"LAB_PROFILE_NOISE=Profile loaded."',
  // Without a PowerShell on the search path.
  bare: '',
};

const nonce = (): string => '0123456789abcdef';

describe('scripts over SSH', function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-shells-'));
  const key = join(folder, 'key');
  const labs: Lab[] = [];
  const servers = new Map<Kind, SshServer>();
  const accounts: Account[] = [];
  let powershell: LabPowerShell | undefined;
  let wine: WineMachine | undefined;

  before(async function () {
    this.timeout(900_000);
    for (const component of ['sshd', 'powershell']) needs(this, component);
    needsRoot(this);
    powershell = preparePowerShell();
    const publicKey = makeKey(key, 'ed25519');
    for (const kind of Object.keys(environment) as Kind[]) {
      const folders = kind === 'bare' ? [] : [kind === 'plain' ? powershell.folder : (powershell.ownFolder ?? '')];
      const path = [...folders, '/usr/bin', '/bin'].join(':');
      const server = await startSshd({ lines: [`SetEnv PATH=${path} ${environment[kind]}`] });
      server.authorize(publicKey);
      servers.set(kind, server);
    }
  });

  afterEach(() => {
    for (const { ssh } of labs.splice(0)) ssh.dispose();
  });

  after(async () => {
    await Promise.all([...servers.values()].map((server) => server.stop()));
    await wine?.stop();
    for (const account of accounts) account.remove();
    powershell?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  function open(account: Account | undefined, kind: Kind): Promise<Executor> {
    const server = servers.get(kind);
    if (server === undefined || account === undefined) throw new Error('nothing to connect to');
    const settings = settingsOf(server, account.name, { identityFiles: [key] });
    const lab = labOf({ host: settings }, judgeOf({ at: server, line: server.hostKey('ed25519') }));
    labs.push(lab);
    return opened(lab, 'host', person());
  }

  describe('to bash', () => {
    before(async () => {
      accounts.push(await createAccount(31));
    });

    shellContract(() => ({
      open: () => open(accounts[0], 'plain'),
      openOdd: powershell?.ownFolder === undefined ? undefined : (odd) => open(accounts[0], odd),
      running: () => powershell?.running() ?? [],
      host: { shell: 'bash', windows: false },
    }));

    it('are not disturbed by what the login shell prints, before and after', async () => {
      const account = await createAccount(32);
      accounts.push(account);
      writeFileSync(`/home/${account.name}/.bashrc`, "printf 'Welcome to the machine.\\r\\n\\xff\\xfe'; trap 'echo bye' EXIT\n");
      const answer = value(await shellOver(await open(account, 'plain'), nonce).run(echo, never()));
      equal(JSON.parse(text(answer.output)), echo.parameters);
      equal(answer.noise, true);
      equal(answer.host.shell, 'bash');
    });

    it('find out that there is no Windows', async () => {
      const shell = shellOver(await open(accounts[0], 'bare'), nonce);
      match(failed(await greet(shell, never()), 'notWindows'), /is not Windows: a Unix shell answers there \(bash\)/);
    });
  });

  describe('to PowerShell as the default shell', () => {
    it('come back as they are', async () => {
      const account = await createAccount(33, powershell?.program);
      accounts.push(account);
      const answer = value(await shellOver(await open(account, 'plain'), nonce).run(echo, never()));
      equal(JSON.parse(text(answer.output)), echo.parameters);
      equal(answer.host.shell, 'powershell');
    });
  });

  describe('to a server that closes every session', () => {
    it('are refused with what it says', async () => {
      const shell = join(folder, 'closed');
      writeFileSync(shell, '#!/bin/sh\necho This account is closed.\nexit 1\n');
      chmodSync(folder, 0o755);
      chmodSync(shell, 0o755);
      const account = await createAccount(34, shell);
      accounts.push(account);
      const said = failed(await greet(shellOver(await open(account, 'plain'), nonce), never()), 'powerShellMissing');
      match(said, /which answered: This account is closed\.$/);
    });
  });

  describe('to cmd.exe', function () {
    before(async function () {
      this.timeout(600_000);
      for (const component of ['wine', 'dotnet']) needs(this, component);
      wine = await startWine(35);
    });

    shellContract(() => ({
      open: () => open(wine?.account, 'plain'),
      openOdd: (odd) => open(wine?.account, odd),
      running: () => wine?.programs('powershell') ?? [],
      host: { shell: 'cmd', windows: true },
    }));

    it('reach the registry and the service manager of a Windows API', async () => {
      const wanted = [
        "[Microsoft.Win32.Registry]::GetValue('HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\TermService', 'ObjectName', 'none')",
        "[ServiceProcess.ServiceController]::GetServices() | Where-Object { $_.ServiceName -eq 'TermService' } | ForEach-Object { $_.ServiceName }",
      ].join('\n');
      const answer = value(await shellOver(await open(wine?.account, 'plain'), nonce).run({ ...echo, text: wanted }, never()));
      match(text(answer.output), /TermService\n$/);
      ok(answer.host.windows);
      match(answer.host.os, /^Microsoft Windows NT 10\./);
    });
  });
});

const echo: Script = { text: '$Parameters', parameters: '\u20ac', system: 'any', timeoutMs: 60_000, mostBytes: 100_000 };
