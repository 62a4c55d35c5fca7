// Fixes for entries of LGPO text and of a registry.pol that plainly mean one thing: what they are called, what the file is afterwards, and
// that the finding is gone.

import { deepEqual, equal, ok } from 'node:assert/strict';
import type { RegistryEntry } from '../../../src/core/formats/entry';
import { hiveOfPath, readPolicyBytes } from '../../../src/core/formats/policySource';
import { writeRegistryPol } from '../../../src/core/formats/registryPol/writer';
import { lintBytes, lintText, type LintResult } from '../../../src/core/lint/linter';
import { english } from '../../../src/core/messages/english';
import { fixedPolEntries } from '../../../src/core/policies/fixPol';
import { hexText, utf16Bytes, valueType } from '../../../src/core/registry/valueData';
import type { RuleCode } from '../../../src/core/rules/rule';
import { applyEdits } from '../../../src/core/text/edits';

const onRuleError = (code: RuleCode, error: unknown): never => {
  throw new Error(code, { cause: error });
};
const lint = (text: string): LintResult => lintText({ document: 'lgpo.txt', text, seen: { encoding: 'utf-16le', bom: true }, severities: new Map(), onRuleError });
const lines = (...all: readonly string[]): string => all.join('\r\n');
const SOUND = ['Computer', 'Software\\X', 'Other', 'DWORD:1'];

/** The lines after the first fix of the first finding, which is gone; undefined where none is offered. */
function fixed(code: RuleCode, title: string | undefined, ...all: readonly string[]): readonly string[] | undefined {
  const text = lines(...all, '', ...SOUND, '');
  const result = lint(text);
  const [finding] = result.findings;
  ok(finding !== undefined && finding.code === code);
  const [remedy] = finding.remedies;
  equal(remedy === undefined ? undefined : english(remedy.title), title);
  if (remedy === undefined) return undefined;
  const edits = result.editsFor(finding, remedy);
  ok(edits);
  const after = applyEdits(text, edits);
  deepEqual(lint(after).findings, []);
  const tail = lines(...SOUND, '');
  ok(after.endsWith(tail), 'the other entry stays');
  return after.slice(0, -tail.length).split('\r\n').filter((line) => line !== '');
}

describe('fixes of LGPO text', () => {
  const action = (line: string, title: string | undefined): string | undefined => fixed('RDP048', title, 'Computer', 'Software\\X', 'Name', line)?.at(3);

  it('write an action as LGPO reads it', () => {
    equal(action('dword:5', 'Write the action as DWORD:5'), 'DWORD:5');
    equal(action('DWORD: 5 ', 'Write the action as DWORD:5'), 'DWORD:5');
    equal(action('REG_DWORD:0x0D3D', 'Write the action as DWORD:0x0D3D'), 'DWORD:0x0D3D');
    equal(action('sz: a ', 'Write the action as SZ: a '), 'SZ: a ');
    equal(action('BINARY:03 00ff', 'Write the action as BINARY:03,00,ff'), 'BINARY:03,00,ff');
    equal(action('Delete ', 'Write the action as DELETE'), 'DELETE');
  });

  it('leave what could mean two things', () => {
    for (const line of ['DWORD:d3d', 'dword:00000010', 'BINARY:030', 'NUMBER:1', '5', 'DWORD:4294967296']) equal(action(line, undefined), undefined, line);
  });

  it('take the blanks from the first line of an entry', () => {
    // Such a text is recognised by the other entry.
    const text = lines(...SOUND, '', ' User ', 'Software\\X', 'Name', 'DWORD:5', '');
    const result = lint(text);
    const [finding] = result.findings;
    const [remedy] = finding?.remedies ?? [];
    ok(finding !== undefined && remedy !== undefined);
    equal(english(remedy.title), 'Write User without blanks around it');
    equal(applyEdits(text, result.editsFor(finding, remedy) ?? []), text.replace(' User ', 'User'));
  });

  it('take the root from a key, where it is the one the key stands below', () => {
    deepEqual(fixed('RDP044', 'Remove HKLM from the key', 'Computer', 'HKLM\\Software\\Y', 'Name', 'DWORD:5'), ['Computer', 'Software\\Y', 'Name', 'DWORD:5']);
    deepEqual(fixed('RDP044', 'Remove HKEY_CURRENT_USER from the key', 'User', '\\HKEY_CURRENT_USER\\Software\\Y', 'Name', 'DWORD:5'), ['User', 'Software\\Y', 'Name', 'DWORD:5']);
    equal(fixed('RDP044', undefined, 'Computer', 'HKCU\\Software\\Y', 'Name', 'DWORD:5'), undefined);
    equal(fixed('RDP044', undefined, 'Computer', 'HKLM', 'Name', 'DWORD:5'), undefined);
  });

  it('leave out the earlier of two entries that contradict each other', () => {
    const [first, second] = [['Computer', 'Software\\Y', 'Name', 'DWORD:5'], ['Computer', 'Software\\Y', 'Name', 'DELETE']];
    deepEqual(fixed('RDP047', 'Remove this entry, a later one counts', ...first, '', ...second), second);
  });

  it('leave out an entry with a name nobody knows', () => {
    deepEqual(fixed('RDP050', 'Remove the entry', 'Computer', 'Software\\Y', '**unknown', 'DWORD:5'), []);
  });
});

