// Drift between two snapshots: each change is told once, by what it is about; nothing that only passes with time is a change; what was
// not seen was not removed.

import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../src/core/messages/english';
import { compareSnapshots } from '../../../src/core/snapshot/compare';
import { comparisonText } from '../../../src/core/snapshot/comparisonText';
import type { SnapshotDifference } from '../../../src/core/snapshot/difference';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { anySnapshot, changed, healthy, snapshotOf, withSection } from './changedSnapshots';

const TERMINAL_SERVER = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
const told = ({ fact, change, label, before, after, symptom }: SnapshotDifference): readonly unknown[] => [
  fact,
  change,
  english(label),
  before === undefined ? undefined : english(before),
  after === undefined ? undefined : english(after),
  symptom,
];
const against = (after: Snapshot): readonly (readonly unknown[])[] => compareSnapshots(healthy, after).map(told);

interface List {
  [name: string]: unknown;
}
const listIn = (section: { data: Record<string, unknown> } | undefined, name: string): List[] => section?.data[name] as List[];
const valuesOf = (key: number, section: { data: Record<string, unknown> } | undefined): List[] => listIn(section, 'keys')[key]?.['values'] as List[];

describe('two snapshots of one server', () => {
  it('differ in a registry value, decoded, with its symptom', () => {
    const after = changed(({ registry }) => {
      Object.assign(valuesOf(0, registry)[0] ?? {}, { data: '01000000' });
      Object.assign(valuesOf(1, registry)[2] ?? {}, { data: '3e0d0000' });
      valuesOf(1, registry).splice(7, 1);
      valuesOf(1, registry).push({ name: 'Made up', type: 1, data: '41000000', length: 4 });
    });
    deepEqual(against(after), [
      [
        `value:${TERMINAL_SERVER}\\fDenyTSConnections`, 'changed', `${TERMINAL_SERVER}\\fDenyTSConnections`,
        'REG_DWORD 0x00000000 = 0: new connections are accepted', 'REG_DWORD 0x00000001 = 1: new connections are refused, existing sessions stay', 1,
      ],
      [
        `value:${TERMINAL_SERVER}\\WinStations\\RDP-Tcp\\PortNumber`, 'changed', `${TERMINAL_SERVER}\\WinStations\\RDP-Tcp\\PortNumber`,
        'REG_DWORD 0x00000d3d = 3389', 'REG_DWORD 0x00000d3e = 3390', 2,
      ],
      [
        `value:${TERMINAL_SERVER}\\WinStations\\RDP-Tcp\\LanAdapter`, 'removed', `${TERMINAL_SERVER}\\WinStations\\RDP-Tcp\\LanAdapter`,
        'REG_DWORD 0x00000000 = 0: all adapters', undefined, 2,
      ],
      [
        `value:${TERMINAL_SERVER}\\WinStations\\RDP-Tcp\\Made up`, 'added', `${TERMINAL_SERVER}\\WinStations\\RDP-Tcp\\Made up`,
        undefined, 'REG_SZ "A"', null,
      ],
    ]);
  });

  it('differ in services, sockets, rules, certificates, people, power and licensing', () => {
    const after = changed(({ services, sockets, firewall, certificates, rights, groups, power, licensing }) => {
      Object.assign(listIn(services, 'services')[1] ?? {}, { state: 1, startType: 4, pid: 0 });
      Object.assign(listIn(sockets, 'listening')[0] ?? {}, { process: 'other.exe', path: 'C:\\other.exe', services: [], pid: 8 });
      Object.assign(listIn(firewall, 'rules')[0] ?? {}, { enabled: false, ports: ['3390'] });
      listIn(certificates, 'certificates')[0] = { ...listIn(certificates, 'certificates')[0], thumbprint: 'AA', notAfter: '2028-01-01T00:00:00Z' };
      (rights?.data['SeDenyRemoteInteractiveLogonRight'] as string[]).push('S-1-5-113');
      listIn(groups, 'remoteDesktopUsers').splice(0, 1);
      Object.assign(power?.data ?? {}, { sleepAc: 1800 });
      Object.assign(listIn(licensing, 'servers')[0] ?? {}, { status: 6 });
    });
    deepEqual(against(after).map((row) => row.slice(0, 5)), [
      ['service:UmRdpService', 'changed', 'Service UmRdpService: state', 'running', 'stopped'],
      ['service:UmRdpService', 'changed', 'Service UmRdpService: start type', 'manual', 'disabled'],
      ['socket:tcp:3389', 'changed', 'Listening on TCP 3389, address 0.0.0.0: process', 'svchost.exe', 'other.exe'],
      ['socket:tcp:3389', 'changed', 'Listening on TCP 3389, address 0.0.0.0: services', 'TermService', 'none'],
      ['socket:tcp:3389', 'changed', 'Listening on TCP 3389, address 0.0.0.0: program', 'C:\\Windows\\System32\\svchost.exe', 'C:\\other.exe'],
      ['firewall:rule:RemoteDesktop-UserMode-In-TCP', 'changed', 'Firewall rule RemoteDesktop-UserMode-In-TCP (local): enabled', 'yes', 'no'],
      ['firewall:rule:RemoteDesktop-UserMode-In-TCP', 'changed', 'Firewall rule RemoteDesktop-UserMode-In-TCP (local): ports', '3389', '3390'],
      [
        'certificate:5E0F1C2D3B4A59687786958493A2B1C0DFEE0D1C', 'removed', 'Certificate 5E0F1C2D3B4A59687786958493A2B1C0DFEE0D1C in Remote Desktop',
        'CN=RDS01.corp.example, valid to 2027-03-03T00:00:00Z', undefined,
      ],
      ['certificate:AA', 'added', 'Certificate AA in Remote Desktop', undefined, 'CN=RDS01.corp.example, valid to 2028-01-01T00:00:00Z'],
      ['right:SeDenyRemoteInteractiveLogonRight', 'added', 'SeDenyRemoteInteractiveLogonRight: S-1-5-113', undefined, 'there'],
      [
        'group:remoteDesktopUsers', 'removed', 'Member of Remote Desktop Users',
        'CORP\\rds-users (S-1-5-21-1004336348-1177238915-682003330-1117)', undefined,
      ],
      ['power', 'changed', 'Sleep on mains', 'never', 'after 1800 s'],
      ['licensing:server:lic01.corp.example', 'changed', 'Licence server lic01.corp.example', 'status 11', 'status 6'],
    ]);
  });

  it('stand with the symptom that the report has them under', () => {
    const after = changed(({ firewall, sockets, certificates, rights }) => {
      Object.assign(listIn(firewall, 'rules')[0] ?? {}, { enabled: false });
      Object.assign(firewall?.data ?? {}, { serviceRunning: false });
      Object.assign(listIn(firewall, 'profiles')[0] ?? {}, { enabled: false });
      listIn(sockets, 'listening').splice(0, 1);
      listIn(certificates, 'certificates').splice(0, 1);
      (rights?.data['SeDenyRemoteInteractiveLogonRight'] as string[]).push('S-1-5-113');
    });
    const symptoms = new Map(compareSnapshots(healthy, after).map(({ fact, symptom }) => [fact.split(':')[0], symptom]));
    deepEqual(Object.fromEntries(symptoms), { socket: 2, firewall: 2, certificate: 3, right: 1 });
  });

  it('do not differ in what passes with time, and not in any order', () => {
    const after = snapshotOf({
      ...changed(({ host, services, sockets, sessions, events, licensing, registry, firewall }) => {
        Object.assign(host?.data ?? {}, { clock: '2027-01-01T00:00:00Z', bootedAt: '2026-12-01T00:00:00Z' });
        for (const service of listIn(services, 'services')) service['pid'] = 77;
        for (const socket of listIn(sockets, 'listening')) socket['pid'] = 77;
        Object.assign(sockets?.data ?? {}, { established: 40 });
        listIn(sessions, 'sessions').splice(1, 2);
        for (const group of listIn(events, 'groups')) Object.assign(group, { count: 5, last: '2027-01-01T00:00:00Z', samples: [] });
        Object.assign(licensing?.data ?? {}, { graceDays: 0 });
        for (const list of [listIn(registry, 'keys'), listIn(firewall, 'rules'), listIn(sockets, 'listening')]) list.reverse();
      }),
      collection: { ...healthy.collection, at: '2027-01-01T00:00:00Z', ms: 1, userSid: 'S-1-5-18' },
    });
    deepEqual(against(after), []);
  });

  it('differ in kinds of events that speak of trouble, and in counts ten times another', () => {
    const provider = 'Microsoft-Windows-TerminalServices-RemoteConnectionManager';
    const event = (id: number, count: number, level = 2): unknown => ({
      channel: 'System', provider, id, level, qualifiers: null, count, capped: false, first: '2026-11-19T00:00:00Z', last: '2026-11-20T00:00:00Z', samples: [],
    });
    const before = changed(({ events }) => listIn(events, 'groups').push(event(1057, 3) as List, event(1071, 7) as List, event(1155, 900, 4) as List));
    const after = changed(({ events }) => listIn(events, 'groups').push(event(1057, 29) as List, event(1071, 70) as List, event(1058, 1) as List, event(1156, 900, 4) as List));
    deepEqual(compareSnapshots(before, after).map(told), [
      [`event:${provider}/1071`, 'changed', `Event ${provider} 1071`, '7 times, last on 2026-11-20T00:00:00Z', '70 times, last on 2026-11-20T00:00:00Z', 1],
      [`event:${provider}/1058`, 'added', `Event ${provider} 1058`, undefined, '1 times, last on 2026-11-20T00:00:00Z', 3],
    ]);
  });
});

