import { deepEqual, equal } from 'node:assert/strict';
import { policyTree, type PolicyNode } from '../../../src/core/policies/policyTree';
import { filesOfGpos } from '../../../src/core/policies/workspacePolicies';
import type { RegistryEntry } from '../../../src/core/formats/entry';
import { writeRegistryPol } from '../../../src/core/formats/registryPol/writer';
import { dwordData } from '../../../src/core/registry/valueData';
import { backupInfo, lgpo, preference, said, template, TERMINAL_SERVICES, workspace } from './exports';

const GUID = '{31B2F340-016D-11D2-945F-00C04FB984F9}';
const backup = {
  'backups/{1}/bkupInfo.xml': backupInfo('RDS hosts', GUID),
  'backups/{1}/DomainSysvol/GPO/Machine/lgpo.txt': lgpo([TERMINAL_SERVICES, 'fDenyTSConnections', 'DWORD:1'], [TERMINAL_SERVICES, 'UserAuthentication', 'DWORD:0']),
  'backups/{1}/DomainSysvol/GPO/Machine/microsoft/windows nt/SecEdit/GptTmpl.inf': template(
    ['Privilege Rights', 'SeRemoteInteractiveLogonRight = ', 'SeShutdownPrivilege = *S-1-5-32-544'],
    ['Group Membership', '*S-1-5-32-555__Members = CORP\\Helpdesk'],
  ),
};

function drawn(nodes: readonly PolicyNode[], depth = 0): readonly string[] {
  return nodes.flatMap((node) => [`${'  '.repeat(depth)}${said(node.label)} | ${node.description.map(said).join(' · ')} | ${node.state}`, ...drawn(node.children, depth + 1)]);
}

function tree(files: Readonly<Record<string, string>>): readonly PolicyNode[] {
  const { gpos, locals } = workspace(files);
  return policyTree(gpos, locals);
}

describe('the tree of policies', () => {
  it('has a backup under the name of its GPO, with what it sets by symptom and what is wrong with it', () => {
    deepEqual(drawn(tree(backup)), [
      'RDS hosts | 4 settings · 3 warnings | warning',
      '  1  Connections |  | warning',
      '    Allow log on through Remote Desktop Services | SeRemoteInteractiveLogonRight · nobody | warning',
      '    Members of Remote Desktop Users | CORP\\Helpdesk | none',
      '    Allow users to connect remotely by using Remote Desktop Services | policy disabled · fDenyTSConnections = 1 | warning',
      '  3  Security |  | warning',
      '    Require user authentication for remote connections by using Network Level Authentication | policy disabled · UserAuthentication = 0 | warning',
    ]);
  });

  it('shows nothing of a half that the backup has as disabled, and says that it is', () => {
    const off = '<GroupPolicyBackupScheme><GroupPolicyObject><GroupPolicyCoreSettings><Options>2</Options></GroupPolicyCoreSettings></GroupPolicyObject></GroupPolicyBackupScheme>';
    deepEqual(drawn(tree({ ...backup, 'backups/{1}/Backup.xml': off, 'b.lgpo.txt': lgpo([TERMINAL_SERVICES, 'fDenyTSConnections', 'DWORD:0']) })).filter((line) => /RDS|Conflict/.test(line)), [
      '  RDS hosts | nothing about Remote Desktop · computer settings disabled | none',
    ]);
  });

  it('points every fact at the line that states it', () => {
    const facts = (nodes: readonly PolicyNode[]): readonly PolicyNode[] => nodes.flatMap((node) => [...(node.kind === 'fact' ? [node] : []), ...facts(node.children)]);
    deepEqual(facts(tree(backup)).map(({ target }) => [target?.document.split('/').at(-1), target?.line]), [
      ['GptTmpl.inf', 7],
      ['GptTmpl.inf', 10],
      ['lgpo.txt', 2],
      ['lgpo.txt', 7],
    ]);
  });

  it('has ids that are all different and the same when it is worked out again', () => {
    const ids = (nodes: readonly PolicyNode[]): readonly string[] => nodes.flatMap(({ id, children }) => [id, ...ids(children)]);
    const files = { ...backup, 'deny.lgpo.txt': lgpo([TERMINAL_SERVICES, 'fDenyTSConnections', 'DWORD:0'], [TERMINAL_SERVICES, 'fDenyTSConnections', 'DWORD:0']), 'a.reg': 'REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server]\r\n"fDenyTSConnections"=dword:0\r\n' };
    const all = ids(tree(files));
    equal(new Set(all).size, all.length);
    deepEqual(ids(tree(files)), all);
    deepEqual(drawn(tree(files)).slice(0, 2), ['Conflicts | places: 2 | warning', '  Allow users to connect remotely by using Remote Desktop Services | fDenyTSConnections · 2 outcomes from 2 sources | warning']);
  });

  it('names the file of a local value that a policy overrides, because several may set it', () => {
    const local = 'REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server]\r\n"fDenyTSConnections"=dword:0\r\n';
    const rows = drawn(tree({ 'a.lgpo.txt': lgpo([TERMINAL_SERVICES, 'fDenyTSConnections', 'DWORD:1']), 'one.reg': local, 'two.reg': local }));
    deepEqual(rows.filter((row) => row.includes('overrides')), [
      '  Refusal of Remote Desktop connections | one.reg · fDenyTSConnections · a local value that a policy overrides | warning',
      '  Refusal of Remote Desktop connections | two.reg · fDenyTSConnections · a local value that a policy overrides | warning',
    ]);
  });

  it('sets apart what says nothing about Remote Desktop, and has nothing for .reg files alone', () => {
    deepEqual(drawn(tree({ 'other.lgpo.txt': lgpo(['Software\\Policies\\Other', 'a', 'DWORD:1']), 'Registry.xml': preference(TERMINAL_SERVICES, 'fDenyTSConnections', '00000000', 'disabled="1"') })), [
      'Nothing about Remote Desktop | 2 | none',
      '  other.lgpo.txt | nothing about Remote Desktop | none',
      '  Registry.xml | nothing about Remote Desktop | none',
    ]);
    deepEqual(tree({ 'a.reg': 'REGEDIT4\r\n' }), []);
  });
});

