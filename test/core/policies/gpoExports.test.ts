// Which files are one export of a GPO, what it is called, and which of its files are read.

import { deepEqual, equal } from 'node:assert/strict';
import type { Format } from '../../../src/core/formats/detect';
import { gpoExports, infoBeside, type FoundFile, type GpoExport } from '../../../src/core/policies/gpoExports';
import { gpoNameIn, tellsGpoName } from '../../../src/core/policies/gpoName';

const BACKUP = '{11111111-2222-3333-4444-555555555555}';
const GPO = '{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}';
const info = (name: string): string =>
  `<BackupInst xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations/Manifest"><GPOGuid><![CDATA[${GPO}]]></GPOGuid><GPODomain><![CDATA[example.test]]></GPODomain><GPODisplayName><![CDATA[${name}]]></GPODisplayName></BackupInst>`;
const report = (name: string): string =>
  `<?xml version="1.0" encoding="utf-16"?>\r\n<GPO xmlns="http://www.microsoft.com/GroupPolicy/Settings"><Identifier><Identifier xmlns="http://www.microsoft.com/GroupPolicy/Types">${GPO}</Identifier></Identifier><Name>${name}</Name><Computer><Name>no</Name>`;

const found = (...files: readonly (readonly [string, Format])[]): readonly FoundFile[] => files.map(([path, format]) => ({ path, format }));
const told = ({ root, name, guid, files, leftOut }: GpoExport): readonly unknown[] => [root, name, guid, files.map(({ path }) => path.slice(root.length)), leftOut.map(({ path }) => path.slice(root.length))];

const wholeBackup = (root: string): readonly FoundFile[] =>
  found(
    [`${root}/Backup.xml`, 'unknown'],
    [`${root}/DomainSysvol/GPO/Machine/Preferences/Registry/Registry.xml`, 'gpp-registry'],
    [`${root}/DomainSysvol/GPO/Machine/comment.cmtx`, 'unknown'],
    [`${root}/DomainSysvol/GPO/Machine/microsoft/windows nt/SecEdit/GptTmpl.inf`, 'security-template'],
    [`${root}/DomainSysvol/GPO/User/registry.pol`, 'registry.pol'],
    [`${root}/DomainSysvol/GPO/Machine/registry.pol`, 'registry.pol'],
    [`${root}/bkupInfo.xml`, 'unknown'],
    [`${root}/gpreport.xml`, 'gpo-report'],
  );
const inOrder = [
  '/DomainSysvol/GPO/Machine/registry.pol',
  '/DomainSysvol/GPO/User/registry.pol',
  '/DomainSysvol/GPO/Machine/microsoft/windows nt/SecEdit/GptTmpl.inf',
  '/DomainSysvol/GPO/Machine/Preferences/Registry/Registry.xml',
];

