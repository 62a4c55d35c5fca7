// Which entries count as Remote Desktop's, one example on each side of every line that is drawn.

import { deepEqual } from 'node:assert/strict';
import type { Entry, Principal, RegistryEntry } from '../../../src/core/formats/entry';
import { rdpEntries } from '../../../src/core/policies/rdpEntries';
import { dwordData, stringData } from '../../../src/core/registry/valueData';

const evidence = { document: 'a', range: { start: 0, end: 1 } };
const POLICIES = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const RULES = 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules';
const LISTENER = 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp';

function set(key: string, name: string, data = dwordData(1)): RegistryEntry {
  return { kind: 'registry', hive: 'machine', key, name, type: data.type, data: data.bytes, action: 'set', evidence };
}

const act = (action: RegistryEntry['action'], key: string, parts: Partial<RegistryEntry> = {}): RegistryEntry => ({ ...set(key, ''), type: undefined, data: new Uint8Array(), action, ...parts });
const rule = (text: string): RegistryEntry => set(RULES, 'r', stringData(`v2.31|${text}|`));
const who = (sid?: string, name?: string): Principal => ({ sid, name, evidence });

function isRdp(entry: Entry, ...others: readonly Entry[]): boolean {
  return rdpEntries([...others, entry]).includes(entry);
}

const cases: readonly (readonly [what: string, isRdps: boolean, entry: Entry])[] = [
  ['a setting', true, set(LISTENER, 'PortNumber')],
  ['an unknown value of its keys', true, set('SYSTEM\\ControlSet001\\Control\\Terminal Server\\Sub', 'x')],
  ['an unknown policy value, of the user', true, { ...set(POLICIES, 'NotInTheTable'), hive: 'user' }],
  ['a value below the key of its policies', true, set(`${POLICIES}\\Client\\UsbBlock`, '1')],
  ['a setting of the whole system that it reads', true, set('SYSTEM\\CurrentControlSet\\Control\\Lsa', 'LmCompatibilityLevel')],
  ['its neighbour', false, set('SYSTEM\\CurrentControlSet\\Control\\Lsa', 'NoSuchValue')],
  ['another program', false, set('SOFTWARE\\Policies\\Google\\Chrome', 'x')],
  ['a setting of the firewall as a whole', false, set('SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile', 'DefaultOutboundAction')],
  ['a deleted key that holds its keys', true, act('deleteKey', 'SYSTEM\\CurrentControlSet\\Control')],
  ['a list of deleted values with one of its own', true, act('deleteValues', 'SYSTEM\\CurrentControlSet\\Control\\Lsa', { names: ['x', 'LmCompatibilityLevel'] })],
  ['another deleted key', false, act('deleteKey', 'SYSTEM\\Setup')],
  ['all values of its policies', true, act('deleteAllValues', POLICIES)],
  ['a rule for its port', true, rule('Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389')],
  ['a rule of its group', true, rule('Action=Allow|Active=FALSE|Dir=In|Protocol=6|App=%SystemRoot%\\system32\\RdpSa.exe|EmbedCtxt=@FirewallAPI.dll,-28752')],
  ['a rule for another port', false, rule('Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=443')],
  ['a rule of a report', true, { kind: 'firewallRule', fields: { Version: '2.31', Action: 'Block', Active: 'TRUE', Dir: 'In', Protocol: '17', LPort: '3389' }, evidence }],
  ['a rule of a report that lost', true, { kind: 'firewallRule', fields: { Action: 'Block', Active: 'TRUE', Dir: 'In', Protocol: '17', LPort: '3389' }, winner: { gpo: 'G', precedence: 2 }, evidence }],
  ['an outbound rule of a report', false, { kind: 'firewallRule', fields: { Action: 'Block', Active: 'TRUE', Dir: 'Out', Protocol: '6', LPort: '3389' }, evidence }],
  ['its right', true, { kind: 'userRight', right: 'SeDenyRemoteInteractiveLogonRight', principals: [], evidence }],
  ['another right', false, { kind: 'userRight', right: 'SeBackupPrivilege', principals: [], evidence }],
  ['its service', true, { kind: 'service', name: 'umrdpservice', startMode: 3, evidence }],
  ['another service', false, { kind: 'service', name: 'Spooler', startMode: 4, evidence }],
  ['its group by SID', true, { kind: 'groupMember', group: { sid: 'S-1-5-32-555', name: 'Remotedesktopbenutzer' }, relation: 'members', principals: [], evidence }],
  ['its group by name', true, { kind: 'groupMember', group: { sid: undefined, name: 'BUILTIN\\Remote Desktop Users' }, relation: 'members', principals: [], evidence }],
  ['a group that is put into it', true, { kind: 'groupMember', group: who('S-1-5-21-1-2-3-1104'), relation: 'memberOf', principals: [who('S-1-5-32-555')], evidence }],
  ['another group that it is a member of', false, { kind: 'groupMember', group: who('S-1-5-32-544'), relation: 'members', principals: [who('S-1-5-32-555')], evidence }],
  ['a policy of its folder', true, { kind: 'policy', name: 'P', category: 'Windows Components/Remote Desktop Services/X', state: 'enabled', evidence }],
  ['a policy of its folder in German', true, { kind: 'policy', name: 'P', category: 'Windows-Komponenten/Remotedesktopdienste', state: 'enabled', evidence }],
  ['another policy', false, { kind: 'policy', name: 'P', category: 'Windows Components/Event Log Service', state: 'enabled', evidence }],
];

describe('what of a file is about Remote Desktop', () => {
  for (const [what, wanted, entry] of cases) {
    it(`${wanted ? 'counts' : 'leaves out'} ${what}`, () => {
      deepEqual(isRdp(entry), wanted);
    });
  }

  it('counts rules for the port that a listener gets', () => {
    const own = rule('Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=443');
    deepEqual([isRdp(own, set(LISTENER, 'PortNumber', dwordData(443))), isRdp(own, set('SOFTWARE\\Other', 'PortNumber', dwordData(443)))], [true, false]);
  });
});
