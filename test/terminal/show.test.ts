// One entry as a line for people and as a row for programs: what it sets, and every circumstance under which it does not.

import { deepEqual, equal } from 'node:assert/strict';
import type { Entry, RegistryEntry } from '../../src/core/formats/entry';
import { entryRow } from '../../src/core/policies/showRow';
import { dwordData, stringData } from '../../src/core/registry/valueData';
import { entryLine } from '../../src/terminal/showLine';

const evidence = { document: 'a', range: { start: 0, end: 1 } };
const POLICIES = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';

function entry(parts: Partial<RegistryEntry> = {}, data = dwordData(1)): RegistryEntry {
  return { kind: 'registry', hive: 'machine', key: 'K', name: 'n', type: data.type, data: data.bytes, action: 'set', evidence, ...parts };
}

const nothing = { type: undefined, data: new Uint8Array() };

describe('a line of show', () => {
  const cases: readonly (readonly [Entry, string])[] = [
    [entry(), 'HKLM\\K: n = REG_DWORD 0x00000001 = 1'],
    [entry({ name: '', hive: 'classes' }, stringData('a')), 'HKCR\\K: (Default) = REG_SZ "a"'],
    [entry({ action: 'soft', hive: 'user' }), 'HKCU\\K: n = REG_DWORD 0x00000001 = 1, only where there is no such value'],
    [entry({ action: 'deleteValue', hive: 'users', ...nothing }), 'HKU\\K: n is deleted'],
    [entry({ action: 'deleteValues', name: '', names: ['a', ''], hive: 'config' }), 'HKCC\\K: a, (Default) are deleted'],
    [entry({ action: 'deleteAllValues', name: '', ...nothing }), 'HKLM\\K: all values are deleted'],
    [entry({ action: 'deleteKeys', name: '', names: ['a', 'b'] }), 'HKLM\\K: the keys a, b below it are deleted'],
    [entry({ action: 'secureKey', name: '' }), 'HKLM\\K: its permissions are replaced'],
    [entry({ action: 'createKey', name: '', ...nothing }), 'HKLM\\K is created'],
    [entry({ action: 'deleteKey', name: '', ...nothing }), 'HKLM\\K is deleted with everything below it'],
    [entry({ key: POLICIES, name: 'fDisableCam' }), `HKLM\\${POLICIES}: fDisableCam = REG_DWORD 0x00000001 = 1; Allow audio and video playback redirection; policy disabled`],
    [entry({ key: POLICIES, name: 'SecurityLayer' }, dwordData(9)), `HKLM\\${POLICIES}: SecurityLayer = REG_DWORD 0x00000009 = 9; Require use of specific security layer for remote (RDP) connections; 9 is none of the values Windows knows.`],
    [entry({ key: POLICIES, name: 'MaxIdleTime' }, dwordData(120_000)), `HKLM\\${POLICIES}: MaxIdleTime = REG_DWORD 0x0001d4c0 = 120000; Set time limit for active but idle Remote Desktop Services sessions; 120000 ms = 2 min`],
    [entry({ key: POLICIES, name: 'RemoteAppLogoffTimeLimit' }, dwordData(120_000)), `HKLM\\${POLICIES}: RemoteAppLogoffTimeLimit = REG_DWORD 0x0001d4c0 = 120000; Set time limit for logoff of RemoteApp sessions`],
    [entry({ disabled: true, account: 'kim' }), 'HKLM\\K: n = REG_DWORD 0x00000001 = 1 [switched off, does nothing; for the account kim only; GPO Outer]'],
    [entry({ gpo: 'Own' }), 'HKLM\\K: n = REG_DWORD 0x00000001 = 1 [GPO Own]'],
    [entry({ gpo: 'Own', winner: { gpo: 'Own', precedence: 1 } }), 'HKLM\\K: n = REG_DWORD 0x00000001 = 1 [set by GPO Own]'],
    [entry({ gpo: 'Own', winner: { gpo: 'Other', precedence: 2 } }), 'HKLM\\K: n = REG_DWORD 0x00000001 = 1 [GPO Own; set by GPO Other, overridden by another GPO]'],
    [entry({}, stringData('two\r\nlines\x1b')), 'HKLM\\K: n = REG_SZ "two lines\\x1b"'],
    [{ kind: 'userRight', right: 'SeX', principals: [], evidence }, 'Right SeX: nobody'],
    [{ kind: 'service', name: 'S', startMode: undefined, evidence }, 'Service S: only its permissions are set'],
    [{ kind: 'groupMember', group: { sid: undefined, name: 'G' }, relation: 'members', principals: [{ sid: undefined, name: 'a', evidence }], evidence }, 'Group G: its members are a and no one else'],
    [{ kind: 'groupMember', group: { sid: 'S-1-5-21-1', name: undefined }, relation: 'memberOf', principals: [{ sid: 's-1-5-32-555', name: undefined, evidence }], evidence }, 'Group S-1-5-21-1: is put into Remote Desktop Users (s-1-5-32-555)'],
    [{ kind: 'groupMember', group: { sid: undefined, name: 'G' }, relation: 'members', principals: [], evidence }, 'Group G: has no members'],
    [{ kind: 'groupMember', group: { sid: undefined, name: 'G' }, relation: 'memberOf', principals: [], evidence }, 'Group G: is put into no group, and stays in those it is in'],
    [{ kind: 'firewallRule', fields: { Version: '2', Name: 'N', Action: 'Allow', LPort: '3389' }, evidence }, 'Firewall rule N: Action=Allow, LPort=3389'],
  ];
  for (const [shown, line] of cases) {
    it(line, () => {
      equal(entryLine(shown, line.includes('Outer') ? 'Outer' : undefined), line);
    });
  }
});

describe('a row of show', () => {
  it('tells what is special about an entry, and nothing else', () => {
    const shared = { kind: 'registry', hive: 'machine', key: 'K', name: 'n', type: 4, data: '01000000', action: 'set', line: 3, setting: null };
    deepEqual(entryRow(entry(), { line: 3 }), shared);
    deepEqual(entryRow(entry({ disabled: true, gpo: 'G', account: 'kim', winner: { gpo: 'W', precedence: undefined } }), { line: 3 }), { ...shared, account: 'kim', disabled: true, gpo: 'G', winner: { gpo: 'W', precedence: null } });
    deepEqual(entryRow({ kind: 'service', name: 'S', startMode: undefined, evidence }, { offset: 8 }), { kind: 'service', name: 'S', startMode: null, offset: 8 });
    deepEqual(entryRow({ kind: 'firewallRule', fields: { Name: 'N' }, evidence }, { line: 1 }), { kind: 'firewallRule', fields: { Name: 'N' }, line: 1 });
  });
});
