// What a report says beside policies of templates: security settings, services, groups, firewall rules, and registry values that no
// template explains. These are told by constants and keys and do not depend on the language.

import { dwordData, stringData, valueType, type ValueData } from '../../registry/valueData';
import type { Evidence } from '../../registry/observation';
import type { Entry, Principal, ServiceEntry } from '../entry';
import { bytesOfDigits, textsData } from '../registryText';
import { childNamed, childrenNamed, childText, innerRange, type XmlElement } from '../xml/element';
import type { ReportContext } from './reportContext';

const startModes: ReadonlyMap<string, ServiceEntry['startMode']> = new Map([
  ['Automatic', 2],
  ['Manual', 3],
  ['Disabled', 4],
]);

/** A report shows them as numbers; templates store one byte. */
const binaryOptions: ReadonlySet<string> = new Set(['fullprivilegeauditing']);

type Reader = (element: XmlElement, context: ReportContext) => readonly Entry[];

/** By the name of the element below the extension. */
export const settingReaders: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['RegistrySetting', registrySetting],
  ['UserRightsAssignment', (element, context) => [{ kind: 'userRight', right: childText(element, 'Name'), principals: principals(element, 'Member', context), evidence: told(element, 'Name', '', context), ...context.common }]],
  ['SecurityOptions', securityOption],
  ['SystemServices', (element, context) => [{ kind: 'service', name: childText(element, 'Name'), startMode: startModes.get(childText(element, 'StartupMode')), evidence: told(element, 'Name', 'StartupMode', context), ...context.common }]],
  ['RestrictedGroups', restrictedGroup],
  ['InboundFirewallRules', firewallRule],
]);

/** The name, which is one line where the whole is many; the name and the data apart. */
function told(element: XmlElement, name: string, data: string, { document, text }: ReportContext): Evidence {
  const [nameChild, dataChild] = [childNamed(element, name), childNamed(element, data)];
  const nameRange = nameChild === undefined ? element.startTag : innerRange(nameChild, text);
  return { document, range: nameRange, nameRange, ...(dataChild === undefined ? {} : { dataRange: innerRange(dataChild, text) }) };
}

function principals(element: XmlElement, name: string, { document, text }: ReportContext): readonly Principal[] {
  return childrenNamed(element, name).map((member) => {
    const shown = childNamed(member, 'Name') ?? childNamed(member, 'SID') ?? member;
    return { ...identityOf(member), evidence: { document, range: innerRange(shown, text) } };
  });
}

function identityOf(member: XmlElement): Omit<Principal, 'evidence'> {
  return { sid: childText(member, 'SID') || undefined, name: childText(member, 'Name') || undefined };
}

function registrySetting(element: XmlElement, context: ReportContext): readonly Entry[] {
  const { side: hive, common } = context;
  const key = childText(element, 'KeyPath').replace(/^\\+|\\+$/g, '');
  if (hive === undefined || key === '') return [];
  const evidence = told(element, 'KeyPath', 'Value', context);
  const values = childrenNamed(element, 'Value');
  // Of a command in place of a value, and of a kind of data that no source lists, only that it is there can be told.
  const unread = (name: string, category: string): Entry => ({ kind: 'policy', name, category, state: 'enabled', evidence, ...common });
  if (childNamed(element, 'Command') !== undefined) return [unread(key, childText(element, 'Command'))];
  if (values.length === 0) return [{ kind: 'registry', hive, key, name: '', type: undefined, data: new Uint8Array(), action: 'createKey', evidence, ...common }];
  return values.map((value): Entry => {
    const data = valueData(value);
    const nameRange = innerRange(childNamed(value, 'Name') ?? value, context.text);
    const at = { ...evidence, range: nameRange, nameRange, dataRange: innerRange(value.children.at(-1) ?? value, context.text) };
    const name = childText(value, 'Name');
    return data === undefined ? unread(`${key}\\${name}`, '') : { kind: 'registry', hive, key, name, type: data.type, data: data.bytes, action: 'set', evidence: at, ...common };
  });
}

function valueData(value: XmlElement): ValueData | undefined {
  const number = childNamed(value, 'Number')?.text.trim();
  if (number !== undefined) return /^\d{1,10}$/.test(number) && Number(number) <= 0xffffffff ? dwordData(Number(number)) : undefined;
  const text = childNamed(value, 'String')?.text;
  if (text !== undefined) return stringData(text);
  const bytes = bytesOfDigits(childNamed(value, 'Binary')?.text.replace(/\s/g, '') ?? '');
  return childNamed(value, 'Binary') === undefined || bytes === undefined ? undefined : { type: valueType.binary, bytes };
}

function securityOption(element: XmlElement, context: ReportContext): readonly Entry[] {
  const [, path = '', name = ''] = /^MACHINE\\(.+)\\([^\\]*)$/i.exec(childText(element, 'KeyName')) ?? [];
  const read = optionData(element);
  if (path === '' || read === undefined) return [];
  const { data, from } = binaryOptions.has(name.toLowerCase()) && read.data.bytes.length === 4 ? { ...read, data: { type: valueType.binary, bytes: read.data.bytes.subarray(0, 1) } } : read;
  const evidence = told(element, 'KeyName', from, context);
  return [{ kind: 'registry', hive: 'machine', key: path, name, type: data.type, data: data.bytes, action: 'set', carriedOutBy: 'template', evidence, ...context.common }];
}

function optionData(element: XmlElement): { readonly data: ValueData; readonly from: string } | undefined {
  const number = childText(element, 'SettingNumber');
  if (/^\d{1,10}$/.test(number) && Number(number) <= 0xffffffff) return { data: dwordData(Number(number)), from: 'SettingNumber' };
  const list = childNamed(element, 'SettingStrings');
  if (list !== undefined) return { data: textsData(childrenNamed(list, 'Value').map(({ text }) => text)), from: 'SettingStrings' };
  const text = childNamed(element, 'SettingString')?.text.trim();
  // As the template has it, in quotes.
  return text === undefined ? undefined : { data: stringData(text.replace(/^"(.*)"$/s, '$1')), from: 'SettingString' };
}

function restrictedGroup(element: XmlElement, context: ReportContext): readonly Entry[] {
  const group = childNamed(element, 'GroupName');
  if (group === undefined) return [];
  const shown = childNamed(group, 'Name') ?? childNamed(group, 'SID') ?? group;
  const nameRange = innerRange(shown, context.text);
  const evidence = { document: context.document, range: nameRange, nameRange };
  const [members, memberOf] = [principals(element, 'Member', context), principals(element, 'Memberof', context)];
  const entry = (relation: 'members' | 'memberOf', found: readonly Principal[]): Entry => ({ kind: 'groupMember', group: identityOf(group), relation, principals: found, evidence, ...context.common });
  // A list of members that is empty empties the group; where the group only is put into others, there is no such list.
  return [
    ...(members.length > 0 || memberOf.length === 0 ? [entry('members', members)] : []),
    ...(memberOf.length > 0 ? [entry('memberOf', memberOf)] : []),
  ];
}

function firewallRule(element: XmlElement, context: ReportContext): readonly Entry[] {
  const fields = new Map<string, string>();
  for (const child of element.children) {
    if (child.name === 'GPO' || child.name === 'Precedence') continue;
    const before = fields.get(child.name);
    const text = child.text.trim();
    fields.set(child.name, before === undefined ? text : `${before},${text}`);
  }
  return [{ kind: 'firewallRule', fields: Object.fromEntries(fields), evidence: told(element, 'Name', 'LPort', context), ...context.common }];
}
