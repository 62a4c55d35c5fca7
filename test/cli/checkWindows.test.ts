// `rdp-diagnostics check --ssh` to an account whose shell is the cmd.exe of Wine and whose powershell.exe is a real PowerShell engine: the
// whole contract, from the options to what is printed. No Windows.
import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preparePowerShell, type LabPowerShell } from '../lab/powershell';
import { createAccount, makeKey, startSshd, type Account, type SshServer } from '../lab/sshd';
import { startWine, type WineMachine } from '../lab/wine';
import { needs, needsRoot } from '../needs';
import { json, program, rdpDiagnostics, runProgram, type Ran } from './commandLine';

interface Contract {
  readonly host: string;
  readonly remote: Readonly<Record<string, unknown>> & { readonly failure?: { readonly code: string; readonly message: string } };
  readonly listener: { readonly state: string };
  readonly snapshot: { readonly kind: string; readonly collection: Readonly<Record<string, unknown>>; readonly sections: Readonly<Record<string, { readonly failure?: { readonly reason: string } }>> };
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
      deepEqual(Object.keys(json(ran) as object), ['host', 'port', 'remote', 'listener', 'snapshot', 'findings']);
      deepEqual(Object.keys(remote), ['shell', 'powershell', 'languageMode', 'os']);
      match(String(remote['powershell']), /^\d+\.\d+\./);
      match(String(remote['os']), /^Microsoft Windows NT 10\./);
    });

    it('collects in the same login, and prints the report of both', async () => {
      const { code, out } = await check(wine?.account.name ?? '', []);
      equal(code, 1);
      match(out, /^127\.0\.0\.1:1 +checked/);
      match(out, /over SSH/);
    });

    it('saves what diagnose and diff read', async () => {
      const file = join(folder, 'wine.rdpsnapshot.json');
      const ran = await check(wine?.account.name ?? '', [], '--save', file, '--format', 'json');
      deepEqual([ran.code, ran.err], [1, '']);
      const { snapshot } = json(ran) as Contract;
      deepEqual(JSON.parse(readFileSync(file, 'utf8')), snapshot);
      equal(snapshot.kind, 'rdpsnapshot');
      const diagnosed = await rdpDiagnostics('diagnose', '--format', 'json', file);
      equal(diagnosed.err, '');
      equal((await rdpDiagnostics('diff', file, file)).code, 0);
    });

    it('asks programs of Windows where PowerShell is restricted, and says so', async () => {
      const restricted = ['SetEnv LAB_LANGUAGE_MODE=ConstrainedLanguage'];
      const ran = await check(wine?.account.name ?? '', restricted, '--only', 'licensing', '--days', '2', '--format', 'json');
      deepEqual([ran.code, ran.err], [1, '']);
      const { collection, sections } = (json(ran) as Contract).snapshot;
      deepEqual([collection['by'], collection['languageMode']], ['tools', 'ConstrainedLanguage']);
      deepEqual([sections['services']?.failure, sections['events']?.failure?.reason], [undefined, 'notAvailable']);
    });

    it('collects only what a part needs, and says where it could not save', async () => {
      const nowhere = join(folder, 'no folder', 'x.rdpsnapshot.json');
      const ran = await check(wine?.account.name ?? '', [], '--only', 'licensing', '--days', '2', '--save', nowhere, '--format', 'json');
      equal(ran.code, 2);
      match(ran.err, /cannot be written: its folder does not exist/);
      const { sections } = (json(ran) as Contract).snapshot;
      const unasked = Object.entries(sections).filter(([, section]) => section.failure?.reason === 'notAsked').map(([name]) => name);
      deepEqual(unasked.sort(), ['certificates', 'firewall', 'groups', 'power', 'rights', 'sessions', 'sockets']);
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
