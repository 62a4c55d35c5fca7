// `rdp-diagnostics show`: what a file sets, in each form. The JSON shapes are the product's contract.
import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { polBytes } from '../core/formats/polNotation';
import { json, rdpDiagnostics, type Ran } from './commandLine';

const POLICIES = 'Software\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const RDP_TCP = 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp';
const POL = `header
  [ "${POLICIES}" ; "SecurityLayer" ; =4: 02000000 ]
  [ "${POLICIES}" ; "**del.MaxIdleTime" ; =1: " " ]
  [ "Software\\Other" ; "Text" ; =1: "a" ]
  [ "Software\\Other" ; "**soft.Soft" ; =4: 01000000 ]
  [ "Software\\Other" ; "**DeleteValues" ; =1: "x;y" ]`;
const TEMPLATE = ['[Unicode]', 'Unicode=yes', '[Version]', 'signature="$CHICAGO$"', 'Revision=1', '[Privilege Rights]', 'SeDenyRemoteInteractiveLogonRight = *S-1-5-32-546,corp\\kim', '[Service General Setting]', '"TermService",4,""', '[Group Membership]', '*S-1-5-32-555__Members = ', ''];
const REPORT = `<?xml version="1.0" encoding="utf-8"?>
<GPO xmlns="http://www.microsoft.com/GroupPolicy/Settings" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Name>Servers</Name><Computer><Enabled>true</Enabled><ExtensionData><Extension xmlns:q1="http://www.microsoft.com/GroupPolicy/Settings/Registry" xsi:type="q1:RegistrySettings">
<q1:Policy><q1:Name>Turn off Store</q1:Name><q1:State>Enabled</q1:State><q1:Supported>At least Windows 8</q1:Supported><q1:Category>Windows Components/Store</q1:Category></q1:Policy>
</Extension></ExtensionData></Computer></GPO>`;

interface Shown {
  readonly files: readonly { readonly path: string; readonly format: string; readonly gpo?: string; readonly leftOut?: boolean; readonly error?: string; readonly entries: readonly Readonly<Record<string, unknown>>[] }[];
}

const shown = (ran: Ran): Shown['files'] => (json(ran) as Shown).files;

