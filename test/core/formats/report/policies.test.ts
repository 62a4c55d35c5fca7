// Every policy of the table, told by a report in each of its states, is read as what the table says it writes.

import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Entry } from '../../../../src/core/formats/entry';
import { readGpoReport } from '../../../../src/core/formats/report/gpoReport';
import { localisedNames, reportLanguages, type LocalisedName } from '../../../../src/core/rdp/facts/localisedNames';
import { policies, whenDisabled } from '../../../../src/core/rdp/policies';
import type { Encoded, Policy } from '../../../../src/core/rdp/policies/policy';
import { hexText } from '../../../../src/core/registry/valueData';
import { dwordData, stringData } from '../../../../src/core/registry/valueData';
import type { SourceReading } from '../../../../src/core/formats/source';
import { element, extension, gpo, policy } from './reportMade';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const categoryOf = ({ category }: Policy): string => escaped(category.split(' > ').join('/'));
const sideOf = (row: Policy): 'machine' | 'user' => (row.class === 'user' ? 'user' : 'machine');

function read(body: string, side: 'machine' | 'user' = 'machine'): SourceReading {
  const settings = extension('Registry', body);
  return readGpoReport(gpo(side === 'machine' ? { computer: settings } : { user: settings }), 'gpreport.xml');
}

const say = (entry: Entry): string => (entry.kind === 'registry' ? `${entry.action} ${entry.hive} ${entry.key} ${entry.name} ${String(entry.type)} ${hexText(entry.data)}` : `${entry.kind} ${entry.kind === 'policy' ? entry.state : ''}`);

function encoded(row: Policy, name: string, value: Encoded): string {
  const at = `${sideOf(row)} ${row.key} ${name}`;
  if (value === null) return `deleteValue ${at} undefined `;
  const { type, bytes } = typeof value === 'number' ? dwordData(value) : stringData(value);
  return `set ${at} ${String(type)} ${hexText(bytes)}`;
}

