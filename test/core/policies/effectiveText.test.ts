import { deepEqual, equal, match } from 'node:assert/strict';
import type { RegistryEntry } from '../../../src/core/formats/entry';
import { writeRegistryPol } from '../../../src/core/formats/registryPol/writer';
import { english } from '../../../src/core/messages/english';
import { effectiveText } from '../../../src/core/policies/effectiveText';
import { gpoNamed, lgpo, preference, template, TERMINAL_SERVICES, workspace } from './exports';

const LISTENER = 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp';
const deny = (number: number): readonly [string, string, string] => [TERMINAL_SERVICES, 'fDenyTSConnections', `DWORD:${String(number)}`];

function result(files: Readonly<Record<string, string>>, ...names: readonly string[]): ReturnType<typeof effectiveText> {
  const found = workspace(files);
  return effectiveText(names.map((name) => gpoNamed(found, name)), english);
}

function lineWith(text: string, part: string): string {
  const found = text.split('\n').filter((line) => line.includes(part));
  equal(found.length, 1, `${part} in ${text}`);
  return found.join('').trim().replace(/ {2,}/g, '  ');
}

describe('the result of GPOs in an order', () => {
  const two = { 'a.lgpo.txt': lgpo(deny(1)), 'b.lgpo.txt': lgpo(deny(0)) };

  it('is what the last one says, with what it overrode and where both stand', () => {
    const { text, links } = result(two, 'a.lgpo.txt', 'b.lgpo.txt');
    equal(
      lineWith(text, 'fDenyTSConnections'),
      'Allow users to connect remotely by using Remote Desktop Services  policy enabled  fDenyTSConnections = 0 by policy of b.lgpo.txt (b.lgpo.txt:2); overrides 1 of a.lgpo.txt (a.lgpo.txt:2)',
    );
    deepEqual(
      links.map(({ range, target }) => [text.slice(range.start, range.end), target.document, target.line]),
      [
        ['b.lgpo.txt:2', 'file:///gpos/b.lgpo.txt', 2],
        ['a.lgpo.txt:2', 'file:///gpos/a.lgpo.txt', 2],
      ],
    );
    match(lineWith(result(two, 'b.lgpo.txt', 'a.lgpo.txt').text, 'fDenyTSConnections ='), /policy disabled {2}fDenyTSConnections = 1 by policy of a\.lgpo\.txt .*overrides 0 of b\.lgpo\.txt \(b\.lgpo\.txt:2\); RDP101$/);
    match(text, /^ {3}Which links are Enforced/m);
    equal(result(two, 'a.lgpo.txt', 'b.lgpo.txt').text, text);
  });

  it('has what was deleted, by name and with its key, as deleted', () => {
    const all = { ...two, 'c.lgpo.txt': lgpo([TERMINAL_SERVICES, 'fDenyTSConnections', 'DELETE']), 'd.lgpo.txt': lgpo([TERMINAL_SERVICES, '*', 'DELETEALLVALUES']) };
    match(lineWith(result(all, 'a.lgpo.txt', 'c.lgpo.txt').text, 'fDenyTSConnections'), /deleted {2}fDenyTSConnections by policy of c\.lgpo\.txt \(c\.lgpo\.txt:2\); overrides 1 of a\.lgpo\.txt/);
    match(lineWith(result(all, 'a.lgpo.txt', 'd.lgpo.txt').text, 'fDenyTSConnections'), /deleted {2}fDenyTSConnections by policy of d\.lgpo\.txt \(d\.lgpo\.txt:2\); overrides 1 of a\.lgpo\.txt/);
    // Emptied first, set afterwards.
    match(lineWith(result(all, 'd.lgpo.txt', 'a.lgpo.txt').text, 'fDenyTSConnections'), /policy disabled/);
  });

  it('lets preferences come after policies and templates of every GPO, whatever their order', () => {
    const files = { 'Registry.xml': preference(TERMINAL_SERVICES, 'fDenyTSConnections', '00000001'), ...two };
    match(lineWith(result(files, 'Registry.xml', 'b.lgpo.txt').text, 'fDenyTSConnections'), /= 1 by preference of Registry\.xml \(Registry\.xml:\d+\); overrides 0 of b\.lgpo\.txt/);
  });

  it('replaces who has a right and does not add to it', () => {
    const right = (names: string): string => template(['Privilege Rights', `SeRemoteInteractiveLogonRight = ${names}`]);
    const found = workspace({ 'a/GptTmpl.inf': right('*S-1-5-32-555'), 'b/GptTmpl.inf': right('*S-1-5-32-544') });
    const { text } = effectiveText(found.gpos, english);
    match(lineWith(text, 'SeRemoteInteractiveLogonRight'), /Services {2}Administrators {2}SeRemoteInteractiveLogonRight by security template of b\/GptTmpl\.inf \(b\/GptTmpl\.inf:7\); overrides Remote Desktop Users of a\/GptTmpl\.inf \(a\/GptTmpl\.inf:7\)/);
  });

  it('says of a local value that a policy decides instead', () => {
    const files = { 'Registry.xml': preference(LISTENER, 'UserAuthentication', '00000001'), 'a.lgpo.txt': lgpo([TERMINAL_SERVICES, 'UserAuthentication', 'DWORD:0']) };
    match(lineWith(result(files, 'a.lgpo.txt', 'Registry.xml').text, 'by preference'), /does not count, because policy UserAuthentication = 0 of a\.lgpo\.txt decides \(a\.lgpo\.txt:2\)/);
  });

  it('lets the first of two preferences create a value and the second find it there', () => {
    const create = (hex: string): string => preference(TERMINAL_SERVICES, 'fDenyTSConnections', hex).replace('action="U"', 'action="C"');
    const found = workspace({ 'a/Registry.xml': create('00000001'), 'b/Registry.xml': create('00000000') });
    match(lineWith(effectiveText(found.gpos, english).text, 'fDenyTSConnections'), /= 1 by preference of a\/Registry\.xml .*; only where there is no value yet; overrides 0 of b\/Registry\.xml/);
  });

  it('tells in a report what is a policy, what a security option and what a preference', () => {
    const lsa = 'MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\LmCompatibilityLevel';
    const item = preference(TERMINAL_SERVICES, 'fDenyTSConnections', '00000001').replace(/^[^]*?<Registry /, '<q2:Registry ').replace('<Properties', '<q2:Properties').replace('</Registry></RegistrySettings>', '</q2:Registry>');
    const report = `<?xml version="1.0" encoding="utf-8"?><GPO xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://www.microsoft.com/GroupPolicy/Settings"><Name>Report</Name><Computer><Enabled>true</Enabled>
<ExtensionData><Extension xmlns:q1="http://www.microsoft.com/GroupPolicy/Settings/Security" xsi:type="q1:SecuritySettings"><q1:SecurityOptions><q1:KeyName>${lsa}</q1:KeyName><q1:SettingNumber>5</q1:SettingNumber></q1:SecurityOptions></Extension></ExtensionData>
<ExtensionData><Extension xmlns:q2="http://www.microsoft.com/GroupPolicy/Settings/Windows/Registry" xsi:type="q2:RegistrySettings"><q2:RegistrySettings>${item}</q2:RegistrySettings></Extension></ExtensionData></Computer></GPO>`;
    const { text } = result({ 'report.xml': report, 'b.lgpo.txt': lgpo([TERMINAL_SERVICES, 'fDenyTSConnections', 'DWORD:0']) }, 'Report', 'b.lgpo.txt');
    match(lineWith(text, 'fDenyTSConnections'), /= 1 by preference of Report \(report\.xml:\d+\); overrides 0 of b\.lgpo\.txt/);
    match(lineWith(text, 'LmCompatibilityLevel'), /LmCompatibilityLevel = 5 by security template of Report/);
  });

  it('tells the policy of the user from that of the computer, which decides about sessions', () => {
    const idle = (data: string): string => lgpo([TERMINAL_SERVICES, 'MaxIdleTime', data]);
    const files = { 'computer.lgpo.txt': idle('DWORD:60000'), 'user.lgpo.txt': idle('DWORD:300000').replace('Computer', 'User') };
    const { text } = result(files, 'computer.lgpo.txt', 'user.lgpo.txt');
    match(lineWith(text, 'MaxIdleTime (HKCU) ='), /= 300000 by policy of user\.lgpo\.txt .*; does not count, because policy MaxIdleTime = 60000 of computer\.lgpo\.txt decides/);
    match(lineWith(text, 'MaxIdleTime = 60000 by policy'), /by policy of computer\.lgpo\.txt \(computer\.lgpo\.txt:2\)$/);
    const client = (half: string): string => lgpo([TERMINAL_SERVICES, 'DisablePasswordSaving', 'DWORD:1']).replace('Computer', half);
    equal(/does not count/.test(result({ 'a.lgpo.txt': client('Computer'), 'b.lgpo.txt': client('User') }, 'a.lgpo.txt', 'b.lgpo.txt').text), false);
  });

  const dword = (name: string, value: number): RegistryEntry => ({ kind: 'registry', hive: 'machine', key: TERMINAL_SERVICES, name, type: 4, data: Uint8Array.of(value, 0, 0, 0), action: 'set', evidence: { document: '', range: { start: 0, end: 0 } } });

  it('tells a finding with its own entry of a registry.pol and not with the one before, which ends where it starts', () => {
    const pol = writeRegistryPol([dword('fDenyTSConnections', 0), dword('UserAuthentication', 0)]);
    const { text } = effectiveText(workspace({ 'x/Machine/registry.pol': pol }).gpos, english);
    match(lineWith(text, 'fDenyTSConnections'), /^Allow users [^;]*$/);
    match(lineWith(text, 'UserAuthentication'), /; RDP501$/);
  });

  it('names bytes where a file has no lines', () => {
    const pol = writeRegistryPol([dword('fDenyTSConnections', 1)]);
    const { text, links } = effectiveText(workspace({ 'x/Machine/registry.pol': pol }).gpos, english);
    match(lineWith(text, 'fDenyTSConnections'), /fDenyTSConnections = 1 by policy of x\/Machine\/registry\.pol \(x\/Machine\/registry\.pol:0x8\)/);
    deepEqual(links.map(({ target }) => target), [{ document: 'file:///gpos/x/Machine/registry.pol', line: undefined, offset: 8 }]);
  });
});