describe('findings in the tree of policies', () => {
  const evidence = { document: '', range: { start: 0, end: 0 } };
  const number = (key: string, name: string, value: number, type = 4): RegistryEntry => ({ kind: 'registry', hive: 'machine', key, name, type, data: dwordData(value).bytes, action: 'set', evidence });
  const facts = (nodes: readonly PolicyNode[]): readonly PolicyNode[] => nodes.flatMap((node) => [...(node.kind === 'fact' ? [node] : []), ...facts(node.children)]);

  it('are those of the record and not of the one behind it, where nothing lies between the two', () => {
    const bytes = writeRegistryPol([number(TERMINAL_SERVICES, 'MaxIdleTime', 60_000), number(TERMINAL_SERVICES, 'ColorDepth', 3), number(`HKLM\\${TERMINAL_SERVICES}`, 'fDenyTSConnections', 0)]);
    const { gpos, locals } = workspace({ 'Machine/registry.pol': bytes });
    deepEqual(gpos[0]?.findings.map(({ code }) => code), ['RDP044']);
    deepEqual(
      facts(policyTree(gpos, locals)).map(({ details, state }) => [details.map(said)[2], state, details.length]),
      [
        ['Machine/registry.pol:0x8', 'none', 3],
        ['Machine/registry.pol:0xaa', 'none', 3],
        ['Machine/registry.pol:0x14a', 'error', 4],
      ],
    );
  });

  it('each stand at their own statement of many that all have one', () => {
    const many = 5_000;
    const { gpos, locals } = workspace({ 'Machine/registry.pol': writeRegistryPol(Array.from({ length: many }, (_, index) => number(TERMINAL_SERVICES, `Value${String(index)}`, index, 99))) });
    const nodes = facts(policyTree(gpos, locals));
    deepEqual([nodes.length, nodes.filter(({ details, state }) => state === 'warning' && details.length === 4).length], [many, many]);
  });
});

describe('the files of GPOs beside a server', () => {
  it('say of which GPO they are, and where their values stand', () => {
    const { gpos } = workspace(backup);
    const [, first] = filesOfGpos(gpos);
    deepEqual([first?.name, first?.gpo], ['backups/{1}/DomainSysvol/GPO/Machine/lgpo.txt', { name: 'RDS hosts', guid: GUID }]);
    deepEqual(first?.observations.map(({ evidence }) => first.placeText?.(evidence.range.start)), ['2', '7']);
  });
});
