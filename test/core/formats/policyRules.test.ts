// Files of Policy Analyzer: values with their real keys, numbers in decimal, and the names that say something else than "set this value".

import { deepEqual, equal } from 'node:assert/strict';
import { readPolicyRules } from '../../../src/core/formats/policyRules';
import { hexText } from '../../../src/core/registry/valueData';

const rule = (name: string, type: string, data: string, half = 'ComputerConfig'): string =>
  `<${half}><Key>Software\\Example</Key><Value>${name}</Value><RegType>${type}</RegType><RegData>${data}</RegData><PolicyName>One</PolicyName></${half}>`;
const read = (rules: string): readonly unknown[] =>
  readPolicyRules(`<PolicyRules>${rules}</PolicyRules>`, 'a.PolicyRules').entries.map((entry) => (entry.kind === 'registry' ? [entry.hive, entry.action, entry.name, entry.type, hexText(entry.data)] : entry));

describe('files of Policy Analyzer', () => {
  it('hold values of both halves, numbers in decimal', () => {
    deepEqual(read(rule('a', 'REG_DWORD', '3389') + rule('a', 'REG_DWORD', '0xd3d', 'UserConfig') + rule('b', 'REG_SZ', ' x ') + rule('c', 'REG_MULTI_SZ', 'x\\0y\\0') + rule('d', 'REG_MULTI_SZ', '\\0') + rule('e', 'REG_QWORD', '1') + rule('f', 'REG_BINARY', '0a,FF')), [
      ['machine', 'set', 'a', 4, '3d0d0000'],
      ['user', 'set', 'a', 4, '3d0d0000'],
      ['machine', 'set', 'b', 1, '2000780020000000'],
      ['machine', 'set', 'c', 7, '78000000790000000000'],
      ['machine', 'set', 'd', 7, '0000'],
      ['machine', 'set', 'e', 11, '0100000000000000'],
      ['machine', 'set', 'f', 3, '0aff'],
    ]);
  });

  it('say by the name that something is deleted', () => {
    deepEqual(read(rule('**del.a', 'REG_SZ', '') + rule('**delvals.', 'REG_SZ', ' ')), [
      ['machine', 'deleteValue', 'a', undefined, ''],
      ['machine', 'deleteAllValues', '', undefined, ''],
    ]);
  });

  it('name the GPO of each value', () => {
    equal(readPolicyRules(`<PolicyRules>${rule('a', 'REG_DWORD', '1')}</PolicyRules>`, 'a.PolicyRules').entries[0]?.gpo, 'One');
  });

  it('hold audit settings, which are passed by', () => {
    deepEqual(read('<AuditSubcategory><GUID>{0}</GUID></AuditSubcategory>'), []);
  });
});

describe('lines of security templates in files of Policy Analyzer', () => {
  const line = (section: string, item: string, gpo = 'One'): string => `<SecurityTemplate Section="${section}"><LineItem>${item}</LineItem><PolicyName>${gpo}</PolicyName></SecurityTemplate>`;
  const text = `<PolicyRules>\n${[line('Registry Values', 'MACHINE\\System\\Lsa\\a=4,1'), line('System Access', 'x=1'), line('Privilege Rights', 'SeRemoteInteractiveLogonRight=*S-1-5-32-544,Ops'), line('Privilege Rights', 'SeRemoteInteractiveLogonRight=', 'Two'), line('Service General Setting', '&quot;TermService&quot;,4,&quot;&quot;')].join('\n')}\n</PolicyRules>`;
  const { entries, faults } = readPolicyRules(text, 'a.PolicyRules');

  it('are read as a template is, each GPO for itself', () => {
    deepEqual(entries.map(({ kind, gpo }) => [kind, gpo]), [['registry', 'One'], ['userRight', 'One'], ['service', 'One'], ['userRight', 'Two']]);
    deepEqual(faults.filter(({ kind }) => kind !== 'templatePrincipal'), []);
  });

  it('are told where they stand in the file', () => {
    const shown = entries.map(({ evidence: { range } }) => text.slice(range.start, range.end));
    deepEqual(shown, ['MACHINE\\System\\Lsa\\a=4,1', 'SeRemoteInteractiveLogonRight=*S-1-5-32-544,Ops', '&quot;TermService&quot;,4,&quot;&quot;', 'SeRemoteInteractiveLogonRight=']);
    const [, right] = entries;
    deepEqual(right?.kind === 'userRight' ? right.principals.map(({ evidence: { range } }) => text.slice(range.start, range.end)) : right, ['*S-1-5-32-544', 'Ops']);
  });
});
