// What reports say beside policies, several GPOs in one document, halves that are switched off, and resultant sets with their winners.

import { deepEqual, equal } from 'node:assert/strict';
import type { Entry } from '../../../../src/core/formats/entry';
import { observationsOf } from '../../../../src/core/formats/entryObservations';
import { readGpoReport } from '../../../../src/core/formats/report/gpoReport';
import { readRsop } from '../../../../src/core/formats/report/rsop';
import { hexText } from '../../../../src/core/registry/valueData';
import { extension, from, gpo, policy } from './reportMade';

const read = (settings: string): readonly Entry[] => readGpoReport(gpo({ computer: settings }), 'gpreport.xml').entries;
const security = (body: string): readonly Entry[] => read(extension('Security', body));
/** Without the places in the text and the name of the GPO. */
function without(entries: readonly Entry[]): readonly unknown[] {
  return entries.map((entry) => {
    const plain = 'principals' in entry ? { ...entry, principals: entry.principals.map(({ sid, name }) => [sid, name]) } : { ...entry };
    return Object.fromEntries(Object.entries(plain).filter(([part]) => part !== 'evidence' && part !== 'gpo'));
  });
}
const member = (kind: string, name: string, sid = ''): string => `<q:${kind}>${sid === '' ? '' : `<SID xmlns="urn:t">${sid}</SID>`}<Name xmlns="urn:t">${name}</Name></q:${kind}>`;

const drives = policy({ name: 'Do not allow drive redirection', category: 'Windows Components/Remote Desktop Services/Remote Desktop Session Host/Device and Resource Redirection' });

describe('reports of GPOs', () => {
  it('tell user rights, and that nobody has one', () => {
    deepEqual(without(security(`<q:UserRightsAssignment><q:Name>SeRemoteInteractiveLogonRight</q:Name>${member('Member', 'EXAMPLE\\Ops')}${member('Member', 'BUILTIN\\Administrators', 'S-1-5-32-544')}</q:UserRightsAssignment><q:UserRightsAssignment><q:Name>SeDenyRemoteInteractiveLogonRight</q:Name></q:UserRightsAssignment>`)), [
      { kind: 'userRight', right: 'SeRemoteInteractiveLogonRight', principals: [[undefined, 'EXAMPLE\\Ops'], ['S-1-5-32-544', 'BUILTIN\\Administrators']] },
      { kind: 'userRight', right: 'SeDenyRemoteInteractiveLogonRight', principals: [] },
    ]);
  });

  it('tell security options with their keys, in the type a template has', () => {
    const option = (name: string, value: string): string => `<q:SecurityOptions><q:KeyName>MACHINE\\System\\Lsa\\${name}</q:KeyName>${value}<q:Display><q:Name>shown</q:Name></q:Display></q:SecurityOptions>`;
    deepEqual(
      security(
        option('a', '<q:SettingNumber>5</q:SettingNumber>') + option('b', '<q:SettingString>"x"</q:SettingString>') + option('c', '<q:SettingStrings><q:Value>x</q:Value><q:Value>y</q:Value></q:SettingStrings>') + option('FullPrivilegeAuditing', '<q:SettingNumber>1</q:SettingNumber>') +
          '<q:SecurityOptions><q:SystemAccessPolicyName>EnableGuestAccount</q:SystemAccessPolicyName><q:SettingNumber>0</q:SettingNumber></q:SecurityOptions>',
      ).map((entry) => (entry.kind === 'registry' ? [entry.key, entry.name, entry.type, hexText(entry.data)] : entry)),
      [
        ['System\\Lsa', 'a', 4, '05000000'],
        ['System\\Lsa', 'b', 1, '78000000'],
        ['System\\Lsa', 'c', 7, '78000000790000000000'],
        ['System\\Lsa', 'FullPrivilegeAuditing', 3, '01'],
      ],
    );
  });

  it('tell services and groups', () => {
    const service = (name: string, mode: string): string => `<q:SystemServices><q:Name>${name}</q:Name>${mode === '' ? '' : `<q:StartupMode>${mode}</q:StartupMode>`}</q:SystemServices>`;
    deepEqual(without(security(service('TermService', 'Disabled') + service('UmRdpService', 'Manual') + service('SessionEnv', 'Automatic') + service('x', ''))), [
      { kind: 'service', name: 'TermService', startMode: 4 },
      { kind: 'service', name: 'UmRdpService', startMode: 3 },
      { kind: 'service', name: 'SessionEnv', startMode: 2 },
      { kind: 'service', name: 'x', startMode: undefined },
    ]);
    const group = member('GroupName', 'BUILTIN\\Remote Desktop Users', 'S-1-5-32-555');
    const told = { kind: 'groupMember', group: { sid: 'S-1-5-32-555', name: 'BUILTIN\\Remote Desktop Users' } };
    const groups = (body: string): readonly unknown[] => without(security(`<q:RestrictedGroups>${group}${body}</q:RestrictedGroups>`));
    deepEqual(groups(member('Member', 'EXAMPLE\\Ops')), [{ ...told, relation: 'members', principals: [[undefined, 'EXAMPLE\\Ops']] }]);
    deepEqual(groups(member('Memberof', 'EXAMPLE\\All')), [{ ...told, relation: 'memberOf', principals: [[undefined, 'EXAMPLE\\All']] }]);
    deepEqual(groups(''), [{ ...told, relation: 'members', principals: [] }]);
  });

  it('tell registry values that no template explains', () => {
    const setting = (inside: string): string => `<q:RegistrySetting><q:KeyPath>Software\\Policies\\Example</q:KeyPath><q:AdmSetting>false</q:AdmSetting>${inside}</q:RegistrySetting>`;
    deepEqual(
      read(extension('Registry', setting('<q:Value><q:Name>a</q:Name><q:Number>4294967295</q:Number></q:Value>') + setting('<q:Value><q:Name>b</q:Name><q:String>x</q:String></q:Value>') + setting('') + setting('<q:Command>Anything</q:Command>') + setting('<q:Value><q:Name>c</q:Name><q:Other>x</q:Other></q:Value>'))).map((entry) =>
        entry.kind === 'registry' ? [entry.action, entry.key, entry.name, entry.type, hexText(entry.data)] : [entry.kind, 'name' in entry ? entry.name : ''],
      ),
      [
        ['set', 'Software\\Policies\\Example', 'a', 4, 'ffffffff'],
        ['set', 'Software\\Policies\\Example', 'b', 1, '78000000'],
        ['createKey', 'Software\\Policies\\Example', '', undefined, ''],
        ['policy', 'Software\\Policies\\Example'],
        ['policy', 'Software\\Policies\\Example\\c'],
      ],
    );
  });

  it('tell rules of the firewall that let in or keep out', () => {
    const fields = '<q:Version>538</q:Version><q:Action>Allow</q:Action><q:Name>RDP</q:Name><q:Dir>In</q:Dir><q:Protocol>6</q:Protocol><q:LPort>3390</q:LPort><q:LPort>3391</q:LPort><q:Active>true</q:Active>';
    deepEqual(without(read(extension('WindowsFirewall', `<q:InboundFirewallRules>${fields}</q:InboundFirewallRules><q:OutboundFirewallRules>${fields}</q:OutboundFirewallRules>`))), [
      { kind: 'firewallRule', fields: { Version: '538', Action: 'Allow', Name: 'RDP', Dir: 'In', Protocol: '6', LPort: '3390,3391', Active: 'true' } },
    ]);
  });

  it('tell preferences as their own file does', () => {
    const item = '<q:Registry name="x"><q:Properties action="U" hive="HKEY_LOCAL_MACHINE" key="SOFTWARE\\Example" name="n" type="REG_DWORD" value="0000000A"/></q:Registry>';
    deepEqual(
      read(extension('Windows/Registry', `<q:RegistrySettings>${item}<q:Collection disabled="1">${item}</q:Collection></q:RegistrySettings>`)).map((entry) => (entry.kind === 'registry' ? [entry.name, hexText(entry.data), entry.disabled, entry.gpo] : entry)),
      [['n', '0a000000', undefined, 'One'], ['n', '0a000000', true, 'One']],
    );
  });

  it('hold several GPOs, each by its name', () => {
    const settings = extension('Registry', drives);
    const { entries } = readGpoReport(`<report>${gpo({ name: 'One', computer: settings })}${gpo({ name: 'Two', computer: settings })}</report>`, 'all.xml');
    deepEqual(entries.map((entry) => entry.gpo), ['One', 'Two']);
  });

  it('tell what is in a half that is switched off as doing nothing', () => {
    const settings = extension('Registry', drives);
    const { entries } = readGpoReport(`<report>${gpo({ computer: settings, computerEnabled: false })}${gpo({ computer: settings })}</report>`, 'all.xml');
    deepEqual(entries.map(({ disabled }) => disabled), [true, undefined]);
    equal(observationsOf(entries, 'policy').length, 1);
  });
});

