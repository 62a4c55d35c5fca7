// `rdp-diagnostics lint` on folders: formats by content, backups of GPOs as a whole, positions in bytes.

import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeRegistryPol } from '../../src/core/formats/registryPol/writer';
import type { RegistryEntry } from '../../src/core/formats/entry';
import { json, rdpDiagnostics } from './commandLine';

const KEY = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const BACKUP = '{11111111-2222-3333-4444-555555555555}';
const GPO = '{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}';

const dword = (name: string, value: number): RegistryEntry => ({
  kind: 'registry',
  hive: 'machine',
  key: KEY,
  name,
  type: 4,
  data: Uint8Array.of(value, 0, 0, 0),
  action: 'set',
  evidence: { document: '', range: { start: 0, end: 0 } },
});

interface Row {
  readonly path: string;
  readonly format: string;
  readonly gpo?: string;
  readonly leftOut?: boolean;
  readonly error?: string;
  readonly findings: readonly Readonly<Record<string, unknown>>[];
}

describe('rdp-diagnostics lint on a folder', () => {
  let folder: string;
  const put = (path: string, content: string | Uint8Array): string => {
    const whole = join(folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
    return whole;
  };
  const putBackup = (root: string, name: string): void => {
    put(`${root}/bkupInfo.xml`, `<BackupInst xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations/Manifest"><GPOGuid><![CDATA[${GPO}]]></GPOGuid><GPODisplayName><![CDATA[${name}]]></GPODisplayName></BackupInst>`);
    put(`${root}/Backup.xml`, '<GroupPolicyBackupScheme/>');
    const option = '<SecurityOptions><KeyName>MACHINE\\System\\CurrentControlSet\\Control\\Terminal Server\\fDenyTSConnections</KeyName><SettingNumber>1</SettingNumber></SecurityOptions>';
    put(
      `${root}/gpreport.xml`,
      `<GPO xmlns="http://www.microsoft.com/GroupPolicy/Settings" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Identifier/><Name>${name}</Name><Computer><Enabled>true</Enabled><ExtensionData><Extension xmlns:q1="http://www.microsoft.com/GroupPolicy/Settings/Security" xsi:type="q1:SecuritySettings">${option.replaceAll(/<(\/?)/g, '<$1q1:')}</Extension><Name>Security</Name></ExtensionData></Computer></GPO>`,
    );
    put(`${root}/DomainSysvol/GPO/Machine/Registry.pol`, writeRegistryPol([dword('fDisableCdm', 1), dword('UserAuthentication', 0)]));
    put(`${root}/DomainSysvol/GPO/Machine/comment.cmtx`, '<policyComments/>');
    put(`${root}/DomainSysvol/GPO/Machine/microsoft/windows nt/SecEdit/GptTmpl.inf`, Buffer.from('\ufeff[Unicode]\r\nUnicode=yes\r\n[Version]\r\nsignature="$CHICAGO$"\r\nRevision=1\r\n[Privilege Rights]\r\nSeRemoteInteractiveLogonRight =\r\n', 'utf16le'));
  };
  const rows = async (...words: readonly string[]): Promise<readonly Row[]> => (json(await rdpDiagnostics('lint', '--format', 'json', ...words)) as { readonly files: readonly Row[] }).files;
  const brief = ({ path, format, gpo, leftOut, findings }: Row): readonly unknown[] => [path.slice(folder.length + 1), format, gpo, leftOut, findings.map(({ code }) => code)];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rdp-cli-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('reads a backup as a whole, under the name of its GPO, and not the report that says it again', async () => {
    putBackup(`b/${BACKUP}`, 'Jump hosts');
    put('b/manifest.xml', '<Backups/>');
    const found = await rows(join(folder, 'b'));
    deepEqual(found.map(brief), [
      [`b/${BACKUP}/DomainSysvol/GPO/Machine/Registry.pol`, 'registry.pol', 'Jump hosts', undefined, ['RDP501']],
      [`b/${BACKUP}/DomainSysvol/GPO/Machine/microsoft/windows nt/SecEdit/GptTmpl.inf`, 'security-template', 'Jump hosts', undefined, found[1]?.findings.map(({ code }) => code)],
      [`b/${BACKUP}/gpreport.xml`, 'gpo-report', 'Jump hosts', true, []],
    ]);
    equal((found[1]?.findings.length ?? 0) > 0, true);
  });

  it('finds nothing in a half that the backup has as disabled, also in a file of it that is named by itself', async () => {
    putBackup(BACKUP, 'Jump hosts');
    const pol = join(folder, BACKUP, 'DomainSysvol/GPO/Machine/Registry.pol');
    const codes = async (path: string): Promise<readonly unknown[]> => (await rows(path)).flatMap(({ findings }) => findings.map(({ code }) => code));
    const before = await codes(folder);
    const halves = (options: number): string => put(`${BACKUP}/Backup.xml`, `<GroupPolicyBackupScheme><GroupPolicyObject><GroupPolicyCoreSettings><Options><![CDATA[${String(options)}]]></Options></GroupPolicyCoreSettings></GroupPolicyObject></GroupPolicyBackupScheme>`);
    halves(1);
    deepEqual(await codes(folder), before);
    halves(2);
    deepEqual([await codes(pol), (await codes(folder)).includes('RDP120'), before.includes('RDP120')], [[], false, true]);
    const { out } = await rdpDiagnostics('show', pol);
    match(out, /UserAuthentication = .*switched off, does nothing/);
  });

  it('tells the place in registry.pol in bytes', async () => {
    putBackup(BACKUP, 'Jump hosts');
    const pol = join(folder, BACKUP, 'DomainSysvol/GPO/Machine/Registry.pol');
    const [row] = await rows(pol);
    // Behind the header and one record of 24 bytes around its key, its name and its number.
    const offset = 8 + 24 + 2 * KEY.length + 2 * 'fDisableCdm'.length + 4;
    const endOffset = offset + 24 + 2 * KEY.length + 2 * 'UserAuthentication'.length + 4;
    const [finding] = row?.findings ?? [];
    deepEqual([finding?.['code'], finding?.['offset'], finding?.['endOffset'], finding?.['line']], ['RDP501', offset, endOffset, undefined]);
    const { out } = await rdpDiagnostics('lint', pol);
    equal(out.startsWith(`${pol}@0x${offset.toString(16)}: warning RDP501 `), true, out);
    match(out, /\(GPO Jump hosts\)\n$/);
  });

  it('knows the GPO of a file of a backup that is named by itself, and reads a report that is', async () => {
    putBackup(BACKUP, 'Jump hosts');
    const [pol] = await rows(join(folder, BACKUP, 'DomainSysvol/GPO/Machine/Registry.pol'));
    const [report] = await rows(join(folder, BACKUP, 'gpreport.xml'));
    deepEqual([pol?.gpo, report?.gpo, report?.leftOut], ['Jump hosts', 'Jump hosts', undefined]);
    equal((report?.findings.length ?? 0) > 0, true);
  });

  it('reads the report where there is nothing else', async () => {
    putBackup(BACKUP, 'Jump hosts');
    rmSync(join(folder, BACKUP, 'DomainSysvol'), { recursive: true });
    const [only, ...more] = await rows(folder);
    deepEqual([only?.format, only?.gpo, only?.leftOut, more.length], ['gpo-report', 'Jump hosts', undefined, 0]);
  });

  it('finds our formats by content, passes the others by without a word, and stays out of .git and node_modules', async () => {
    put('a.bin', writeRegistryPol([dword('UserAuthentication', 0)]));
    put('sub/c.txt', `Computer\r\n${KEY}\r\nUserAuthentication\r\nDWORD:0\r\n`);
    put('README.md', 'Text with\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\n');
    put('video.mp4', new Uint8Array(200_000));
    for (const hidden of ['.git', 'node_modules']) put(`${hidden}/d.reg`, 'REGEDIT5\r\n');
    const { code, out, err } = await rdpDiagnostics('lint', folder);
    deepEqual([code, err], [1, '']);
    deepEqual(out.trim().split('\n').map((line) => /^(.*?)[@:]/.exec(line.slice(folder.length + 1))?.[1]), ['a.bin', 'sub/c.txt']);
  });

  it('says so, with exit code 2, where a folder holds nothing that is known here', async () => {
    put('notes.txt', 'plain text');
    const { code, err } = await rdpDiagnostics('lint', folder);
    equal(code, 2);
    match(err, /holds no file in a format that is known here\./);
  });
});
