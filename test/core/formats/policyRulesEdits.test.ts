// Remedies as edits of files of Policy Analyzer: the elements of one rule, whatever their content was written as.

import { equal } from 'node:assert/strict';
import { spellPolicyRuleAction } from '../../../src/core/formats/policyRulesEdits';
import type { RegistryKey } from '../../../src/core/registry/place';
import { dwordData, stringData, utf16Bytes, valueType } from '../../../src/core/registry/valueData';
import type { RemedyAction } from '../../../src/core/remedies/remedy';
import { applyEdits } from '../../../src/core/text/edits';

const key: RegistryKey = { hive: 'HKEY_LOCAL_MACHINE', path: 'Software\\Example' };
const place = { key, name: 'n' };
const rule = (name: string, type: string, data: string, path = key.path, half = 'ComputerConfig'): string =>
  `<${half}>\n<Key>${path}</Key>\n<Value>${name}</Value>\n<RegType>${type}</RegType>\n<RegData>${data}</RegData>\n</${half}>`;
const file = (rules: string): string => `<PolicyRules>${rules}</PolicyRules>`;
const one = file(rule('n', 'REG_DWORD', '1'));

function after(text: string, action: RemedyAction, at = '<Key'): string | undefined {
  const edits = spellPolicyRuleAction(text, text.indexOf(at), action);
  return edits === undefined ? undefined : applyEdits(text, edits);
}

const set = (text: string, data = dwordData(3389)): string | undefined => after(text, { kind: 'setValue', place, data });

describe('remedies in files of Policy Analyzer', () => {
  it('set data of the same type and of another one', () => {
    equal(set(one), file(rule('n', 'REG_DWORD', '3389')));
    equal(set(one, stringData('a & <b> "c" ]]> 😀 ')), file(rule('n', 'REG_SZ', 'a &amp; &lt;b&gt; &quot;c&quot; ]]&gt; 😀 ')));
    equal(set(one, stringData('')), file(rule('n', 'REG_SZ', '')));
    equal(set(one, { type: valueType.multiSz, bytes: utf16Bytes('a\0b\0\0') }), file(rule('n', 'REG_MULTI_SZ', 'a\\0b')));
  });

  it('set data in the place of a CDATA section, of blanks and of nothing', () => {
    for (const before of ['<![CDATA[1]]>', '\n 1 \n', '<!-- one -->1', '&#49;']) equal(set(file(rule('n', 'REG_DWORD', before))), file(rule('n', 'REG_DWORD', '3389')));
    equal(set(file(rule('n', 'REG_SZ', ''))), file(rule('n', 'REG_DWORD', '3389')));
    equal(set(file(rule('n', 'REG_SZ', '').replace('<RegData></RegData>', '<RegData />'))), undefined);
  });

  it('refuse data that has no words, and what would be said of the key', () => {
    for (const data of [stringData('\u0001'), { type: 99, bytes: new Uint8Array() }, { type: valueType.multiSz, bytes: utf16Bytes('a\\0b\0\0') }]) equal(set(one, data), undefined);
    equal(after(file(rule('', 'REG_SZ', '')), { kind: 'setValue', place: { key, name: '' }, data: { type: valueType.none, bytes: new Uint8Array() } }), undefined);
    equal(set(file(rule('**del.n', 'REG_SZ', ' '))), undefined);
  });

  it('delete the value by its name', () => {
    equal(after(one, { kind: 'deleteValue', place }), file(rule('**del.n', 'REG_SZ', ' ')));
    equal(after(file(rule('**soft.n', 'REG_DWORD', '1')), { kind: 'deleteValue', place }), file(rule('**del.n', 'REG_SZ', ' ')));
    equal(after(one, { kind: 'deleteValue', place: { key, name: 'other' } }), undefined);
  });

  it('rename the value, and keep what its prefix says', () => {
    const rename = (text: string, to: string, name = 'n'): string | undefined => after(text, { kind: 'renameValue', from: { key, name }, to });
    equal(rename(one, 'a "b" & <c> 😀'), file(rule('a &quot;b&quot; &amp; &lt;c&gt; 😀', 'REG_DWORD', '1')));
    equal(rename(file(rule('**del.n', 'REG_SZ', ' ')), 'b'), file(rule('**del.b', 'REG_SZ', ' ')));
    equal(rename(one, '**b'), undefined);
    equal(rename(file(rule('**delvals.', 'REG_SZ', ' ')), 'b', ''), undefined);
  });

  it('rename the key of every rule under it', () => {
    const text = file(rule('a', 'REG_DWORD', '1') + rule('b', 'REG_DWORD', '1', 'SOFTWARE\\example') + rule('c', 'REG_DWORD', '1', key.path, 'UserConfig'));
    const renamed = file(rule('a', 'REG_DWORD', '1', 'S&amp;') + rule('b', 'REG_DWORD', '1', 'S&amp;') + rule('c', 'REG_DWORD', '1', key.path, 'UserConfig'));
    equal(after(text, { kind: 'renameKey', from: key, to: { ...key, path: 'S&' } }), renamed);
    for (const path of ['', ' S', 'S\\']) equal(after(text, { kind: 'renameKey', from: key, to: { ...key, path } }), undefined);
    equal(after(text, { kind: 'renameKey', from: key, to: { hive: 'HKEY_CURRENT_USER', path: 'S' } }), undefined);
  });

  it('change the rule that begins where another one ends', () => {
    const text = file(rule('n', 'REG_DWORD', '1') + rule('n', 'REG_DWORD', '1'));
    const edits = spellPolicyRuleAction(text, text.lastIndexOf('<ComputerConfig>'), { kind: 'setValue', place, data: dwordData(2) }) ?? [];
    equal(applyEdits(text, edits), file(rule('n', 'REG_DWORD', '1') + rule('n', 'REG_DWORD', '2')));
  });

  it('take the rule out with its line', () => {
    const other = rule('other', 'REG_SZ', '');
    for (const end of ['\r\n', '\n']) equal(after(file(`${end}  ${rule('n', 'REG_DWORD', '1')}${end}  ${other}${end}`), { kind: 'removeStatement' }), file(`${end}  ${other}${end}`));
    equal(after(one, { kind: 'removeStatement' }), file(''));
    equal(after(one, { kind: 'removeStatement' }, '<PolicyRules'), undefined);
  });
});