describe('resultant sets of policy', () => {
  const ID = '{0F1E2D3C-1111-4222-8333-444455556666}';
  const listed = `<GPO><Name>Session hosts</Name><Path><Identifier xmlns="urn:t">${ID}</Identifier></Path></GPO>`;
  const ranked = (rank: number, id = ID): string => drives.replace('<q:Policy>', `<q:Policy>${from(id, rank)}`);
  const rsop = (body: string): string => `<Rsop xmlns="http://www.microsoft.com/GroupPolicy/Rsop">${body}</Rsop>`;

  it('name the GPO that won, by its name where the document has it', () => {
    const { entries, faults } = readRsop(rsop(`<ComputerResults>${listed}${extension('Registry', ranked(1, ID.toLowerCase()) + ranked(2, 'LocalGPO'))}</ComputerResults>`), 'r.xml');
    deepEqual(entries.map(({ winner }) => winner), [{ gpo: 'Session hosts', precedence: 1 }, { gpo: 'LocalGPO', precedence: 2 }]);
    deepEqual(faults, []);
  });

  it('set only what won', () => {
    const { entries } = readRsop(rsop(`<ComputerResults>${extension('Registry', ranked(2) + ranked(1))}</ComputerResults>`), 'r.xml');
    deepEqual(observationsOf(entries, 'policy').map(({ evidence }) => evidence.range.start), [entries[1]?.evidence.range.start]);
  });

  it('without a part of the computer say so, unless they are cut', () => {
    const kinds = (text: string): readonly string[] => readRsop(text, 'r.xml').faults.map(({ kind }) => kind);
    deepEqual(kinds(rsop('<UserResults/>')), ['rsopWithoutComputer']);
    deepEqual(kinds(rsop('<UserResults/>').slice(0, -4)), ['xmlDamaged']);
    deepEqual(kinds(rsop('<ComputerResults/>')), []);
  });
});
