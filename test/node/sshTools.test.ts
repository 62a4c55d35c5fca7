// A snapshot without PowerShell, over real OpenSSH from Wine's cmd.exe: its reg, sc and net are real and change real state; its netstat,
// wmic, tasklist and wevtutil are hollow, and it has no qwinsta and no powercfg. Not Windows: what Windows prints is in test/fixtures/tools.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Executor } from '../../src/core/ports';
import { dwordOf, textOf } from '../../src/core/registry/valueData';
import { fixedCommands } from '../../src/core/shell/fixedCommands';
import { shellOver } from '../../src/core/shell/shell';
import { collectSnapshot } from '../../src/core/snapshot/collect';
import { observationsOf } from '../../src/core/snapshot/observations';
import { readSnapshot } from '../../src/core/snapshot/readSnapshot';
import type { Section, SectionName, Snapshot } from '../../src/core/snapshot/snapshot';
import { batchText } from '../../src/core/snapshot/tools/batches';
import { preparePowerShell, type LabPowerShell } from '../lab/powershell';
import { createAccount, makeKey, startSshd, type Account, type SshServer } from '../lab/sshd';
import { startWine, type WineMachine } from '../lab/wine';
import { needs, needsRoot } from '../needs';
import { dataOf } from '../sectionData';
import { judgeOf, labOf, never, opened, run, settingsOf, text, value, type Lab } from './sshLab';
import { person } from './sshPerson';

const terminalServer = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
const nonce = (): string => '0123456789abcdef';

const reasonOf = (section: Section<unknown>): string => ('failure' in section ? `${section.failure.reason}: ${section.failure.detail}` : 'data');