describe('exports of GPOs among files', () => {
  it('are backups as a whole, under their display name, without the report that says it again', () => {
    const root = `GPOs/${BACKUP}`;
    const [only, ...more] = gpoExports(wholeBackup(root), new Map([[`${root}/bkupInfo.xml`, info('Jump hosts')], [`${root}/gpreport.xml`, report('Other')]]));
    deepEqual(only === undefined ? undefined : told(only), [root, 'Jump hosts', GPO, inOrder, ['/gpreport.xml']]);
    deepEqual(more, []);
  });

  it('are told which half is disabled by what describes the backup', () => {
    const root = `GPOs/${BACKUP}`;
    const backup = (options: string): string =>
      `<?xml version="1.0" encoding="utf-8"?><GroupPolicyBackupScheme xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations"><GroupPolicyObject><SecurityGroups><Group><Options>3</Options></Group></SecurityGroups><GroupPolicyCoreSettings><Options><![CDATA[${options}]]></Options><WMIFilter/>`;
    const off = (options: string): readonly unknown[] =>
      gpoExports(wholeBackup(root), new Map([[`${root}/Backup.xml`, backup(options)]])).map(({ disabled, files }) => [disabled, files.flatMap((file) => (file.off === true ? [file.path.slice(root.length)] : []))]);
    deepEqual(['0', '1', '2', '3', 'none'].flatMap(off), [
      [[], []],
      [['user'], ['/DomainSysvol/GPO/User/registry.pol']],
      [['machine'], inOrder.filter((path) => path.includes('Machine'))],
      [['machine', 'user'], inOrder],
      [[], []],
    ]);
  });

  it('have no part in a copy of registry.pol under another name, which Windows does not read', () => {
    const root = `GPOs/${BACKUP}`;
    const copy = `${root}/DomainSysvol/GPO/Machine/registry_fixed.pol`;
    const exports = gpoExports([...wholeBackup(root), ...found([copy, 'registry.pol'])], new Map([[`${root}/bkupInfo.xml`, info('Jump hosts')]]));
    deepEqual(exports.map(told), [
      [root, 'Jump hosts', GPO, inOrder, ['/gpreport.xml']],
      [copy, 'registry_fixed.pol', undefined, [''], []],
    ]);
  });

  it('are kept apart where several lie beside each other, and from the list of all of them', () => {
    const other = BACKUP.replaceAll('1', '9');
    const files = [...found(['b/manifest.xml', 'unknown']), ...wholeBackup(`b/${BACKUP}`), ...wholeBackup(`b/${other}`)];
    const names = new Map([BACKUP, other].map((id) => [`b/${id}/bkupInfo.xml`, info(id)]));
    deepEqual(gpoExports(files, names).map(({ root, name, files: read }) => [root, name, read.length]), [
      [`b/${BACKUP}`, BACKUP, 4],
      [`b/${other}`, other, 4],
    ]);
  });

  it('are recognised in any case and with either separator', () => {
    const root = `C:\\x\\${BACKUP}`;
    const files = found([`${root}\\BKUPINFO.XML`, 'unknown'], [`${root.toUpperCase()}\\DOMAINSYSVOL\\GPO\\MACHINE\\Registry.pol`, 'registry.pol'], [`${root}\\gpReport.xml`, 'gpo-report']);
    const [only] = gpoExports(files, new Map([[`${root}\\BKUPINFO.XML`, info('Loud')]]));
    deepEqual([only?.name, only?.files.length, only?.leftOut.length], ['Loud', 1, 1]);
  });

  it('are what the report says where there is nothing else', () => {
    const files = found([`${BACKUP}/bkupInfo.xml`, 'unknown'], [`${BACKUP}/gpreport.xml`, 'gpo-report']);
    const [only] = gpoExports(files, new Map([[`${BACKUP}/gpreport.xml`, report('Told by the report')]]));
    deepEqual(only === undefined ? undefined : told(only), [BACKUP, 'Told by the report', GPO, ['/gpreport.xml'], []]);
  });

  it('are known by their folders where nothing describes the backup', () => {
    const [backup] = gpoExports(found([`renamed/DomainSysvol/GPO/Machine/registry.pol`, 'registry.pol']), new Map());
    deepEqual(backup === undefined ? undefined : told(backup), ['renamed', 'renamed', undefined, ['/DomainSysvol/GPO/Machine/registry.pol'], []]);
    const live = `Policies/${GPO}`;
    const [sysvol, ...more] = gpoExports(found([`${live}/Machine/Registry.pol`, 'registry.pol'], [`${live}/User/Registry.pol`, 'registry.pol']), new Map());
    deepEqual(sysvol === undefined ? undefined : told(sysvol), [live, GPO, GPO, ['/Machine/Registry.pol', '/User/Registry.pol'], []]);
    deepEqual(more, []);
  });

  it('are recognised where paths start inside of the backup', () => {
    const files = found(['bkupInfo.xml', 'unknown'], ['DomainSysvol/GPO/Machine/registry.pol', 'registry.pol'], ['gpreport.xml', 'gpo-report']);
    deepEqual(gpoExports(files, new Map([['bkupInfo.xml', info('Here')]])).map(({ root, name, files: read, leftOut }) => [root, name, read.length, leftOut.length]), [['.', 'Here', 1, 1]]);
  });

  it('have their name told beside them', () => {
    deepEqual(['x/DomainSysvol/GPO/User/Registry.pol', 'domainsysvol\\gpo\\machine\\registry.pol', `Policies/${GPO}/Machine/registry.pol`, 'registry.pol'].map(infoBeside), [['x/bkupInfo.xml', 'x/Backup.xml'], ['bkupInfo.xml', 'Backup.xml'], [], []]);
  });

  it('are single files elsewhere, a report under the name of its GPO', () => {
    const files = found(['a/one.pol', 'registry.pol'], ['a/two.txt', 'lgpo'], ['a/Machine/registry.pol', 'registry.pol'], ['r.xml', 'gpo-report'], ['a/x.reg', 'reg'], ['a/y.json', 'snapshot'], ['a/z', 'unknown']);
    deepEqual(gpoExports(files, new Map([['r.xml', report('Reported')]])).map(({ root, name, guid }) => [root, name, guid]), [
      ['a/one.pol', 'one.pol', undefined],
      ['a/two.txt', 'two.txt', undefined],
      ['a/Machine/registry.pol', 'registry.pol', undefined],
      ['r.xml', 'Reported', GPO],
    ]);
  });

  it('are none where a folder describes a backup that says nothing', () => {
    deepEqual(gpoExports(found([`${BACKUP}/bkupInfo.xml`, 'unknown'], [`${BACKUP}/Backup.xml`, 'unknown']), new Map()), []);
  });
});

describe('the name of a GPO', () => {
  it('is told by bkupInfo.xml and no other file of a backup', () => {
    deepEqual(['a/bkupInfo.xml', 'A\\BKUPINFO.XML', 'bkupinfo.xml', 'a/xbkupInfo.xml', 'a/manifest.xml', 'bkupInfo.xml.bak'].map(tellsGpoName), [true, true, true, false, false, false]);
  });

  it('is read with its entities and without the blanks around it', () => {
    deepEqual(gpoNameIn('<BackupInst><GPODisplayName> R&amp;D </GPODisplayName></BackupInst>'), { name: 'R&D', guid: undefined });
  });

  it('is unknown in documents of another kind, with several GPOs, without a name, or damaged', () => {
    for (const text of ['', 'plain', '<a><Name>x</Name></a>', '<BackupInst/>', '<BackupInst><GPODisplayName>x', `<GPOS>${report('x')}`, '<!DOCTYPE a [<!ENTITY e "x">]><BackupInst><GPODisplayName>&e;</GPODisplayName></BackupInst>']) {
      equal(gpoNameIn(text), undefined, text);
    }
  });
});
