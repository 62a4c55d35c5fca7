// A file of Policy Analyzer (.PolicyRules): what several GPOs set, each value with its real key and name, and lines of security templates as
// they stand there. Source: files made by Policy Analyzer. Nothing in it is applied by Windows; audit settings are passed by.

import type { DocumentId, Evidence } from '../registry/observation';
import type { TextEncodingSeen } from '../text/decode';
import type { Entry, RegistryEntry } from './entry';
import type { Fault } from './fault';
import { meaningOf } from './registryPol/nameMeaning';
import { readRulesTemplate } from './policyRulesTemplate';
import { ruleData, typeNamed } from './registryText';
import type { SourceReading } from './source';
import { childNamed, childText, innerRange, type XmlElement, type XmlHead } from './xml/element';
import { readXml } from './xml/readXml';
import { encodingFaults, stopFault, xmlFault } from './xml/xmlFaults';

const HALVES: ReadonlyMap<string, 'machine' | 'user'> = new Map([
  ['ComputerConfig', 'machine'],
  ['UserConfig', 'user'],
]);
const TEMPLATE = 'SecurityTemplate';

/** @param seen how the text was found in its bytes, where that is known */
export function readPolicyRules(text: string, document: DocumentId, seen?: TextEncodingSeen): SourceReading {
  const rules: Entry[] = [];
  const templateItems: XmlElement[] = [];
  const ruleFaults: Fault[] = [...encodingFaults(document, text, seen)];
  const stop = readXml(text, {
    wants: ({ name }, ancestors) => isRule(name === TEMPLATE ? 'ComputerConfig' : name, ancestors),
    take: (element) => {
      if (element.name === TEMPLATE) {
        templateItems.push(element);
        return;
      }
      const read = configEntry(element, text, document);
      if ('fault' in read) ruleFaults.push(read.fault);
      else rules.push(read.entry);
    },
  });
  const template = readRulesTemplate(templateItems, text, document);
  // Not pushed as arguments of a call, which takes only so many.
  const faults = [...ruleFaults, ...template.faults, ...(stop === undefined ? [] : [stopFault(document, stop)])];
  return { document, entries: [...rules, ...template.entries], faults };
}

/** The rules about registry values with the elements they are read from, for edits. */
export function policyRuleItems(text: string): readonly { readonly element: XmlElement; readonly entry: RegistryEntry }[] {
  const items: { readonly element: XmlElement; readonly entry: RegistryEntry }[] = [];
  readXml(text, {
    wants: ({ name }, ancestors) => isRule(name, ancestors),
    take: (element) => {
      const read = configEntry(element, text, '');
      if ('entry' in read) items.push({ element, entry: read.entry });
    },
  });
  return items;
}

function isRule(name: string, ancestors: readonly XmlHead[]): boolean {
  return ancestors.length === 1 && ancestors[0]?.name === 'PolicyRules' && HALVES.has(name);
}

function configEntry(element: XmlElement, text: string, document: DocumentId): { readonly entry: RegistryEntry } | { readonly fault: Fault } {
  const part = (name: string): XmlElement | undefined => childNamed(element, name);
  const unreadable = (what: string, child: XmlElement | undefined): { readonly fault: Fault } => ({
    fault: xmlFault(document, 'itemUnreadable', child === undefined ? element.startTag : innerRange(child, text), [what, child?.text.trim() ?? ''], { certainty: 'assumed' }),
  });
  const hive = HALVES.get(element.name) ?? 'machine';
  const key = childText(element, 'Key').replace(/^\\+|\\+$/g, '');
  if (key === '') return unreadable('key', part('Key'));
  const type = typeNamed(childText(element, 'RegType'));
  if (type === undefined) return unreadable('type', part('RegType'));
  const data = ruleData(type, part('RegData')?.text ?? '');
  if (data === undefined) return unreadable('data', part('RegData'));
  const gpo = childText(element, 'PolicyName');
  const meaning = meaningOf({ name: part('Value')?.text ?? '', type, data: data.bytes });
  return { entry: { kind: 'registry', hive, key, ...meaning, evidence: evidenceOf(element, text, document), ...(gpo === '' ? {} : { gpo }) } };
}

function evidenceOf(element: XmlElement, text: string, document: DocumentId): Evidence {
  const [name, data] = [childNamed(element, 'Value'), childNamed(element, 'RegData')];
  return {
    document,
    range: element.range,
    ...(name === undefined ? {} : { nameRange: innerRange(name, text) }),
    ...(data === undefined ? {} : { dataRange: innerRange(data, text) }),
  };
}
