import { deepEqual, equal } from 'node:assert/strict';
import { findNearMiss } from '../../../src/core/rdp/nearMissKey';
import { isRdpKey } from '../../../src/core/rdp/rdpKeys';
import type { Hive } from '../../../src/core/registry/hives';

const miss = (path: string, hive: Hive = 'HKEY_LOCAL_MACHINE'): readonly string[] | undefined => {
  const found = findNearMiss({ hive, path: `SYSTEM\\${path}` });
  return found === undefined ? undefined : [found.slip, found.to.path.replace('SYSTEM\\', '')];
};
const listener = 'CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp';

describe('keys that miss the key of the listener', () => {
  it('are led to it', () => {
    for (const [path, slip, to] of [
      ['CurrentControlSet\\Control\\Remote Desktop server\\WinStations', 'article', listener.replace('\\RDP-Tcp', '')],
      ['CurrentControlSet\\Control\\Remote Desktop server\\WinStations\\RDP-Tcp', 'article', listener],
      ['CurrentControlSet\\Control\\Terminal Services\\WinStations\\RDP-Tcp', 'path', listener],
      ['CurrentControlSet\\Control\\Remote Desktop Services\\WinStations\\RDP-TCP', 'path', listener.replace('Tcp', 'TCP')],
      ['CurrentControlSet\\Control\\TerminalServer\\WinStations\\RDP-Tcp', 'path', listener],
      ['CurrentControlSet\\Control\\Terminal Sever\\Win Stations\\RDP_Tcp', 'path', listener],
      ['CurrentControlSet\\Control\\Terminal Server\\WinStation\\RDP-Tcp', 'path', listener],
      ['CurrentControlSet\\Control\\Terminal Server\\RDP-Tcp', 'path', listener],
      ['CurrentControlSet\\Controls\\Terminal Server\\WinStations\\RDP-Tcp', 'path', listener],
      ['Current Control Set\\Control\\Terminal Server\\WinStations\\RDP-Tcp', 'path', listener],
      ['ControlSet001\\Control\\TerminalServer\\WinStations\\RDP-Tcp', 'path', listener.replace('CurrentControlSet', 'ControlSet001')],
      [listener.replace('RDP-Tcp', 'RDP_Tcp'), 'listener', listener],
      [listener.replace('RDP-Tcp', 'RDPTcp'), 'listener', listener],
      [listener.replace('RDP-Tcp', 'rdp-tpc'), 'listener', listener],
      [listener.replace('RDP-Tcp', 'RDP-Tcp '), 'listener', listener],
    ] as const) {
      deepEqual(miss(path), [slip, to], path);
    }
    deepEqual(miss(listener, 'HKEY_CURRENT_USER'), ['hive', listener]);
  });

  it('are not seen in keys that are right, or other keys', () => {
    const below = 'CurrentControlSet\\Control\\Terminal Server';
    for (const path of [
      listener,
      listener.toUpperCase(),
      listener.replace('CurrentControlSet', 'ControlSet002'),
      below,
      `${below}\\WinStations`,
      ...['Console', 'ICA-TCP', 'RDP-Tcp 2', 'RDP-Tcp2', 'rdp-sxs240512345', 'EH-Tcp', '31C5CE94259D4006A9E4'].map((name) => `${below}\\WinStations\\${name}`),
      `${listener}\\TSMMRemotingAllowedApps`,
      ...['RCM', 'Wds\\rdpwd\\Tds\\tcp', 'AddIns', 'ClusterSettings', 'DefaultUserConfiguration', 'Utilities', 'VIDEO', 'SysProcs'].map((name) => `${below}\\${name}`),
      'CurrentControlSet\\Control\\SystemResources\\X',
      'CurrentControlSet\\Services\\TermService\\Parameters',
      'CurrentControlSet\\Control',
      'Select',
    ]) {
      equal(miss(path), undefined, path);
    }
    equal(findNearMiss({ hive: 'HKEY_LOCAL_MACHINE', path: 'OFFLINE\\ControlSet001\\Control\\TerminalServer\\X' }), undefined);
    equal(miss(listener, 'HKEY_USERS'), undefined);
    equal(miss('CurrentControlSet\\Control\\TerminalServer', 'HKEY_CURRENT_USER'), undefined);
  });
});

describe('the keys of Remote Desktop', () => {
  it('are those of the server, the services, the firewall and the table', () => {
    const is = (path: string): boolean => isRdpKey({ hive: 'HKEY_LOCAL_MACHINE', path });
    for (const path of [
      `SYSTEM\\${listener}`,
      'SYSTEM\\ControlSet001\\Services\\TermService\\Parameters',
      'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services',
      'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules',
    ]) {
      equal(is(path), true, path);
    }
    for (const path of ['SYSTEM\\CurrentControlSet\\Control\\Terminal Server 2', 'SYSTEM\\CurrentControlSet\\Services\\Spooler', 'SOFTWARE']) equal(is(path), false, path);
  });
});