describe('policies of reports', () => {
  it('that are disabled are read as the table has them, each of them', () => {
    ok(policies().length > 100);
    for (const row of policies()) {
      const { entries, faults } = read(policy({ name: escaped(row.title), category: categoryOf(row), state: 'Disabled' }), sideOf(row));
      const expected = row.writes.map((write) => (write.kind === 'list' ? `deleteAllValues ${sideOf(row)} ${row.key}\\${write.key}  undefined ` : encoded(row, write.name, whenDisabled(write))));
      deepEqual([entries.map(say), faults], [expected, []], row.id);
    }
  });

  it('that are enabled and have nothing to fill in are read as the table has them, each of them', () => {
    for (const row of policies()) {
      const switches = row.writes.filter((write) => write.kind === 'switch');
      if (switches.length !== row.writes.length) continue;
      const { entries, faults } = read(policy({ name: escaped(row.title), category: categoryOf(row) }), sideOf(row));
      deepEqual([entries.map(say), faults], [switches.map(({ name, enabled }) => encoded(row, name, enabled)), []], row.id);
    }
  });

  it('that have one choice are read by its text, every choice of each of them', () => {
    for (const row of policies()) {
      const choices = row.writes.filter((write) => write.kind === 'choice');
      const [only] = choices;
      if (only === undefined || row.writes.length > 1) continue;
      for (const { value, meaning } of only.choices) {
        const { entries, faults } = read(policy({ name: escaped(row.title), category: categoryOf(row), elements: element('DropDownList', `<q:Name>${escaped(meaning)}</q:Name>`) }), sideOf(row));
        deepEqual([entries.map(say), faults], [[encoded(row, only.name, value)], []], `${row.id} ${meaning}`);
      }
    }
  });

  it('that have several inputs of one kind are read by their labels, in any order and with a colon or without, each of them', () => {
    const names = new Map<string, string>([['number', 'Numeric'], ['text', 'EditText'], ['choice', 'DropDownList']]);
    let seen = 0;
    for (const row of policies()) {
      const labelled = row.writes.flatMap((write) => ('label' in write ? [{ write, label: write.label }] : []));
      if (labelled.length === 0) continue;
      equal(new Set(labelled.map(({ label }) => label)).size, labelled.length, row.id);
      seen++;
      const contents = labelled.map(({ write, label }, index) => {
        const { shown, stored } =
          write.kind === 'choice' ? { shown: `<q:Name>${write.choices[index]?.meaning ?? ''}</q:Name>`, stored: write.choices[index]?.value ?? '' } : write.kind === 'number' ? { shown: String(700 + index), stored: 700 + index } : { shown: `text ${String(index)}`, stored: `text ${String(index)}` };
        return { label, stored, xml: element(names.get(write.kind) ?? '', shown), write };
      });
      for (const spelled of [(label: string) => label, (label: string) => `${label.replace(/ *:$/, '')} :`]) {
        const elements = contents.toReversed().map(({ label, xml }) => xml.replace('<q:Name>label</q:Name>', `<q:Name>${spelled(label)}</q:Name>`)).join('');
        const { entries, faults } = read(policy({ name: escaped(row.title), category: categoryOf(row), elements }), sideOf(row));
        const told = entries.map(say);
        deepEqual(faults, [], row.id);
        for (const { write, stored } of contents) ok(told.includes(encoded(row, write.name, stored)), `${row.id} ${write.name}`);
      }
      const { faults } = read(policy({ name: escaped(row.title), category: categoryOf(row), elements: contents.map(({ xml }) => xml).join('') }), sideOf(row));
      deepEqual(faults.map(({ args: [, why] }) => why), ['several'], row.id);
    }
    equal(seen, 6);
  });

  it('that are not configured, or not in the table, are told by name', () => {
    const connections = 'Windows Components/Remote Desktop Services/Remote Desktop Session Host/Connections';
    deepEqual(read(policy({ name: 'Limit number of connections', category: connections, state: 'NotConfigured' })).entries.map(say), ['policy notConfigured']);
    const { entries: [entry] } = read(policy({ name: 'Limit number of connection', category: connections }));
    ok(entry?.kind === 'policy');
    deepEqual([entry.name, entry.category, entry.state, entry.gpo], ['Limit number of connection', connections, 'enabled', 'One']);
  });

  it('are those of their half: a policy of the computer in the half of the user is another', () => {
    const nla = policy({ name: 'Require user authentication for remote connections by using Network Level Authentication', category: 'Windows Components/Remote Desktop Services/Remote Desktop Session Host/Security' });
    equal(read(nla, 'machine').entries[0]?.kind, 'registry');
    equal(read(nla, 'user').entries[0]?.kind, 'policy');
  });

  it('of the firewall have the name they had before Windows 10 too', () => {
    const { entries } = read(policy({ name: 'Windows Firewall: Protect all network connections', category: 'Network/Network Connections/Windows Firewall/Domain Profile', state: 'Disabled' }));
    deepEqual(entries.map(say), ['set machine SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile EnableFirewall 4 00000000']);
  });

  it('with several choices are read where each text can be of one only', () => {
    const { entries, faults } = read(policy({
      name: 'Configure Solicited Remote Assistance',
      category: 'System/Remote Assistance',
      elements: element('DropDownList', '<q:Name>Allow helpers to only view the computer</q:Name>') + element('Numeric', '2') + element('DropDownList', '<q:Name>Hours</q:Name>') + element('DropDownList', '<q:Name>Mailto</q:Name>'),
    }));
    deepEqual(entries.map((entry) => (entry.kind === 'registry' ? [entry.name, entry.data[0]] : entry)), [['fAllowToGetHelp', 1], ['fAllowFullControl', 0], ['MaxTicketExpiry', 2], ['MaxTicketExpiryUnits', 1], ['fUseMailto', 1]]);
    deepEqual(faults, []);
  });

  it('with a list clear its key first, unless the list adds to what is there', () => {
    const made = (additive: string): readonly string[] =>
      read(policy({
        name: 'Allow delegating saved credentials',
        category: 'System/Credentials Delegation',
        elements: element('ListBox', '<q:Element><q:Data>TERMSRV/a</q:Data></q:Element><q:Element><q:Data>TERMSRV/b</q:Data></q:Element>', 'Enabled', `<q:Additive>${additive}</q:Additive>`) + element('CheckBox', ''),
      })).entries.map((entry) => (entry.kind === 'registry' ? `${entry.action} ${entry.key.split('\\').at(-1) ?? ''} ${entry.name}` : entry.kind));
    const set = ['set AllowSavedCredentials 1', 'set AllowSavedCredentials 2', 'set CredentialsDelegation ConcatenateDefaults_AllowSaved'];
    deepEqual(made('false'), ['set CredentialsDelegation AllowSavedCredentials', 'deleteAllValues AllowSavedCredentials ', ...set]);
    deepEqual(made('true'), ['set CredentialsDelegation AllowSavedCredentials', ...set]);
  });

  it('in nine languages are known by name below the folder of Remote Desktop Services, and by nothing else', () => {
    const rows = localisedNames as readonly LocalisedName[];
    const [folder, disable] = ['TS_GP_NODE', 'TS_DISABLE_CONNECTIONS'].map((id) => rows.find((row) => row.id === id));
    ok(folder !== undefined && disable !== undefined);
    for (const language of reportLanguages) {
      const named = (category: string): string => policy({ name: escaped(disable.names[language]), category: escaped(category), state: 'Disabled', supported: '' });
      deepEqual(read(named(`x/${folder.names[language]}/y`)).entries.map(say), ['set machine SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services fDenyTSConnections 4 01000000'], language);
      equal(read(named('x/y')).entries[0]?.kind, 'policy', language);
    }
  });
});
