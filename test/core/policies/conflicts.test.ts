import { deepEqual, equal } from 'node:assert/strict';
import { conflictsOf } from '../../../src/core/policies/conflicts';
import { backupInfo, lgpo, preference, said, template, TERMINAL_SERVICES, workspace } from './exports';

const DENY = [TERMINAL_SERVICES, 'fDenyTSConnections', 'DWORD:1'] as const;
const ALLOW = [TERMINAL_SERVICES, 'fDenyTSConnections', 'DWORD:0'] as const;
const LOCAL = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
const reg = (name: string, data: string, key = LOCAL): string => `Windows Registry Editor Version 5.00\r\n\r\n[${key}]\r\n"${name}"=${data}\r\n`;

function conflicts(files: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  const { gpos, locals } = workspace(files);
  return conflictsOf(gpos, locals).map(({ kind, title, sides }) => [kind, said(title), ...sides.map(({ source, data, at }) => `${source}: ${said(data)} (${at})`)]);
}

describe('conflicts between GPO exports', () => {
  it('are places that two of them set differently, with the line of each', () => {
    deepEqual(conflicts({ 'a.lgpo.txt': lgpo(DENY), 'b.lgpo.txt': lgpo(['Software\\Other', 'x', 'DWORD:1'], ALLOW) }), [
      ['differ', 'Allow users to connect remotely by using Remote Desktop Services', 'a.lgpo.txt: 1 (a.lgpo.txt:2)', 'b.lgpo.txt: 0 (b.lgpo.txt:7)'],
    ]);
  });

  it('are none where all say the same, where one is switched off, or where one only fills a gap', () => {
    deepEqual(conflicts({ 'a.lgpo.txt': lgpo(DENY), 'b.lgpo.txt': lgpo(DENY) }), []);
    const [key, name] = DENY;
    deepEqual(conflicts({ 'a.lgpo.txt': lgpo(DENY), 'Registry.xml': preference(key, name, '00000000', 'disabled="1"') }), []);
    equal(conflicts({ 'a.lgpo.txt': lgpo(DENY), 'Registry.xml': preference(key, name, '00000000') }).length, 1);
  });

  it('are a value that one sets and the other deletes, also with all values of its key', () => {
    const [key, name] = DENY;
    const rows = (text: string): readonly (readonly string[])[] => conflicts({ 'a.lgpo.txt': lgpo(DENY), 'b.lgpo.txt': text });
    deepEqual(rows(lgpo([key, name, 'DELETE']))[0]?.slice(2), ['a.lgpo.txt: 1 (a.lgpo.txt:2)', 'b.lgpo.txt: deleted (b.lgpo.txt:2)']);
    deepEqual(rows(lgpo([key, '*', 'DELETEALLVALUES']))[0]?.slice(2), ['a.lgpo.txt: 1 (a.lgpo.txt:2)', 'b.lgpo.txt: deleted (b.lgpo.txt:2)']);
    // Who empties the key and then sets the same has no quarrel.
    deepEqual(rows(lgpo([key, '*', 'DELETEALLVALUES'], DENY)), []);
  });

  it('are rights given to others, whatever the order of the names', () => {
    const right = (names: string): string => template(['Privilege Rights', `SeRemoteInteractiveLogonRight = ${names}`]);
    deepEqual(conflicts({ 'a/GptTmpl.inf': right('*S-1-5-32-544,*S-1-5-32-555'), 'b/GptTmpl.inf': right('*S-1-5-32-555,*S-1-5-32-544') }), []);
    deepEqual(conflicts({ 'a/GptTmpl.inf': right('*S-1-5-32-544,*S-1-5-32-555'), 'b/GptTmpl.inf': right('') })[0]?.slice(1), [
      'Allow log on through Remote Desktop Services',
      'a/GptTmpl.inf: Administrators, Remote Desktop Users (a/GptTmpl.inf:7)',
      'b/GptTmpl.inf: nobody (b/GptTmpl.inf:7)',
    ]);
  });

  it('are a local value of a .reg file that a policy overrides with another one', () => {
    deepEqual(conflicts({ 'allow.reg': reg('fDenyTSConnections', 'dword:00000000'), 'a.lgpo.txt': lgpo(DENY) }).map((row) => row.slice(0, 1).concat(row.slice(2))), [
      ['overridden', 'allow.reg: 0 (allow.reg:4)', 'a.lgpo.txt: 1 (a.lgpo.txt:2)'],
    ]);
    deepEqual(conflicts({ 'port.reg': reg('fSingleSessionPerUser', 'dword:00000001'), 'a.lgpo.txt': lgpo(DENY) }), []);
  });

  it('are a policy value that a .reg file sets too, and never two .reg files', () => {
    const key = `HKEY_LOCAL_MACHINE\\${TERMINAL_SERVICES}`;
    const [one, other] = [reg('fDenyTSConnections', 'dword:00000000', key), reg('fDenyTSConnections', 'dword:00000001', key)];
    deepEqual(conflicts({ 'one.reg': one, 'other.reg': other }), []);
    deepEqual(conflicts({ 'one.reg': one, 'a.lgpo.txt': lgpo(DENY) }).map(([kind]) => kind), ['differ']);
  });

  it('are none between two backups of one GPO, and some between the GPOs of one report', () => {
    const backup = (id: string, name: string, action: 'DWORD:0' | 'DWORD:1') => ({
      [`${id}/bkupInfo.xml`]: backupInfo(name, '{31B2F340-016D-11D2-945F-00C04FB984F9}'),
      [`${id}/lgpo.txt`]: lgpo([TERMINAL_SERVICES, 'fDenyTSConnections', action]),
    });
    deepEqual(conflicts({ ...backup('{1}', 'RDS', 'DWORD:0'), ...backup('{2}', 'RDS renamed', 'DWORD:1') }), []);
    const right = (name: string, member: string): string =>
      `<GPO xmlns="http://www.microsoft.com/GroupPolicy/Settings"><Identifier><Identifier xmlns="http://www.microsoft.com/GroupPolicy/Types">{${name}}</Identifier></Identifier><Name>${name}</Name><Computer><Enabled>true</Enabled><ExtensionData><Extension xmlns:q1="http://www.microsoft.com/GroupPolicy/Settings/Security" xsi:type="q1:SecuritySettings"><q1:UserRightsAssignment><q1:Name>SeRemoteInteractiveLogonRight</q1:Name><q1:Member><SID xmlns="http://www.microsoft.com/GroupPolicy/Types">${member}</SID></q1:Member></q1:UserRightsAssignment></Extension></ExtensionData></Computer></GPO>`;
    const report = `<?xml version="1.0" encoding="utf-8"?><report xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://www.microsoft.com/GroupPolicy/Settings">${right('First', 'S-1-5-32-544')}${right('Second', 'S-1-5-32-555')}</report>`;
    deepEqual(conflicts({ 'all.xml': report })[0]?.slice(2).map((side) => side.split(' (')[0]), ['First: Administrators', 'Second: Remote Desktop Users']);
  });
});
