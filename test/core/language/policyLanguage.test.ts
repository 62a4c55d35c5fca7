// What is told about texts of group policy: their statements under the mouse, their outline, what folds, and what they do in one line.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { lintText, type LintResult } from '../../../src/core/lint/linter';
import type { Hover } from '../../../src/core/language/hover';
import { english } from '../../../src/core/messages/english';

function read(document: string, text: string): LintResult {
  return lintText({
    document,
    text,
    seen: { encoding: 'utf-16le', bom: true },
    severities: new Map(),
    onRuleError: (_code, error) => {
      throw error;
    },
  });
}

const hoverOn = (name: string, text: string, word: string): Hover | undefined => read(name, text).hoverAt(text.indexOf(word));

const said = (hover: Hover | undefined): readonly string[] => (hover === undefined ? [] : [...(hover.data === undefined ? [] : [english(hover.data)]), ...hover.facts.map(english)]);

const KEY = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const HEAD = ['[Unicode]', 'Unicode=yes', '[Version]', 'signature="$CHICAGO$"'];
const templateOf = (...lines: readonly string[]): string => [...HEAD, ...lines, ''].join('\r\n');
const template = templateOf('[Privilege Rights]', 'SeRemoteInteractiveLogonRight = *S-1-5-32-555,Somebody,*S-1-5-21-1-2-3-512', '[System Access]');
const entry = (...lines: readonly string[]): readonly string[] => [...lines, ''];

describe('the hover of a group policy text', () => {
  it('tells what a value of LGPO text holds and means, where it is stored as in a .reg file', () => {
    const text = ['Computer', KEY, 'fDenyTSConnections', 'DWORD:1', ''].join('\n');
    const hover = hoverOn('a.lgpo', text, 'DWORD');
    ok(hover?.heading.startsWith('fDenyTSConnections: '), hover?.heading);
    equal(hover?.data && english(hover.data), 'REG_DWORD 0x00000001 = 1');
    ok(hover?.facts.some((fact) => english(fact).startsWith('Means: ')));
    ok(hover?.facts.some((fact) => (fact.sources ?? []).length > 0), 'no source');
  });

  it('says what an action deletes, makes or leaves', () => {
    const deletion = hoverOn('a.lgpo', ['Computer', KEY, 'fDenyTSConnections', 'DELETE', ''].join('\n'), 'DELETE');
    equal(deletion?.data?.key, 'hover.deletesValue');
    const onKey = (name: string, action: string): readonly string[] => said(hoverOn('a.lgpo', ['Computer', KEY, name, action, ''].join('\n'), action));
    deepEqual(onKey('*', 'DELETEALLVALUES'), ['This deletes all values of the key.']);
    deepEqual(onKey('*', 'CREATEKEY'), ['This makes the key, without a value.']);
    deepEqual(onKey('One', 'DELETEKEYS'), ['This deletes the keys One and everything below them.']);
  });

  it('names the right and the accounts behind identifiers, and is silent elsewhere', () => {
    const hover = hoverOn('GptTmpl.inf', template, '*S-1-5-32-555');
    equal(hover?.heading, 'SeRemoteInteractiveLogonRight: Allow log on through Remote Desktop Services');
    deepEqual(hover.facts.slice(0, 1).map(english), ['S-1-5-32-555 is Remote Desktop Users.']);
    equal(hoverOn('GptTmpl.inf', template, '[System Access]'), undefined);
  });

  it('tells that a list of a right replaces, and that an empty one leaves nobody', () => {
    ok(said(hoverOn('GptTmpl.inf', template, 'Somebody')).includes('These and no others have it: the list replaces the one of the computer.'));
    ok(said(hoverOn('GptTmpl.inf', template, 'Somebody')).includes('S-1-5-21-1-2-3-512 is of a domain or of one computer; its name is not in this file.'));
    const nobody = templateOf('[Privilege Rights]', 'SeRemoteInteractiveLogonRight =');
    equal(said(hoverOn('GptTmpl.inf', nobody, 'SeRemote'))[0], 'Nobody has it: the list is empty and replaces the one of the computer.');
    const denial = templateOf('[Privilege Rights]', 'SeDenyRemoteInteractiveLogonRight = *S-1-5-32-546');
    equal(said(hoverOn('GptTmpl.inf', denial, 'SeDeny'))[0], 'These and no others are denied: the list replaces the one of the computer.');
  });

  it('tells how a service starts and who is in a group', () => {
    const text = templateOf('[Service General Setting]', '"TermService",4,""', '"Spooler",,"D:"', '[Group Membership]', '*S-1-5-32-555__Members =', '*S-1-5-32-555__Memberof = *S-1-5-32-545');
    deepEqual(said(hoverOn('GptTmpl.inf', text, 'TermService')).slice(0, 2), ['The service is disabled: it does not start.', 'For Remote Desktop: holds the listener and the sessions.']);
    deepEqual(said(hoverOn('GptTmpl.inf', text, 'Spooler')), ['This sets who may control the service, and not how it starts.']);
    const emptied = hoverOn('GptTmpl.inf', text, '__Members');
    equal(emptied?.heading, 'Remote Desktop Users');
    deepEqual(said(emptied), ['Nobody is in the group: the list is empty, and whoever is in it is taken out.']);
    deepEqual(said(hoverOn('GptTmpl.inf', text, '__Memberof')), ['The group becomes a member of these, and stays in what it is in already.', 'S-1-5-32-545 is Users.']);
  });

  it('tells of a preference that is switched off that it does nothing', () => {
    const text = `<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}"><Registry clsid="{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}" name="a" disabled="1"><Properties action="U" hive="HKEY_LOCAL_MACHINE" key="${KEY}" name="fDenyTSConnections" type="REG_DWORD" value="00000001"/></Registry></RegistrySettings>`;
    const facts = said(hoverOn('Registry.xml', text, 'action='));
    deepEqual(facts.slice(0, 2), ['REG_DWORD 0x00000001 = 1', 'Switched off: this does nothing.']);
    deepEqual([read('Registry.xml', text).symbols(), read('Registry.xml', text).folds()], [[], []]);
  });
});

