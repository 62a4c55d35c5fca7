// The collector on a Windows API, the whole way: the opener of shells, real OpenSSH, an account whose shell is Wine's cmd.exe, the engine of
// PowerShell 7 in it. Registry, services, sockets, certificates and identity are real answers there; what Wine lacks must be a reason.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Shell } from '../../src/core/ports';
import { collectorText, collectScript, collectSnapshot } from '../../src/core/snapshot/collect';
import { readSnapshot } from '../../src/core/snapshot/readSnapshot';
import type { Section, Snapshot } from '../../src/core/snapshot/snapshot';
import { needs, needsRoot } from '../needs';
import { failed, never, value } from '../node/sshLab';
import { dataOf } from '../sectionData';
import { key } from './seeds';
import { startWineHost, type WineHost } from './wineHost';

const END = '# --- End of the library ---';
const hanging = 'function GetPower { [Threading.Thread]::Sleep(600000) }';

function unseenOf(section: Section<unknown>): readonly string[] {
  return 'unseen' in section ? section.unseen.map(({ what, reason }) => `${what}: ${reason}`) : [];
}

describe('the collector over SSH, on a Windows API', function () {
  this.timeout(180_000);
  let lab: WineHost | undefined;

  before(async function () {
    this.timeout(900_000);
    for (const component of ['sshd', 'wine', 'dotnet']) needs(this, component);
    needsRoot(this);
    lab = await startWineHost(51);
  });

  after(() => lab?.stop());

  const host = (): WineHost => {
    if (lab === undefined) throw new Error('there is no Wine');
    return lab;
  };

  const running = (): readonly number[] => host().wine.programs('powershell');

  async function until(what: string, holds: () => boolean): Promise<void> {
    for (let tries = 0; tries < 3000 && !holds(); tries++) await pause(20);
    ok(holds(), what);
  }

  describe('as it is', () => {
    let shell: Shell | undefined;
    let snapshot: Snapshot | undefined;

    const collected = (): Snapshot => {
      if (snapshot === undefined) throw new Error('no snapshot');
      return snapshot;
    };

    it('takes a snapshot that is read again as it is, and leaves nothing behind', async () => {
      const before = host().registry();
      shell = await host().open();
      snapshot = value(await collectSnapshot(shell, {}, never()));
      ok(before.length > 100_000);
      equal(host().registry(), before, 'the registry is another one');
      deepEqual(host().temporary(), []);
      await until('PowerShell still runs', () => running().length === 0);
      const read = readSnapshot(Buffer.from(JSON.stringify(snapshot)));
      ok(read.ok, JSON.stringify(read));
      deepEqual(read.snapshot, snapshot);
    });

    it('says who looked, with what', () => {
      const { collection } = collected();
      equal(collection.script, createHash('sha256').update(collectorText).digest('hex'));
      deepEqual([collection.by, collection.edition, collection.languageMode, collection.elevated], ['powershell', 'Core', 'FullLanguage', true]);
      match(collection.userSid ?? '', /^S-1-5-21-/);
    });

    it('takes nothing that Wine lacks for nothing found', () => {
      const { sections } = collected();
      const reasons = Object.entries(sections).flatMap(([name, section]: readonly [string, Section<unknown>]) => ('failure' in section ? [`${name}: ${section.failure.reason}`] : []));
      deepEqual(reasons, [
        'sessions: notAvailable', 'firewall: notAvailable', 'certificates: notAvailable', 'rights: notAvailable', 'groups: failed', 'power: notAvailable',
        'licensing: notAvailable', 'events: notAvailable', 'policySources: notAvailable',
      ]);
      deepEqual(unseenOf(sections.host), ['domainJoined: notAvailable', 'bootedAt: notAvailable', 'sku: notAvailable', 'sessionHost: notAvailable']);
      deepEqual(unseenOf(sections.services), ['services.pid: notAvailable']);
      deepEqual(unseenOf(sections.sockets), ['listening.pid: notAvailable']);
    });

    it('answers what Windows answers about registry, services and the machine', () => {
      const { sections } = collected();
      const service = dataOf(sections.services).services.find(({ name }) => name === 'TermService');
      deepEqual([service?.installed, service?.state, service?.startType], [true, 1, 3]);
      equal(dataOf(sections.registry).keys.find(({ key }) => key.endsWith('Control\\Terminal Server'))?.state, 'absent');
      match(dataOf(sections.host).version, /^10\.0\.\d+/);
      equal(dataOf(sections.host).productType, 1);
    });
  });

  describe('part by part', () => {
    // Wine's own function lists no session, so this one lays records in memory as Windows documents them.
    it('reads the records of sessions as a 64-bit Windows lays them', async () => {
      const standIn = `
  class Wts {
    static [IntPtr] Text([string]$text) { return [Runtime.InteropServices.Marshal]::StringToHGlobalUni($text) }
    static [int] WTSEnumerateSessionsW([IntPtr]$server, [int]$reserved, [int]$version, [ref]$list, [ref]$count) {
      $all = @(@(0, 'Services', 4), @(3, 'RDP-Tcp#7', 0), @(65536, 'RDP-Tcp', 6))
      $block = [Runtime.InteropServices.Marshal]::AllocHGlobal(24 * $all.Count)
      for ($at = 0; $at -lt $all.Count; $at++) {
        [Runtime.InteropServices.Marshal]::WriteInt32($block, 24 * $at, $all[$at][0])
        [Runtime.InteropServices.Marshal]::WriteIntPtr($block, 24 * $at + 8, [Wts]::Text($all[$at][1]))
        [Runtime.InteropServices.Marshal]::WriteInt32($block, 24 * $at + 16, $all[$at][2])
      }
      $list.Value = $block
      $count.Value = $all.Count
      return 1
    }
    static [int] WTSQuerySessionInformationW([IntPtr]$server, [int]$id, [int]$kind, [ref]$text, [ref]$length) {
      if ($id -gt 65000 -or $kind -ne 5) { return 0 }
      $text.Value = [Wts]::Text($(if ($id -eq 3) { 'Leo' } else { '' }))
      return 1
    }
    static [void] WTSFreeMemory([IntPtr]$memory) { [Runtime.InteropServices.Marshal]::FreeHGlobal($memory) }
  }
  function WtsType { [Wts] }`;
      const script = { ...collectScript({ sections: ['sessions'] }), text: collectorText.replace(END, () => standIn) };
      const read = readSnapshot(value(await (await host().open()).run(script, never())).output);
      ok(read.ok);
      deepEqual(dataOf(read.snapshot.sections.sessions), {
        sessions: [
          { id: 0, station: 'Services', state: 4, hasUser: false },
          { id: 3, station: 'RDP-Tcp#7', state: 0, hasUser: true },
          { id: 65536, station: 'RDP-Tcp', state: 6, hasUser: null },
        ],
        by: 'wts',
      });
    });

    it('finds the key of the certificate Windows made for itself, and who may read it', async () => {
      const standIn = `
  function GetPower {
    $key = KeyFile $null 'Remote Desktop'
    [ordered]@{ key = $key; readable = Readable $key; entries = (AclOf ([Security.AccessControl.FileSecurity]::new($key, [Security.AccessControl.AccessControlSections]::Access))).Count }
  }`;
      const guid = key('HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography', { MachineGuid: '0f1e2d3c' });
      host().seed(guid);
      const folder = 'C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys';
      host().wine.run(`mkdir ${folder} & echo x> ${folder}\\f686aace6942fb7f7ceb231212eef4a4_0f1e2d3c`);
      const script = { ...collectScript({ sections: ['power'] }), text: collectorText.replace(END, () => standIn) };
      const said = value(await (await host().open()).run(script, never())).output;
      const { power } = (JSON.parse(Buffer.from(said).toString()) as { sections: { power: { data: { key: string; readable: boolean; entries: number } } } }).sections;
      match(power.data.key, /\\MachineKeys\\f686aace6942fb7f7ceb231212eef4a4_0f1e2d3c$/i);
      deepEqual([typeof power.data.readable, power.data.entries > 0], ['boolean', true]);
    });
  });

  describe('when something goes wrong', () => {
    it('is not disturbed by what a profile prints', async () => {
      const snapshot = value(await collectSnapshot(await host().open('noisy'), { sections: ['services'] }, never()));
      ok('data' in snapshot.sections.services);
      ok('failure' in snapshot.sections.host && snapshot.sections.host.failure.reason === 'notAsked');
    });

    it('ends with a section that hangs, and the process with it', async () => {
      const script = { ...collectScript({ sections: ['power', 'services'], sectionSeconds: 4 }), text: collectorText.replace(END, () => hanging) };
      const answer = value(await (await host().open()).run(script, never()));
      const read = readSnapshot(answer.output);
      ok(read.ok);
      const { power, services } = read.snapshot.sections;
      ok('failure' in power && power.failure.reason === 'timedOut');
      ok('data' in services);
      await until('PowerShell still runs', () => running().length === 0);
    });

    it('leaves no program behind when it is cancelled half-way', async () => {
      const cancel = new AbortController();
      const script = { ...collectScript({ sections: ['power'], sectionSeconds: 600 }), text: collectorText.replace(END, () => hanging) };
      const shell = await host().open();
      const answer = shell.run(script, cancel.signal);
      await until('nothing started', () => running().length > 0);
      cancel.abort();
      failed(await answer, 'cancelled');
      await until('it still runs', () => running().length === 0);
    });

    it('says so when the connection is cut half-way', async () => {
      const script = { ...collectScript({ sections: ['power'], sectionSeconds: 600 }), text: collectorText.replace(END, () => hanging) };
      const answer = (await host().open()).run(script, never());
      await until('nothing started', () => running().length > 0);
      host().cut();
      failed(await answer, 'connectionLost');
      await until('it still runs', () => running().length === 0);
    });

    it('says so when there is more of it than is let through', async () => {
      const script = { ...collectScript({ sections: ['registry'] }), mostBytes: 1000 };
      failed(await (await host().open()).run(script, never()), 'outputTooLarge');
      await until('it still runs', () => running().length === 0);
    });
  });
});