describe('fixes of a registry.pol', () => {
  const entry = (own: Partial<RegistryEntry>): RegistryEntry => ({
    kind: 'registry',
    hive: hiveOfPath('a.pol'),
    key: 'Software\\Y',
    name: 'Name',
    type: valueType.sz,
    data: utf16Bytes('a\0'),
    action: 'set',
    evidence: { document: 'a.pol', range: { start: 0, end: 0 } },
    ...own,
  });
  const other = entry({ name: 'Other' });

  /** What the first entry is in the copy that the fix makes. */
  function copy(title: string, own: Partial<RegistryEntry>): readonly string[] {
    const bytes = writeRegistryPol([entry(own), other]);
    const { entries } = readPolicyBytes(bytes, 'a.pol');
    const [finding] = lintBytes({ document: 'a.pol', bytes, severities: new Map(), onRuleError }).result.findings;
    const [remedy] = finding?.remedies ?? [];
    ok(finding !== undefined && remedy !== undefined);
    equal(english(remedy.title), title);
    const all = entries.filter((one) => one.kind === 'registry');
    const made = writeRegistryPol(fixedPolEntries(all, finding, remedy) ?? []);
    deepEqual(lintBytes({ document: 'a.pol', bytes: made, severities: new Map(), onRuleError }).result.findings, []);
    const told = readPolicyBytes(made, 'a.pol').entries.map((one) => (one.kind === 'registry' ? `${one.key}\\${one.name}=${hexText(one.data)}` : one.kind));
    equal(told.at(-1), `Software\\Y\\Other=${hexText(utf16Bytes('a\0'))}`);
    return told.slice(0, -1);
  }

  it('end a text and a list', () => {
    deepEqual(copy('Add the missing NUL at the end of the text', { data: utf16Bytes('a') }), ['Software\\Y\\Name=61000000']);
    const title = 'Add the missing end of the list (two NUL characters)';
    deepEqual(copy(title, { type: valueType.multiSz, data: utf16Bytes('a\0') }), ['Software\\Y\\Name=610000000000']);
    deepEqual(copy(title, { type: valueType.multiSz, data: utf16Bytes('a') }), ['Software\\Y\\Name=610000000000']);
  });

  it('take the root from a key, and leave out what has no meaning', () => {
    deepEqual(copy('Remove HKEY_LOCAL_MACHINE from the key', { key: 'HKEY_LOCAL_MACHINE\\Software\\Z' }), [`Software\\Z\\Name=${hexText(utf16Bytes('a\0'))}`]);
    deepEqual(copy('Remove the entry', { name: '**unknown' }), []);
  });
});
