// The collector in a real PowerShell 7 engine on this machine, which is no Windows: what only Windows has comes from a recording written
// for these tests (recorded/windows.ps1), put in the place of the functions that ask for it. Nothing here shows how Windows itself answers.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectorText } from '../../src/core/snapshot/collect';
import { readSnapshot } from '../../src/core/snapshot/readSnapshot';
import type { Section, Snapshot } from '../../src/core/snapshot/snapshot';
import { preparePowerShell, type LabPowerShell } from '../lab/powershell';
import { needs, needsSystem } from '../needs';
import { ROOT } from '../places';
import { dataOf } from '../sectionData';
import { certificates, remoteDesktopOnly } from './seeds';

const END = '# --- End of the library ---';
const recording = readFileSync(join(ROOT, 'test/collector/recorded/windows.ps1'), 'utf8');

/** @param standIns functions that take the place of the collector's own */
function collect(powershell: LabPowerShell | undefined, standIns: string, parameters: object): Snapshot {
  if (powershell === undefined) throw new Error('there is no PowerShell');
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-collect-'));
  try {
    const file = join(folder, 'collect.ps1');
    writeFileSync(file, `$Parameters = '${JSON.stringify(parameters)}'\n${collectorText.replace(END, () => standIns)}`);
    const said = execFileSync(powershell.program, ['-File', file], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, TMPDIR: folder } });
    deepEqual(readdirSync(folder), ['collect.ps1'], 'the collector left files behind');
    const read = readSnapshot(Buffer.from(said));
    ok(read.ok, JSON.stringify(read));
    deepEqual(read.snapshot, JSON.parse(said), 'a field that is not in the shape of a snapshot');
    return read.snapshot;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const reasonOf = (section: Section<unknown>): string => ('failure' in section ? section.failure.reason : 'data');

