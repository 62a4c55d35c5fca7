// `rdp-diagnostics check --ssh` to an account whose shell is the cmd.exe of Wine and whose powershell.exe is a real PowerShell engine: the
// whole contract, from the options to what is printed. No Windows.
import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preparePowerShell, type LabPowerShell } from '../lab/powershell';
import { createAccount, makeKey, startSshd, type Account, type SshServer } from '../lab/sshd';
import { startWine, type WineMachine } from '../lab/wine';
import { needs, needsRoot } from '../needs';
import { json, program, runProgram, type Ran } from './commandLine';

interface Contract {
  readonly host: string;
  readonly remote: Readonly<Record<string, unknown>> & { readonly failure?: { readonly code: string; readonly message: string } };
  readonly listener: { readonly state: string };
}

describe('rdp-diagnostics check --ssh, where PowerShell answers', function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-windows-'));
  const key = join(folder, 'key');
  const known = join(folder, 'known_hosts');
  const servers: SshServer[] = [];
  let publicKey = '';

  before(function () {
    for (const component of ['sshd', 'dotnet']) needs(this, component);
    needsRoot(this);
    publicKey = makeKey(key, 'ed25519');
  });

  afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function check(user: string, lines: readonly string[], ...more: readonly string[]): Promise<Ran> {
    const server = await startSshd({ lines });
    servers.push(server);
    server.authorize(publicKey);
    writeFileSync(known, `[${server.host}]:${server.port} ${server.hostKey('ed25519')}\n`);
    const target = `${user}@${server.host}:${server.port}`;
    const words = ['check', '127.0.0.1:1', '--ssh', target, '--known-hosts', known, '--identity', key, ...more];
    return runProgram([process.execPath, program, ...words], { ...process.env, SSH_AUTH_SOCK: '' });
  }

  describe('behind cmd.exe', () => {
    let wine: WineMachine | undefined;

    before(async function () {
      this.timeout(900_000);
      needs(this, 'wine');
      wine = await startWine(54);
    });
    after(() => wine?.stop());

    it('says which shell, PowerShell, language mode and system answered', async () => {
      const ran = await check(wine?.account.name ?? '', [], '--format', 'json');
      deepEqual([ran.code, ran.err], [1, '']);
      const { host, remote, listener } = json(ran) as Contract;
      deepEqual([host, listener.state, remote['shell'], remote['languageMode']], ['127.0.0.1', 'refused', 'cmd', 'FullLanguage']);
      deepEqual(Object.keys(remote), ['shell', 'powershell', 'languageMode', 'os']);
      match(String(remote['powershell']), /^\d+\.\d+\./);
      match(String(remote['os']), /^Microsoft Windows NT 10\./);
    });

    it('says it in lines before the report', async () => {
      const { code, out } = await check(wine?.account.name ?? '', []);
      equal(code, 1);
      match(out, /^ {3}Reached over SSH +rdplab\S+@127\.0\.0\.1:\d+\n {3}System +Microsoft Windows NT 10\S+\n {3}Shell +cmd\n {3}PowerShell +\d\S+, FullLanguage\n\n127\.0\.0\.1:1 +checked/);
    });
  });

  describe('on another system', () => {
    let powershell: LabPowerShell | undefined;
    let account: Account | undefined;

    before(async function () {
      this.timeout(900_000);
      powershell = preparePowerShell();
      account = await createAccount(55);
    });
    after(() => {
      account?.remove();
      powershell?.remove();
    });

    for (const [what, environment, code, says] of [
      ['that it is not Windows', '', 'notWindows', /Linux|Debian|Unix/],
      ['that PowerShell is constrained', 'LAB_LANGUAGE_MODE=ConstrainedLanguage', 'powerShellConstrained', /ConstrainedLanguage/],
    ] as const) {
      it(`says ${what}`, async () => {
        const ran = await check(account?.name ?? '', [`SetEnv PATH=${powershell?.folder ?? ''}:/usr/bin:/bin ${environment}`], '--format', 'json');
        const { remote } = json(ran) as Contract;
        deepEqual([ran.code, remote.failure?.code], [2, code]);
        match(remote.failure?.message ?? '', says);
      });
    }
  });
});
