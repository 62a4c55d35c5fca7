// Remedies as edits of Registry.xml: attributes of one item, with the quotes they have, and the item as a whole.

import { equal } from 'node:assert/strict';
import { spellPreferenceAction } from '../../../src/core/formats/gppEdits';
import type { RegistryKey } from '../../../src/core/registry/place';
import { dwordData, stringData, utf16Bytes, valueType } from '../../../src/core/registry/valueData';
import type { RemedyAction } from '../../../src/core/remedies/remedy';
import { applyEdits } from '../../../src/core/text/edits';

const key: RegistryKey = { hive: 'HKEY_LOCAL_MACHINE', path: 'SOFTWARE\\Example' };
const place = { key, name: 'n' };
const properties = (more: string, path = key.path): string => `<Registry name="x"><Properties hive="HKEY_LOCAL_MACHINE" key="${path}" ${more}/></Registry>`;
const number = 'action="U" name="n" type="REG_DWORD" value="00000001"';
const file = (items: string): string => `<RegistrySettings>${items}</RegistrySettings>`;
const one = file(properties(number));

function after(text: string, action: RemedyAction, at = '<Properties'): string | undefined {
  const edits = spellPreferenceAction(text, text.indexOf(at), action);
  return edits === undefined ? undefined : applyEdits(text, edits);
}

const set = (text: string, data = stringData(`a & <b> "c" 'd'\n😀`)): string | undefined => after(text, { kind: 'setValue', place, data });

describe('remedies in preferences', () => {
  it('set data of the same type and of another one', () => {
    equal(set(one, dwordData(3389)), one.replace('00000001', '00000D3D'));
    equal(set(one, { type: valueType.qword, bytes: Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0) }), one.replace('REG_DWORD', 'REG_QWORD').replace('00000001', '0000000000000001'));
    equal(set(one), one.replace('REG_DWORD', 'REG_SZ').replace('00000001', 'a &amp; &lt;b&gt; &quot;c&quot; &apos;d&apos;&#10;😀'));
    equal(set(one, stringData('')), one.replace('REG_DWORD', 'REG_SZ').replace('00000001', ''));
  });

  it('set data between the quotes that are there, also where there is none yet', () => {
    const single = file(properties(`action='U' name='n' type = 'REG_SZ' value=''`));
    equal(set(single, stringData(`it's`)), single.replace(`value=''`, `value='it&apos;s'`));
    const double = file(properties('action="U" name="n" type="REG_SZ" value=""'));
    equal(set(double, stringData('x')), double.replace('value=""', 'value="x"'));
  });

  it('refuse data that an attribute cannot say, and an item without the attribute', () => {
    for (const data of [stringData('\u0001'), { type: valueType.multiSz, bytes: utf16Bytes('a\0\0') }, { type: 99, bytes: new Uint8Array() }, { type: valueType.dword, bytes: new Uint8Array(3) }]) equal(set(one, data), undefined);
    equal(set(file(properties('action="U" name="n" type="REG_SZ"'))), undefined);
    equal(set(file(`<Registry><Properties hive="HKLM" key="${key.path}" action="U" name="n" type="REG_MULTI_SZ" value="a"><Values><Value>a</Value></Values></Properties></Registry>`)), undefined);
  });

  it('set no value that the item is not about', () => {
    equal(after(one, { kind: 'setValue', place: { key, name: 'other' }, data: dwordData(1) }), undefined);
    equal(set(file(properties('action="D" name="n" type="REG_DWORD" value="1"'))), undefined);
    equal(after(file(properties('action="U" name="" type="" value=""')), { kind: 'setValue', place: { key, name: '' }, data: dwordData(1) }), undefined);
  });

  it('delete the value, where the item has an action', () => {
    equal(after(one, { kind: 'deleteValue', place }), one.replace('action="U"', 'action="D"'));
    equal(after(one.replace('action="U" ', ''), { kind: 'deleteValue', place }), undefined);
  });

  it('rename the value, and neither the default value nor a key', () => {
    const rename = (text: string, to: string, name = 'n'): string | undefined => after(text, { kind: 'renameValue', from: { key, name }, to });
    equal(rename(one, 'a "b" & <c> 😀'), one.replace(' name="n"', ' name="a &quot;b&quot; &amp; &lt;c&gt; 😀"'));
    equal(rename(one, ''), undefined);
    equal(rename(file(properties('action="U" default="1" name="(Default)" type="REG_SZ" value=""')), 'b', ''), undefined);
    equal(rename(file(properties('action="U" name="" type="" value=""')), 'b', ''), undefined);
  });

  it('rename the key of every item under it', () => {
    const text = file(`${properties(number)}<Collection>${properties(number, 'Software\\example')}</Collection>${properties(number, 'SOFTWARE\\Example\\B')}`);
    const renamed = file(`${properties(number, 'S&amp;')}<Collection>${properties(number, 'S&amp;')}</Collection>${properties(number, 'SOFTWARE\\Example\\B')}`);
    equal(after(text, { kind: 'renameKey', from: key, to: { ...key, path: 'S&' } }), renamed);
    equal(after(text, { kind: 'renameKey', from: key, to: { ...key, path: '' } }), undefined);
    equal(after(text, { kind: 'renameKey', from: key, to: { hive: 'HKEY_CURRENT_USER', path: 'S' } }), undefined);
  });

  it('change the item that begins where another one ends', () => {
    const text = file(properties(number) + properties(number));
    const at = text.lastIndexOf('<Registry ');
    const edits = spellPreferenceAction(text, at, { kind: 'setValue', place, data: dwordData(2) }) ?? [];
    equal(applyEdits(text, edits), file(properties(number) + properties(number).replace('00000001', '00000002')));
  });

  it('take the item out with its line, and leave a line that holds more', () => {
    const other = properties('action="U" name="other" type="REG_SZ" value=""');
    for (const end of ['\r\n', '\n']) equal(after(file(`${end}\t${properties(number)} ${end}\t${other}${end}`), { kind: 'removeStatement' }), file(`${end}\t${other}${end}`));
    equal(after(file(`\n${properties(number)} ${other}\n`), { kind: 'removeStatement' }), file(`\n ${other}\n`));
    equal(after(one, { kind: 'removeStatement' }, '<RegistrySettings'), undefined);
  });
});