describe('the collector', function () {
  this.timeout(180_000);
  let powershell: LabPowerShell | undefined;

  before(function () {
    this.timeout(600_000);
    // The recording stands for Windows where there is none.
    needsSystem(this, 'Unix');
    needs(this, 'powershell');
    powershell = preparePowerShell();
  });

  after(() => powershell?.remove());

  it('has one place where a test can put a recording, and is ASCII', () => {
    equal(collectorText.split(END).length, 2);
    ok(/^[\n -~]*$/.test(collectorText));
  });

  it('runs by itself, without parameters, and is read again from whatever a redirection writes', () => {
    if (powershell === undefined) throw new Error('there is no PowerShell');
    const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-collect-'));
    try {
      const file = (name: string): string => join(folder, name);
      writeFileSync(file('collect.ps1'), collectorText);
      const run = (...args: readonly string[]): Buffer => execFileSync(powershell?.program ?? '', args, { maxBuffer: 64 * 1024 * 1024 });
      // As `powershell -File collect.ps1 > host.rdpsnapshot.json` writes it in cmd.exe: the bytes.
      const bytes = run('-NoProfile', '-File', file('collect.ps1'));
      ok(/^[\n -~]+$/.test(bytes.toString('latin1')), 'beyond ASCII, a code page could damage it');
      // As `.\\collect.ps1 > host.rdpsnapshot.json` writes it inside Windows PowerShell: lines of UTF-16 with a mark; the engine of the lab has no Out-File.
      run('-NoProfile', '-Command', `[IO.File]::WriteAllLines('${file('wide.json')}', [string[]]@(& '${file('collect.ps1')}'), [Text.Encoding]::Unicode)`);
      const wide = readFileSync(file('wide.json'));
      deepEqual([...wide.subarray(0, 2)], [0xff, 0xfe]);
      for (const written of [bytes, wide, Buffer.concat([Buffer.from('\ufeff'), bytes])]) {
        const read = readSnapshot(written);
        ok(read.ok, JSON.stringify(read));
        equal(read.snapshot.collection.script, createHash('sha256').update(collectorText).digest('hex'));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says of every section why there is nothing, on a machine that has none of it', () => {
    const snapshot = collect(powershell, '', { sectionSeconds: 20 });
    for (const [name, section] of Object.entries(snapshot.sections)) equal(reasonOf(section), 'notAvailable', name);
    equal(snapshot.kind, 'rdpsnapshot');
    match(snapshot.collection.script ?? '', /^[0-9a-f]{64}$/);
  });

  describe('on a recording', () => {
    let snapshot: Snapshot;
    before(() => {
      snapshot = collect(powershell, recording, { port: 4000, mostEvents: 1000 });
    });

    it('reads the registry: lengths of secrets only, a key that is denied, users without their classes', () => {
      const { keys, listeners } = dataOf(snapshot.sections.registry);
      deepEqual(listeners, ['RDP-Tcp']);
      const values = new Map(keys.flatMap(({ key, values: of }) => of.map((value) => [`${key.replace(/.*\\/, '')}\\${value.name}`, value])));
      deepEqual(values.get('RDP-Tcp\\PortNumber'), { name: 'PortNumber', type: 4, data: '3e0d0000', length: 4 });
      equal(values.get('RDP-Tcp\\Password')?.data, null);
      const odd = ['fResetBroken', 'Odd', 'Odder', 'SSLCertificateSHA1Hash'].map((name) => values.get(`RDP-Tcp\\${name}`));
      deepEqual(odd.map((value) => [value?.type, value?.data]), [[4, 'feffffff'], [11, 'feffffffffffffff'], [0, ''], [3, 'abcd']]);
      ok('unseen' in snapshot.sections.registry);
      deepEqual(snapshot.sections.registry.unseen.map(({ what, reason }) => [what.replace(/.*\\/, ''), reason]), [['Doomed', 'failed']]);
      deepEqual(values.get('RCM\\X509 Certificate'), { name: 'X509 Certificate', type: 3, data: null, length: 3 });
      equal(Buffer.from(values.get('RDP-Tcp\\Comment')?.data ?? '', 'hex').toString('utf16le'), 'Läuft "gut"\u{1f600}\0');
      equal(keys.find(({ key }) => key.endsWith('GracePeriod'))?.state, 'denied');
      deepEqual(keys.filter(({ key }) => key.startsWith('HKEY_USERS')).map(({ key }) => key.split('\\')[1]), ['S-1-5-21-1-2-3-1001']);
    });

    it('reads what CIM says of the machine, its services and its licensing', () => {
      const host = dataOf(snapshot.sections.host);
      deepEqual([host.version, host.domain, host.productType, host.sku, host.sessionHost], ['10.0.17763.5458', 'bäcker.example', 3, 7, true]);
      const service = dataOf(snapshot.sections.services).services.find(({ name }) => name === 'TermService');
      deepEqual([service?.installed, service?.state, service?.pid, service?.startType], [true, 4, 4, 3]);
      const licensing = dataOf(snapshot.sections.licensing);
      deepEqual([licensing.mode, licensing.modeSource, licensing.graceDays, licensing.servers], [4, 1, 17, [{ name: 'lic.example', status: 6 }]]);
      ok('unseen' in snapshot.sections.licensing);
      deepEqual(snapshot.sections.licensing.unseen.map(({ what, reason }) => [what, reason]), [['licenceServer', 'accessDenied']]);
    });

    it('keeps one thing in a list a list', () => {
      deepEqual(dataOf(snapshot.sections.sockets).listening.map(({ port, pid }) => [port, pid]), [[3390, 4]]);
      equal(dataOf(snapshot.sections.policySources).sources.length, 1);
      deepEqual(dataOf(snapshot.sections.groups), { remoteDesktopUsers: [], administrators: [{ sid: 'S-1-5-21-1-2-3-500', name: 'RDS\\Administrator' }] });
    });

    it('reads qwinsta by its shape, rights by their constants, and removes what secedit wrote', () => {
      deepEqual(dataOf(snapshot.sections.sessions).sessions.map(({ id, station, state }) => [id, station, state]), [
        [0, 'services', 4],
        [3, 'console', 0],
        [4, 'rdp-tcp#2', 0],
        [5, '', 4],
        [65537, 'rdp-tcp', 6],
      ]);
      deepEqual(dataOf(snapshot.sections.rights).SeRemoteInteractiveLogonRight, ['S-1-5-32-544', 'Bäcker']);
      deepEqual(dataOf(snapshot.sections.rights).SeDenyNetworkLogonRight, []);
    });

    it('counts each kind of event alone: a flood hides no other, and names of people stay there', () => {
      const { groups, channels } = dataOf(snapshot.sections.events);
      const group = (id: number): (typeof groups)[number] | undefined => groups.find((one) => one.id === id);
      deepEqual([group(36887)?.count, group(36887)?.capped, group(36887)?.samples.length], [1000, true, 5]);
      deepEqual([group(36870)?.count, group(36870)?.capped], [1, false]);
      equal(group(7036)?.count, 1, 'of the two only the one about Remote Desktop');
      deepEqual(group(56)?.samples[0]?.fields, { '0': '\\Device\\Termdd', '1': '192.0.2.7', binary: '0000b50000d0' });
      deepEqual(group(1149)?.samples[0]?.fields, { Param3: '192.0.2.9' });
      deepEqual(group(1136)?.samples[0]?.fields, {});
      deepEqual(group(20508)?.samples[0]?.fields, {});
      deepEqual(groups.filter(({ provider }) => provider.endsWith('CAPI2')).map(({ id, samples }) => [id, samples[0]?.fields]), [
        [11, { result: '800B010A', errorStatus: '10000', process: 'svchost.exe' }],
      ]);
      deepEqual(new Set(channels.map(({ state }) => state)), new Set(['read', 'denied', 'missing', 'disabled']));
    });
  });

  it('reads the firewall: rules are off where policy takes no notice of them or all is blocked', () => {
    const { sections } = collect(powershell, recording, { sections: ['firewall'] });
    const { profiles, rules } = dataOf(sections.firewall);
    deepEqual(profiles.map(({ profile, enabled, active, inbound }) => [profile, enabled, active, inbound]), [[1, true, true, 'block'], [2, true, false, 'block']]);
    deepEqual(rules.map(({ id, enabled, profiles: of, ports, service }) => [id, enabled, of, ports, service]), [['RemoteDesktop-UserMode-In-TCP', true, 1, ['3389'], 'termservice']]);
  });

  it('tells what is known without CIM when CIM hangs, and asks it once a section', () => {
    const hung = `${recording}
function Get-CimInstance {
  param($Namespace, $ClassName, $Filter, $OperationTimeoutSec)
  [Threading.Thread]::Sleep(1000 * $OperationTimeoutSec)
  throw [TimeoutException]::new("nothing within $OperationTimeoutSec s")
}`;
    const { sections } = collect(powershell, hung, { sections: ['host', 'services', 'licensing', 'policySources'], sectionSeconds: 6 });
    equal(dataOf(sections.host).name.length > 0, true);
    ok('unseen' in sections.host);
    deepEqual(new Set(sections.host.unseen.map(({ reason }) => reason)), new Set(['timedOut']));
    equal(dataOf(sections.services).services[0]?.state, 4);
    equal(dataOf(sections.licensing).mode, 4);
    equal(reasonOf(sections.policySources), 'timedOut');
  });

  it('says what a login without administrative rights did not see', () => {
    const denied = `${recording}
$asked['elevated'] = $false
function Get-CimInstance { throw [UnauthorizedAccessException]::new('Zugriff verweigert') }
function OpenEvents { throw [UnauthorizedAccessException]::new('Zugriff verweigert') }
function ControllerState { throw [ComponentModel.Win32Exception]::new(5) }`;
    const { sections } = collect(powershell, denied, {});
    for (const name of ['rights', 'groups', 'events', 'policySources'] as const) equal(reasonOf(sections[name]), name === 'groups' ? 'notAvailable' : 'notElevated', name);
    ok('unseen' in sections.services && 'unseen' in sections.sessions && 'unseen' in sections.registry);
    deepEqual(new Set(sections.services.unseen.map(({ reason }) => reason)), new Set(['notElevated']));
    deepEqual(sections.sessions.unseen.map(({ what, reason }) => [what, reason])[0], ['sessions', 'notElevated']);
  });

  it('reads the other logs where a login may not read the System log', () => {
    const denied = `${recording}
function ChannelEnabled([string]$channel) { if ($channel -eq 'System') { throw [UnauthorizedAccessException]::new('Zugriff verweigert') }; $true }`;
    const { channels, groups } = dataOf(collect(powershell, denied, { sections: ['events'] }).sections.events);
    equal(channels.find(({ channel }) => channel === 'System')?.state, 'denied');
    deepEqual(new Set(groups.map(({ channel }) => channel.split('/')[0])), new Set(['Microsoft-Windows-TerminalServices-RemoteConnectionManager', 'Microsoft-Windows-CAPI2']));
  });

  it('reads what the programs of Windows say in any language, where CIM says nothing', () => {
    const programs = `${recording}
function Get-CimInstance { throw [Management.Automation.CommandNotFoundException]::new('weg') }
$said = @{
  'sc.exe' = "\`r\`nNOMBRE_SERVICIO: TermService\`r\`n        TIPO               : 30  WIN32\`r\`n        ESTADO             : 4  RUNNING\`r\`n                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)\`r\`n        C$([char]0x00d3)D_SALIDA_WIN32   : 1066  (0x42a)\`r\`n        C$([char]0x00d3)D_SALIDA_SERV.   : 5  (0x5)\`r\`n        PUNTO_COMPROB.     : 0x0\`r\`n        INDICACI$([char]0x00d3)N_INICIO  : 0x0\`r\`n        PID                : 1096\`r\`n        MARCADORES         :\`r\`n"
  'netstat.exe' = "\`r\`nAktive Verbindungen\`r\`n\`r\`n  Proto  Lokale Adresse         Remoteadresse          Status           PID\`r\`n  TCP    0.0.0.0:3390           0.0.0.0:0              ABH$([char]0x2122)REN         99999991\`r\`n  TCP    10.0.0.5:3390          10.0.0.9:50111         HERGESTELLT      99999991\`r\`n  TCP    [::]:445               [::]:0                 ABH$([char]0x2122)REN         4\`r\`n  UDP    [fe80::1%10]:3390      *:*                                    99999991\`r\`n"
  'tasklist.exe' = '"svchost.exe","99999991","CertPropSvc,TermService"'
  'powercfg.exe' = "GUID du mode : 1\`r\`n    Index actuel du param$([char]0x00e8)tre de courant alternatif : 0x00000708\`r\`n    Index actuel du param$([char]0x00e8)tre de courant continu : 0x00000384\`r\`n"
}
function Run([string]$program, [string]$arguments) { if (!$said.ContainsKey($program)) { Refuse 'notAvailable' 'not in the recording' }; @{ code = 0; out = $said[$program]; err = '' } }
function Hive([string]$name) { $tree = $recordedTree.Clone(); $tree.Remove('SOFTWARE\\Policies\\Microsoft\\Power\\PowerSettings\\29f6c1db-86da-48c5-9fdb-f2b67b1f44da'); [RecordedKey]::new('', $tree) }`;
    const { sections } = collect(powershell, programs, { sections: ['services', 'sockets', 'power'] });
    const service = dataOf(sections.services).services.find(({ name }) => name === 'TermService');
    deepEqual([service?.state, service?.exitCode, service?.pid], [4, 1066, 1096]);
    deepEqual(dataOf(sections.sockets).listening.map(({ protocol, address, port, pid, process: of, services }) => [protocol, address, port, pid, of, services]), [
      ['tcp', '0.0.0.0', 3390, 99999991, 'svchost.exe', ['TermService']],
      ['udp', 'fe80::1%10', 3390, 99999991, 'svchost.exe', ['TermService']],
    ]);
    const { sleepAc, sleepDc, hibernateAc, source } = dataOf(sections.power);
    deepEqual([sleepAc, sleepDc, hibernateAc, source], [1800, 900, 1800, 'plan']);
  });

  it('removes what secedit wrote when it does not end', () => {
    const endless = `${recording}
function Run([string]$program, [string]$arguments) {
  foreach ($file in [regex]::Matches($arguments, '"([^"]+)"')) { [IO.File]::WriteAllText($file.Groups[1].Value, 'half') }
  Refuse 'timedOut' 'it did not end'
}`;
    equal(reasonOf(collect(powershell, endless, { sections: ['rights'] }).sections.rights), 'timedOut');
  });

  it('takes a certificate for Remote Desktop alone for one of servers', () => {
    const ders = [certificates.serverAuth.der, certificates.clientAuth.der, remoteDesktopOnly];
    const standIns = `${recording}
function GetCertificates {
  $seen = foreach ($der in ${ders.map((der) => `'${der}'`).join(', ')}) { CertificateOf ([Security.Cryptography.X509Certificates.X509Certificate2]::new([Convert]::FromBase64String($der))) 'My' }
  [ordered]@{ certificates = @($seen); machineKeys = $null }
}`;
    const seen = dataOf(collect(powershell, standIns, { sections: ['certificates'] }).sections.certificates);
    deepEqual(seen.certificates.map(({ serverAuthentication }) => serverAuthentication), [true, false, true]);
  });

  it('takes hollow answers for no answer', () => {
    const hollow = `${recording}
function Run([string]$program, [string]$arguments) { @{ code = 0; out = ''; err = '' } }
function OpenEvents([string]$channel, [string]$query, [bool]$newestFirst) { $reader = [RecordedReader]::new(); $reader.events = @(); $reader }
function Get-CimAssociatedInstance { }
function Get-CimInstance { }`;
    const { sections } = collect(powershell, hollow, {});
    for (const name of ['sessions', 'rights', 'groups', 'events', 'policySources'] as const) equal(reasonOf(sections[name]), 'notAvailable', name);
    ok('unseen' in sections.host);
    deepEqual(sections.host.unseen.map(({ what }) => what), ['domainJoined', 'bootedAt', 'sku', 'sessionHost']);
    ok('unseen' in sections.licensing);
    ok(sections.licensing.unseen.some(({ what }) => what === 'graceDays'));
  });

  it('leaves a section behind that hangs, refuses one that is too large, and does not run what was not asked for', () => {
    const standIns = `${recording}
function GetPower { [Threading.Thread]::Sleep(600000) }
function GetRights { throw 'odd "words"' }
function GetGroups { @{ text = 'x' * 5000000 } }`;
    const { sections } = collect(powershell, standIns, { sections: ['power', 'rights', 'groups', 'licensing'], sectionSeconds: 3 });
    equal(reasonOf(sections.power), 'timedOut');
    equal(reasonOf(sections.rights), 'failed');
    equal(reasonOf(sections.groups), 'tooLarge');
    equal(reasonOf(sections.licensing), 'data');
    equal(reasonOf(sections.host), 'notAsked');
  });
});