describe('a snapshot over SSH without PowerShell', function () {
  this.timeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-tools-'));
  const key = join(folder, 'key');
  const labs: Lab[] = [];
  let publicKey = '';
  let server: SshServer | undefined;

  before(function () {
    needs(this, 'sshd');
    needsRoot(this);
    publicKey = makeKey(key, 'ed25519');
  });

  afterEach(() => {
    for (const { ssh } of labs.splice(0)) ssh.dispose();
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  async function serve(...lines: readonly string[]): Promise<void> {
    server = await startSshd({ lines });
    server.authorize(publicKey);
  }

  function open(account: Account | undefined): Promise<Executor> {
    if (server === undefined || account === undefined) throw new Error('nothing to connect to');
    const lab = labOf({ host: settingsOf(server, account.name, { identityFiles: [key] }) }, judgeOf({ at: server, line: server.hostKey('ed25519') }));
    labs.push(lab);
    return opened(lab, 'host', person());
  }

  describe('from cmd.exe on Wine', function () {
    let wine: WineMachine | undefined;
    let whole: Snapshot | undefined;

    before(async function () {
      this.timeout(900_000);
      for (const component of ['wine', 'dotnet']) needs(this, component);
      wine = await startWine(71);
      await serve('SetEnv LAB_LANGUAGE_MODE=ConstrainedLanguage');
      const executor = await open(wine.account);
      for (const line of [
        `reg add "${terminalServer}" /v fDenyTSConnections /t REG_DWORD /d 1 /f`,
        `reg add "${terminalServer}\\WinStations\\RDP-Tcp" /v PortNumber /t REG_DWORD /d 3390 /f`,
        `reg add "${terminalServer}\\WinStations\\RDP-Tcp" /v Password /t REG_SZ /d hunter2 /f`,
        'reg add "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services" /v LicenseServers /t REG_SZ /d lic-1,lic-2 /f',
        'reg add "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules" /v RemoteDesktop-UserMode-In-TCP /t REG_SZ /d "v2.26|Action=Allow|Active=FALSE|Dir=In|Protocol=6|LPort=3390|" /f',
        'net start TermService',
      ]) {
        const { ending, stdout, stderr } = value(await executor.execute(run(line), never()));
        deepEqual(ending, { kind: 'exit', code: 0 }, `${line}\n${text(stdout)}${text(stderr)}`);
      }
      whole = await collected();
    });

    after(async () => {
      await server?.stop();
      await wine?.stop();
    });

    async function collected(sections?: readonly SectionName[]): Promise<Snapshot> {
      const options = { port: 3391, ...(sections === undefined ? {} : { sections }) };
      const snapshot = value(await collectSnapshot(shellOver(await open(wine?.account), nonce), options, never()));
      deepEqual(readSnapshot(new TextEncoder().encode(JSON.stringify(snapshot))), { ok: true, snapshot });
      return snapshot;
    }

    function taken(): Snapshot {
      if (whole === undefined) throw new Error('there is no snapshot');
      return whole;
    }

    it('sees what is really in the registry and what the services really do, where PowerShell is restricted', () => {
      const { collection, sections } = taken();
      deepEqual([collection.by, collection.languageMode], ['tools', 'ConstrainedLanguage']);
      match(collection.powershell ?? '', /^7\./);

      const observed = new Map(
        observationsOf(dataOf(sections.registry), (factId) => ({ lines: factId }) as never).flatMap((seen) => (seen.kind === 'set' ? [[seen.place.name, seen.data] as const] : [])),
      );
      const data = (name: string): Parameters<typeof dwordOf>[0] => observed.get(name) ?? { type: -1, bytes: new Uint8Array() };
      deepEqual([dwordOf(data('fDenyTSConnections')), dwordOf(data('PortNumber')), textOf(data('LicenseServers'))], [1, 3390, 'lic-1,lic-2']);
      ok(!observed.has('Password'));
      deepEqual(dataOf(sections.registry).listeners, ['RDP-Tcp']);
      const ofServices = dataOf(sections.registry).keys.filter(({ key: name }) => /\\Services\\(?:TermService|UmRdpService)$/.test(name));
      deepEqual(ofServices.map(({ state }) => state), ['present', 'absent']);

      const services = dataOf(sections.services).services;
      const stateOf = (name: string): unknown => services.find((service) => service.name === name)?.state;
      deepEqual([stateOf('TermService'), stateOf('UmRdpService')], [4, null]);
      equal(services.find(({ name }) => name === 'UmRdpService')?.installed, false);
      deepEqual(dataOf(sections.licensing).servers, [{ name: 'lic-1', status: null }, { name: 'lic-2', status: null }]);
      deepEqual(dataOf(sections.firewall).rules.map(({ id, enabled, ports }) => [id, enabled, ports.join()]), [['RemoteDesktop-UserMode-In-TCP', false, '3390']]);
      match(dataOf(sections.host).version, /^10\.0\.\d+$/);
    });

    it('sees a service that was stopped meanwhile', async () => {
      const executor = await open(wine?.account);
      await executor.execute(run('net stop TermService'), never());
      equal(dataOf((await collected(['services'])).sections.services).services.find(({ name }) => name === 'TermService')?.state, 1);
    });

    it('takes no stub that ends well and says nothing for an answer', () => {
      const { sections } = taken();
      equal(reasonOf(sections.events), 'notAvailable: wevtutil printed no event of the System log');
      equal(reasonOf(sections.sockets), 'notAvailable: netstat listed no listening socket at all');
      equal(reasonOf(sections.sessions), 'notAvailable: qwinsta ended with 9009');
      equal(reasonOf(sections.power), 'notAvailable: powercfg said nothing that could be read');
      match(reasonOf(sections.groups), /^notAvailable: /);
    });

    it('is taken where PowerShell was removed', async () => {
      const executor = await open(wine?.account);
      await executor.execute(run('del /q C:\\windows\\system32\\WindowsPowerShell\\v1.0\\powershell.exe'), never());
      const { collection, sections } = await collected(['sessions']);
      deepEqual([collection.by, collection.powershell, collection.languageMode], ['tools', null, null]);
      equal(reasonOf(sections.sessions), 'notAvailable: qwinsta ended with 9009');
    });
  });

  describe('behind PowerShell as the default shell', () => {
    let powershell: LabPowerShell | undefined;
    let account: Account | undefined;

    before(async function () {
      this.timeout(900_000);
      needs(this, 'powershell');
      powershell = preparePowerShell();
      const programs = join(folder, 'programs');
      mkdirSync(programs);
      // There is no cmd.exe here: one that shows what it was given stands in for it.
      writeFileSync(join(programs, 'cmd'), '#!/bin/sh\nprintf "%s|" "$@"\ncat\n');
      for (const path of [folder, programs]) chmodSync(path, 0o755);
      chmodSync(join(programs, 'cmd'), 0o755);
      account = await createAccount(72, powershell.program);
      await serve(`SetEnv PATH=${programs}:/usr/bin:/bin`);
    });

    after(async () => {
      await server?.stop();
      account?.remove();
      powershell?.remove();
    });

    it('gets its command line in the same words, and its standard input to the last byte', async () => {
      const batch = batchText('registry', 30, 500);
      const execution = { command: fixedCommands.tools, input: Buffer.from(batch), timeoutMs: 60_000, mostBytes: 1_000_000 };
      equal(text(value(await (await open(account)).execute(execution, never())).stdout), `/d|/q|${batch}`);
    });
  });
});
