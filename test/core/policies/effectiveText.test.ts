import { deepEqual, equal, match } from 'node:assert/strict';
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

  it('names bytes where a file has no lines', () => {
    const pol = writeRegistryPol([{ kind: 'registry', hive: 'machine', key: TERMINAL_SERVICES, name: 'fDenyTSConnections', type: 4, data: Uint8Array.of(1, 0, 0, 0), action: 'set', evidence: { document: '', range: { start: 0, end: 0 } } }]);
    const { text, links } = effectiveText(workspace({ 'x/Machine/registry.pol': pol }).gpos, english);
    match(lineWith(text, 'fDenyTSConnections'), /fDenyTSConnections = 1 by policy of x\/Machine\/registry\.pol \(x\/Machine\/registry\.pol:0x8\)/);
    deepEqual(links.map(({ target }) => target), [{ document: 'file:///gpos/x/Machine/registry.pol', line: undefined, offset: 8 }]);
  });
});