describe('the outline of a group policy text', () => {
  const outlined = (name: string, text: string): readonly unknown[] => read(name, text).symbols().map((symbol) => [symbol.name, symbol.detail, symbol.children.map((child) => [child.kind, child.name, child.detail])]);
  const foldedIn = (name: string, text: string): readonly unknown[] => read(name, text).folds().map(({ kind, range }) => [kind, text.slice(range.start, range.end)]);

  it('of a template has its sections and their lines, read or not', () => {
    const text = templateOf('[Registry Values]', `MACHINE\\${KEY}\\fDenyTSConnections=4,1`, 'no line', '[Empty]', '; one', '; two', '[Privilege Rights]', 'SeRemoteInteractiveLogonRight = *S-1-5-32-555,Somebody', 'SeBatchLogonRight =');
    deepEqual(outlined('GptTmpl.inf', text), [
      ['Unicode', '', [['text', 'Unicode', 'yes']]],
      ['Version', '', [['text', 'signature', '"$CHICAGO$"']]],
      ['Registry Values', '', [['number', 'fDenyTSConnections', '1'], ['text', 'no line', '']]],
      ['Empty', '', []],
      ['Privilege Rights', '', [['list', 'SeRemoteInteractiveLogonRight', 'Remote Desktop Users, Somebody'], ['list', 'SeBatchLogonRight', '-']]],
    ]);
    deepEqual(foldedIn('GptTmpl.inf', text).slice(2), [
      ['key', `[Registry Values]\r\nMACHINE\\${KEY}\\fDenyTSConnections=4,1\r\nno line`],
      ['key', '[Privilege Rights]\r\nSeRemoteInteractiveLogonRight = *S-1-5-32-555,Somebody\r\nSeBatchLogonRight ='],
      ['comment', '; one\r\n; two'],
    ]);
  });

  it('of LGPO text has its keys, each with the entries that follow each other', () => {
    const text = [...entry('Computer', KEY, 'fDenyTSConnections', 'DWORD:1'), ...entry('Computer', KEY, '*', 'DELETEALLVALUES'), ...entry('User:S-1-5-32-545', KEY, 'MaxIdleTime', 'DELETE')].join('\n');
    const above = 'SOFTWARE\\Policies\\Microsoft\\Windows NT';
    deepEqual(outlined('a.lgpo', text), [
      ['Terminal Services', `Computer\\${above}`, [['number', 'fDenyTSConnections', '1'], ['deletedValue', '(Default)', 'DELETEALLVALUES']]],
      ['Terminal Services', `User:S-1-5-32-545\\${above}`, [['deletedValue', 'MaxIdleTime', 'DELETE']]],
    ]);
    equal(foldedIn('a.lgpo', text).length, 4);
  });

  it('keeps every name inside what it is the name of', () => {
    const text = templateOf('[Service General Setting]', '12="TermService", 4, ""', '[Group Membership]', '*S-1-5-32-555__Members =', 'x__Memberof = "a,b" ; c', '[', '[]', '=', '=,');
    for (const symbol of read('GptTmpl.inf', text).symbols().flatMap((parent) => [parent, ...parent.children])) {
      ok(symbol.name !== '' && symbol.range.start <= symbol.selection.start && symbol.selection.end <= symbol.range.end, JSON.stringify(symbol));
    }
  });
});

describe('the line above a group policy text', () => {
  it('says the last word on each setting, right and service of Remote Desktop', () => {
    const text = templateOf('[Registry Values]', `MACHINE\\${KEY}\\fDenyTSConnections=4,1`, `MACHINE\\${KEY}\\FDENYTSCONNECTIONS=4,0`, 'MACHINE\\a\\b=4,0', '[Privilege Rights]', 'SeRemoteInteractiveLogonRight = *S-1-5-32-544', 'SeBatchLogonRight =', '[Service General Setting]', '"TermService",2,""');
    const summary = read('GptTmpl.inf', text).summary();
    equal(summary && english(summary.says), 'Remote Desktop settings: 3 (FDENYTSCONNECTIONS = 0, SeRemoteInteractiveLogonRight = Administrators, TermService = 2)');
    equal(summary?.at.start, text.indexOf('MACHINE'));
  });

  it('leaves room for the count of findings behind it', () => {
    const text = templateOf('[Privilege Rights]', 'SeRemoteInteractiveLogonRight = *S-1-5-32-544,*S-1-5-32-555', 'SeDenyRemoteInteractiveLogonRight = *S-1-1-0,*S-1-5-32-546', '[Service General Setting]', '"TermService",2,""');
    const summary = read('GptTmpl.inf', text).summary();
    equal(summary && english(summary.says), 'Remote Desktop settings: 3 (SeRemoteInteractiveLogonRight = Administrators, Remote Desktop Users, …)');
  });

  it('says so where a text is about something else, and nothing where it says nothing', () => {
    const summary = read('GptTmpl.inf', templateOf('[Registry Values]', 'MACHINE\\a\\b=4,0')).summary();
    equal(summary?.says.key, 'lens.nothing');
    equal(read('GptTmpl.inf', templateOf('[Registry Values]')).summary(), undefined);
  });
});
