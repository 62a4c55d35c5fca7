// Preferences: what each action does to the registry, and what a folder or an item that is switched off does.

import { deepEqual, equal, ok } from 'node:assert/strict';
import type { RegistryEntry } from '../../../src/core/formats/entry';
import { observationsOf } from '../../../src/core/formats/entryObservations';
import { readGppRegistry } from '../../../src/core/formats/gppRegistry';
import { hexText } from '../../../src/core/registry/valueData';

const file = (items: string): string => `<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">${items}</RegistrySettings>`;
const item = (properties: string, more = '', inside = ''): string => `<Registry name="x"${more}><Properties hive="HKEY_LOCAL_MACHINE" key="SOFTWARE\\Example" ${properties}>${inside}</Properties></Registry>`;

function entries(text: string): readonly RegistryEntry[] {
  const reading = readGppRegistry(text, 'Registry.xml');
  deepEqual(reading.faults, []);
  return reading.entries.filter((entry) => entry.kind === 'registry');
}

const say = ({ action, hive, key, name, type, data, disabled }: RegistryEntry): string => [action, hive, key, name, String(type), hexText(data), ...(disabled === true ? ['off'] : [])].join('|');
const said = (text: string): readonly string[] => entries(text).map(say);

describe('preferences of the registry', () => {
  it('create where there is none, replace, update and delete values', () => {
    const of = (action: string): readonly string[] => said(file(item(`action="${action}" name="n" type="REG_DWORD" value="0000000A"`)));
    deepEqual(of('C'), ['soft|machine|SOFTWARE\\Example|n|4|0a000000']);
    deepEqual(of('R'), ['set|machine|SOFTWARE\\Example|n|4|0a000000']);
    deepEqual(of('U'), ['set|machine|SOFTWARE\\Example|n|4|0a000000']);
    deepEqual(of('D'), ['deleteValue|machine|SOFTWARE\\Example|n|undefined|']);
    deepEqual(said(file(item('name="n" type="REG_DWORD" value="0000000A"'))), of('U'));
  });

  it('do it to the key where there is no name', () => {
    const of = (action: string): readonly string[] => entries(file(item(`action="${action}" name="" type="" value=""`))).map((entry) => entry.action);
    deepEqual(['C', 'R', 'U', 'D'].map(of), [['createKey'], ['deleteKey', 'createKey'], ['createKey'], ['deleteKey']]);
  });

  it('mean the default value where the item says so, whatever its name', () => {
    deepEqual(said(file(item('action="U" default="1" name="(Default)" type="REG_SZ" value="a"'))), ['set|machine|SOFTWARE\\Example||1|61000000']);
  });

  it('have data of every type', () => {
    const of = (type: string, value: string, inside = ''): string | undefined => said(file(item(`action="U" name="n" type="${type}" value="${value}"`, '', inside)))[0]?.split('|').slice(4).join(' ');
    equal(of('REG_SZ', 'a&amp;'), '1 610026000000');
    equal(of('REG_EXPAND_SZ', '%a%'), '2 2500610025000000');
    equal(of('REG_BINARY', '00fF'), '3 00ff');
    equal(of('REG_BINARY', ''), '3 ');
    equal(of('REG_DWORD', 'D3D'), '4 3d0d0000');
    equal(of('REG_QWORD', '123456789'), '11 8967452301000000');
    equal(of('REG_MULTI_SZ', 'a b', '<Values><Value>a</Value><Value>b</Value></Values>'), '7 61000000620000000000');
    equal(of('REG_MULTI_SZ', ''), '7 0000');
  });

  it('keep no backslash around a key', () => {
    deepEqual(entries(file('<Registry><Properties action="U" hive="HKEY_CURRENT_USER" key="\\Software\\Example\\" name="n" type="REG_SZ" value=""/></Registry>')).map(({ hive, key }) => [hive, key]), [['user', 'Software\\Example']]);
  });

  it('do nothing where they, a folder around them or all of them are switched off', () => {
    const one = item('action="U" name="n" type="REG_DWORD" value="1"');
    const off = item('action="U" name="n" type="REG_DWORD" value="1"', ' disabled="1"');
    const states = (text: string): readonly boolean[] => entries(text).map(({ disabled }) => disabled === true);
    deepEqual(states(file(`${one}${off}<Collection disabled="1"><Collection>${one}</Collection></Collection><Collection disabled="0">${one}</Collection>`)), [false, true, true, false]);
    deepEqual(states(file(one).replace('clsid', 'disabled="1" clsid')), [true]);
    deepEqual(observationsOf(entries(file(off)), 'preference'), []);
  });

  it('tell where the item, its name and its data stand', () => {
    const text = file(item('action="U" name="n&amp;" type="REG_SZ" value="v"'));
    const [entry] = entries(text);
    ok(entry !== undefined);
    const { range, nameRange, dataRange } = entry.evidence;
    deepEqual([range, nameRange, dataRange].map((part) => text.slice(part?.start, part?.end)), [text.slice(text.indexOf('<Properties'), text.indexOf('</Properties')), 'n&amp;', 'v']);
  });

  it('are read only where they stand in folders', () => {
    deepEqual(entries(file(`<Other>${item('action="U" name="n" type="REG_SZ" value=""')}</Other>`)), []);
  });
});