describe('what one of two snapshots did not see', () => {
  it('is no removal: a section', () => {
    const after = withSection('rights', { ms: 1, failure: { reason: 'notElevated', detail: 'secedit' } });
    deepEqual(against(after), [['unseen:rights', 'unseen', 'Section rights', 'seen', 'not seen (notElevated: secedit)', null]]);
    deepEqual(compareSnapshots(after, after), []);
  });

  it('is no removal: a denied key, a port nobody asked about, a store that could not be read, a log that is off', () => {
    const after = changed(({ registry, sockets, certificates, events }) => {
      Object.assign(listIn(registry, 'keys')[1] ?? {}, { state: 'denied', values: [] });
      Object.assign(sockets?.data ?? {}, { ports: [], listening: [] });
      Object.assign(certificates?.data ?? {}, { certificates: [] });
      certificates?.unseen.push({ what: 'certificates.Remote Desktop', reason: 'accessDenied', detail: 'x' });
      Object.assign(listIn(events, 'channels')[0] ?? {}, { state: 'denied' });
    });
    const found = compareSnapshots(healthy, after);
    ok(found.length > 10);
    deepEqual(found.filter(({ change }) => change !== 'unseen').map(({ fact, change }) => [fact, change]), [['events', 'changed']]);
  });

  it('is no removal: one field', () => {
    const after = changed(({ certificates, groups, sockets }) => {
      Object.assign(listIn(sockets, 'listening')[0] ?? {}, { services: [] });
      sockets?.unseen.push({ what: 'listening.services', reason: 'notElevated', detail: 'x' });
      Object.assign(listIn(certificates, 'certificates')[0] ?? {}, { keyReadable: null });
      Object.assign(groups?.data ?? {}, { remoteDesktopUsers: null });
    });
    deepEqual(against(after).map((row) => row.slice(1, 5)), [
      ['unseen', 'Listening on TCP 3389, address 0.0.0.0: services', 'TermService', 'could not be told'],
      ['unseen', 'Certificate 5E0F1C2D3B4A59687786958493A2B1C0DFEE0D1C in Remote Desktop: keyReadable', 'yes', 'could not be told'],
      ['unseen', 'Member of Remote Desktop Users', 'CORP\\rds-users (S-1-5-21-1004336348-1177238915-682003330-1117)', 'could not be told'],
    ]);
  });
});