describe('rdp-diagnostics show', () => {
  let folder: string;
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  const lines = (...all: readonly string[]): string => all.join('\r\n');
  const pol = (name = 'Machine/registry.pol'): string => write(name, polBytes(POL));

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rdp-show-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('prints every entry of a registry.pol as JSON', async () => {
    const path = pol();
    const ran = await rdpDiagnostics('show', '--format', 'json', path);
    const registry = { kind: 'registry', hive: 'machine' };
    const { entries, ...file } = shown(ran)[0] ?? { entries: [] };
    deepEqual([ran.code, ran.err, file], [0, '', { path, format: 'registry.pol' }]);
    deepEqual(
      entries.map(({ offset, ...rest }) => [typeof offset, rest]),
      [
        { ...registry, key: POLICIES, name: 'SecurityLayer', type: 4, data: '02000000', action: 'set', setting: 'listener.securityLayer' },
        { ...registry, key: POLICIES, name: 'MaxIdleTime', type: 0, data: '', action: 'deleteValue', setting: 'listener.maxIdleTime' },
        { ...registry, key: 'Software\\Other', name: 'Text', type: 1, data: '61000000', action: 'set', setting: null },
        { ...registry, key: 'Software\\Other', name: 'Soft', type: 4, data: '01000000', action: 'soft', setting: null },
        { ...registry, key: 'Software\\Other', name: '', type: 1, data: '78003b0079000000', action: 'deleteValues', names: ['x', 'y'], setting: null },
      ].map((entry) => ['number', entry]),
    );
    equal(entries[0]?.['offset'], 8);
  });

  it('takes the half of a GPO from the folder', async () => {
    const [file] = shown(await rdpDiagnostics('show', '--format', 'json', pol('User/registry.pol')));
    deepEqual(new Set(file?.entries.map(({ hive }) => hive)), new Set(['user']));
  });

  it('prints rights, services, groups and policies that map to no key', async () => {
    const template = write('GptTmpl.inf', Buffer.from(`\ufeff${lines(...TEMPLATE)}`, 'utf16le'));
    const report = write('gpreport.xml', REPORT);
    const ran = await rdpDiagnostics('show', '--format', 'json', template, report);
    deepEqual([ran.code, shown(ran).map(({ path, format, entries }) => ({ path, format, entries }))], [
      0,
      [
        {
          path: template,
          format: 'security-template',
          entries: [
            { kind: 'userRight', right: 'SeDenyRemoteInteractiveLogonRight', principals: [{ sid: 'S-1-5-32-546', name: null }, { sid: null, name: 'corp\\kim' }], line: 7 },
            { kind: 'service', name: 'TermService', startMode: 4, line: 9 },
            { kind: 'groupMember', group: { sid: 'S-1-5-32-555', name: null }, relation: 'members', principals: [], line: 11 },
          ],
        },
        { path: report, format: 'gpo-report', entries: [{ kind: 'policy', name: 'Turn off Store', category: 'Windows Components/Store', state: 'enabled', line: 3, gpo: 'Servers' }] },
      ],
    ]);
    const text = await rdpDiagnostics('show', template, report);
    deepEqual(text.out.split('\n'), [
      `${template}:7: Right SeDenyRemoteInteractiveLogonRight: Guests (S-1-5-32-546), corp\\kim`,
      `${template}:9: Service TermService: never starts`,
      `${template}:11: Group Remote Desktop Users (S-1-5-32-555): has no members`,
      `${report}:3: Policy "Turn off Store" in Windows Components/Store: enabled [GPO Servers]`,
      '',
    ]);
  });

  it('prints one line an entry, with what it means', async () => {
    const path = write('change.reg', lines('Windows Registry Editor Version 5.00', '', `[HKEY_LOCAL_MACHINE\\${RDP_TCP}]`, '"PortNumber"=dword:00000d3d', '"UserAuthentication"=dword:1', '"x"=-', '', '[-HKEY_CURRENT_USER\\Software\\Gone]', ''));
    const { code, out, err } = await rdpDiagnostics('show', path);
    deepEqual([code, err], [0, '']);
    deepEqual(out.split('\n'), [
      `${path}:4: HKLM\\${RDP_TCP}: PortNumber = REG_DWORD 0x00000d3d = 3389; Port of the listener, TCP and UDP`,
      `${path}:5: HKLM\\${RDP_TCP}: UserAuthentication = REG_DWORD 0x00000001 = 1; Network Level Authentication required; required`,
      `${path}:6: HKLM\\${RDP_TCP}: x is deleted`,
      `${path}:8: HKCU\\Software\\Gone is deleted with everything below it`,
      '',
    ]);
  });

  it('keeps to Remote Desktop with --rdp-only', async () => {
    const [file] = shown(await rdpDiagnostics('show', '--rdp-only', '--format', 'json', pol()));
    deepEqual(file?.entries.map(({ name }) => name), ['SecurityLayer', 'MaxIdleTime']);
    const path = write('other.reg', lines('REGEDIT4', '[HKEY_CURRENT_USER\\Software\\A]', '"a"=""', ''));
    deepEqual(await rdpDiagnostics('show', '--rdp-only', path), { code: 0, out: '', err: `${path} sets nothing about Remote Desktop.\n` });
  });

  it('writes a .reg file and LGPO text that say the same again', async () => {
    const source = pol();
    const wanted = shown(await rdpDiagnostics('show', '--format', 'json', source))[0]?.entries.slice(0, 3).map(({ key, name, type, data, action }) => ({ key, name, type, data, action }));
    for (const [format, name] of [['reg', 'again.reg'], ['lgpo', 'again.txt']] as const) {
      const { code, out } = await rdpDiagnostics('show', '--format', format, source);
      equal(code, 0);
      match(out, /^; Not written, because it cannot be said here: machine Software\\Other Soft soft\r$/m);
      const again = shown(await rdpDiagnostics('show', '--format', 'json', write(name, out)))[0]?.entries ?? [];
      // Above a deletion a .reg file names its key.
      const said = again.filter(({ action }) => action !== 'createKey');
      deepEqual(said.slice(0, 3).map(({ key, name: value, type, data, action }) => ({ key, name: value, type, data, action })), wanted);
      deepEqual(said.slice(3).map(({ name: value, action }) => [value, action]), [['x', 'deleteValue'], ['y', 'deleteValue']]);
    }
  });

  it('walks a folder, names the GPO of a backup and leaves its report out', async () => {
    const root = 'backups/{11111111-2222-3333-4444-555555555555}';
    write(`${root}/bkupInfo.xml`, '<BackupInst xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations/Manifest"><GPOGuid><![CDATA[{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}]]></GPOGuid><GPODisplayName><![CDATA[Terminal servers]]></GPODisplayName></BackupInst>');
    const inside = pol(`${root}/DomainSysvol/GPO/Machine/registry.pol`);
    const report = write(`${root}/gpreport.xml`, REPORT);
    const reg = write('backups/a.reg', lines('REGEDIT4', '[HKEY_CURRENT_USER\\Software\\A]', '"a"=""', ''));
    write('backups/picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]));
    const ran = await rdpDiagnostics('show', '--format', 'json', join(folder, 'backups'));
    deepEqual(
      shown(ran).map(({ path, gpo, leftOut, entries }) => [path, gpo, leftOut, entries.length]).sort(),
      [[reg, undefined, undefined, 1], [inside, 'Terminal servers', undefined, 5], [report, 'Terminal servers', true, 0]].sort(),
    );
    const { out } = await rdpDiagnostics('show', '--rdp-only', join(folder, 'backups'));
    match(out, /^\S+registry\.pol@0x8: HKLM\\\S.*: SecurityLayer = REG_DWORD 0x00000002 = 2; .*\[GPO Terminal servers\]$/m);
  });

  it('shows what can be read of a damaged file and says on standard error what is wrong', async () => {
    const path = write('damaged/registry.pol', polBytes(POL).subarray(0, -30));
    const { code, out, err } = await rdpDiagnostics('show', path);
    equal(code, 0);
    equal(out.trimEnd().split('\n').length, 4);
    match(err, /registry\.pol@0x[0-9a-f]+: error RDP043 /);
  });

  it('sends snapshots to diagnose', async () => {
    const path = write('a.rdpsnapshot.json', '{"kind":"rdpsnapshot"}');
    const { code, out, err } = await rdpDiagnostics('show', path);
    deepEqual([code, out, err], [2, '', `${path} is a snapshot of a server and sets nothing; rdp-diagnostics diagnose tells what it shows.\n`]);
  });

  it('says what it does not know, and what is not there', async () => {
    const path = write('notes.txt', 'nothing of ours');
    deepEqual(await rdpDiagnostics('show', path), { code: 0, out: '', err: `${path} is in no format that is known here, so nothing of it is shown.\n` });
    const missing = join(folder, 'missing.pol');
    const ran = await rdpDiagnostics('show', '--format', 'json', missing, pol());
    deepEqual([ran.code, shown(ran).map(({ entries, error }) => [entries.length, error === undefined])], [2, [[0, false], [5, true]]]);
    match(ran.err, /missing\.pol cannot be read: it does not exist\./);
  });

  it('refuses what it cannot carry out', async () => {
    for (const words of [['show'], ['show', '--format', 'sarif', 'a.pol']]) {
      const { code, out, err } = await rdpDiagnostics(...words);
      deepEqual([code, out], [2, '']);
      match(err, /See rdp-diagnostics --help\./);
    }
  });

  it('lets no text of a file act on a terminal', async () => {
    const path = write('colours.reg', lines('REGEDIT4', '[HKEY_CURRENT_USER\\a\x1b[31m]', '"\x1b]0;t\x07"="\x1b[2J"', ''));
    for (const format of ['text', 'json', 'reg', 'lgpo']) {
      const { out, err } = await rdpDiagnostics('show', '--format', format, path);
      equal(/\p{Cc}/u.test((out + err).replace(/[\r\n]/g, '')), false, format);
    }
  });
});
