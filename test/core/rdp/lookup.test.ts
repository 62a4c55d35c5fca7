// One lookup for every spelling of a place: case, control sets, the 32-bit view, listeners, policies of computer and user.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { findSetting, isListenerValue, isSettingKey, listenerOf, settingsIn, type KnownPlace } from '../../../src/core/rdp/lookup';
import type { Hive } from '../../../src/core/registry/hives';
import { valueType } from '../../../src/core/registry/valueData';

const TERMINAL_SERVER = 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
const POLICY = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';

const find = (path: string, name: string, hive: Hive = 'HKEY_LOCAL_MACHINE'): KnownPlace | undefined => findSetting({ key: { hive, path }, name });
const told = (path: string, name: string, hive?: Hive): readonly (string | undefined)[] | undefined => {
  const known = find(path, name, hive);
  return known === undefined ? undefined : [known.setting.id, known.side, known.listener];
};

describe('the lookup of a place', () => {
  it('does not care about case, control set or the 32-bit view', () => {
    for (const path of [TERMINAL_SERVER, TERMINAL_SERVER.toUpperCase(), TERMINAL_SERVER.replace('Current', 'current'), TERMINAL_SERVER.replace('CurrentControlSet', 'ControlSet001')]) {
      deepEqual(told(path, 'FDENYTSCONNECTIONS'), ['denyConnections', 'local', undefined], path);
    }
    deepEqual(told(POLICY.replace('SOFTWARE', 'Software\\WOW6432Node'), 'fDenyTSConnections'), ['denyConnections', 'policy', undefined]);
  });

  it('takes any direct child of WinStations for a listener', () => {
    for (const name of ['RDP-Tcp', 'rdp-tcp', 'RDP-Tcp 2', 'Console', 'ICA-TCP']) {
      deepEqual(told(`${TERMINAL_SERVER}\\WinStations\\${name}`, 'PortNumber'), ['listener.portNumber', 'local', name]);
    }
    equal(told(`${TERMINAL_SERVER}\\WinStations`, 'PortNumber'), undefined);
    equal(told(`${TERMINAL_SERVER}\\WinStations\\RDP-Tcp\\Sub`, 'PortNumber'), undefined);
    equal(listenerOf({ hive: 'HKEY_LOCAL_MACHINE', path: `${TERMINAL_SERVER}\\WinStations` }), undefined);
    deepEqual(told(`${TERMINAL_SERVER}\\Wds\\rdpwd\\Tds\\tcp`, 'PortNumber'), ['template.portNumber', 'local', undefined]);
    equal(told(`${TERMINAL_SERVER}\\lanatable\\{0A1B}`, 'LanaID')?.[0], 'lanaId');
  });

  it('knows the policy of the computer and the one of the user', () => {
    const machine = find(POLICY, 'MaxIdleTime');
    const user = find(POLICY, 'MaxIdleTime', 'HKEY_CURRENT_USER');
    deepEqual([machine?.setting.id, user?.setting.id], ['listener.maxIdleTime', 'listener.maxIdleTime']);
    deepEqual([machine?.policies.map(({ id }) => id), user?.policies.map(({ id }) => id)], [['TS_SESSIONS_Idle_Limit_2'], ['TS_SESSIONS_Idle_Limit_1']]);
    equal(find(POLICY, 'fDenyTSConnections', 'HKEY_CURRENT_USER'), undefined);
    equal(find(POLICY, 'SecurityLayer', 'HKEY_USERS'), undefined);
  });

  it('tells apart what the policy may write and what the local value takes', () => {
    const [local, policy] = [find(`${TERMINAL_SERVER}\\WinStations\\RDP-Tcp`, 'MaxDisconnectionTime'), find(POLICY, 'MaxDisconnectionTime')];
    deepEqual(local?.types, [valueType.dword]);
    deepEqual(policy?.types, [valueType.dword, valueType.sz]);
    equal(find(POLICY, 'LicenseServers')?.types[0], valueType.sz);
    equal(find('SYSTEM\\CurrentControlSet\\Services\\TermService\\Parameters\\LicenseServers', 'SpecifiedLicenseServers')?.types[0], valueType.multiSz);
    equal(find(POLICY, 'LicenseServers')?.setting.id, 'licensing.specifiedServers');
    const level = find(POLICY, 'MinEncryptionLevel')?.domain;
    deepEqual(level?.kind === 'choices' ? level.choices.map(({ value }) => value) : [], [1, 2, 3]);
  });

  it('finds values only a policy knows', () => {
    deepEqual(told(POLICY, 'fNoFontSmoothing'), ['policy.TS_DISALLOW_FONT_SMOOTHING', 'policy', undefined]);
    deepEqual(told(POLICY, 'fAllowToGetHelp'), ['policy.RA_Solicit.fAllowToGetHelp', 'policy', undefined]);
    deepEqual(told(`${POLICY}\\Client`, 'fClientDisableUDP')?.[0], 'policy.TS_CLIENT_TURN_OFF_UDP');
    deepEqual(told('Software\\Policies\\Microsoft\\Windows\\CredentialsDelegation', 'AllowProtectedCreds')?.[0], 'policy.AllowProtectedCreds');
    deepEqual(told('Software\\Policies\\Microsoft\\Power\\PowerSettings\\29f6c1db-86da-48c5-9fdb-f2b67b1f44da', 'acsettingindex'), ['power.sleepPluggedIn', 'policy', undefined]);
    deepEqual(told('SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\CredSSP\\Parameters', 'AllowEncryptionOracle'), ['credssp.encryptionOracle', 'policy', undefined]);
  });

  it('lists what is known in a key', () => {
    const names = settingsIn({ hive: 'HKEY_LOCAL_MACHINE', path: `${TERMINAL_SERVER}\\WinStations\\RDP-Tcp` }).map(({ name }) => name);
    ok(names.includes('PortNumber') && names.includes('fInheritShadow'));
    ok(names.every(isListenerValue));
    deepEqual(settingsIn({ hive: 'HKEY_LOCAL_MACHINE', path: 'SOFTWARE\\Nothing' }), []);
    ok(!isSettingKey({ hive: 'HKEY_LOCAL_MACHINE', path: 'SOFTWARE\\Nothing' }));
  });
});