describe('any two snapshots', () => {
  const swapped: Readonly<Record<SnapshotDifference['change'], SnapshotDifference['change']>> = { added: 'removed', removed: 'added', changed: 'changed', unseen: 'unseen' };
  const key = ({ section, label, change, before, after }: SnapshotDifference): string => JSON.stringify([section, english(label).toLowerCase(), change, before, after]);

  it('do not differ from themselves', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        deepEqual(compareSnapshots(snapshot, snapshot), []);
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  it('differ in the same facts both ways', () => {
    let different = 0;
    fc.assert(
      fc.property(anySnapshot, anySnapshot, (one, other) => {
        const forward = compareSnapshots(one, other).map((row) => key({ ...row, change: swapped[row.change], before: row.after, after: row.before }));
        deepEqual(compareSnapshots(other, one).map(key).toSorted(), forward.toSorted());
        different += forward.length;
      }),
      { seed: 6, numRuns: 100 },
    );
    ok(different > 300, String(different));
  });
});

describe('a comparison as text', () => {
  const names = { before: 'monday', after: 'tuesday' };

  it('stands by symptom, what was above what is, and what was not seen at the end', () => {
    const after = changed(({ registry, host, power }) => {
      Object.assign(valuesOf(0, registry)[0] ?? {}, { data: '01000000' });
      Object.assign(host?.data ?? {}, { version: '10.0.20348.9999' });
      Object.assign(power?.data ?? {}, { sleepAc: null });
    });
    equal(
      comparisonText(compareSnapshots(healthy, after), names, english),
      [
        'Compared: monday with tuesday',
        '2 differences.',
        '',
        '1  Connections',
        `   ${TERMINAL_SERVER}\\fDenyTSConnections`,
        '     - REG_DWORD 0x00000000 = 0: new connections are accepted',
        '     + REG_DWORD 0x00000001 = 1: new connections are refused, existing sessions stay',
        '',
        'Server',
        '   Version of Windows',
        '     - 10.0.20348.2582',
        '     + 10.0.20348.9999',
        '',
        'Seen in one of them only',
        '   Sleep on mains',
        '     - never',
        '     + could not be told',
        '',
      ].join('\n'),
    );
  });

  it('says that there is none', () => {
    equal(comparisonText([], names, english), 'Compared: monday with tuesday\nNo difference.\n');
  });
});
