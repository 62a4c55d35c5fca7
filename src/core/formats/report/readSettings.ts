// Walks a report of group policy, of GPOs or of a resultant set, and reads every setting of the kinds that matter here where it stands.
// Both are told by the same elements below `Extension`; a resultant set adds to each the GPO it comes from and its rank.

import type { DocumentId } from '../../registry/observation';
import type { TextEncodingSeen } from '../../text/decode';
import type { Entry, Winner } from '../entry';
import type { Fault } from '../fault';
import { isSwitchedOff, readGppItem } from '../gppItem';
import type { SourceReading } from '../source';
import { childNamed, childText, type XmlElement, type XmlHead } from '../xml/element';
import { readXml } from '../xml/readXml';
import { encodingFaults, stopFault, xmlFault } from '../xml/xmlFaults';
import type { ReportContext } from './reportContext';
import { createLanguageWatch } from './reportLanguage';
import { readReportPolicy } from './reportPolicy';
import { settingReaders } from './reportSecurity';

const SETTINGS = 'http://www.microsoft.com/GroupPolicy/Settings';
const PREFERENCES = `${SETTINGS}/Windows/Registry`;
const HALVES: ReadonlyMap<string, 'machine' | 'user'> = new Map([
  ['Computer', 'machine'],
  ['ComputerResults', 'machine'],
  ['User', 'user'],
  ['UserResults', 'user'],
]);

const last = (heads: readonly XmlHead[]): XmlHead | undefined => heads.at(-1);
const isHalf = (head: XmlHead | undefined): boolean => head !== undefined && HALVES.has(head.name);

/** Names and ids of a GPO, which is an element of a resultant set. */
const isListedGpo = (head: XmlHead, ancestors: readonly XmlHead[]): boolean => head.name === 'GPO' && isHalf(last(ancestors)) && ancestors.length === 2;
const isGpoName = (head: XmlHead, ancestors: readonly XmlHead[]): boolean => head.name === 'Name' && last(ancestors)?.name === 'GPO';
const isHalfSwitch = (head: XmlHead, ancestors: readonly XmlHead[]): boolean => head.name === 'Enabled' && isHalf(last(ancestors)) && ancestors.find(isHalf) === last(ancestors);
const isSetting = (head: XmlHead, ancestors: readonly XmlHead[]): boolean =>
  last(ancestors)?.name === 'Extension' && head.namespace.startsWith(`${SETTINGS}/`) && (head.name === 'Policy' || settingReaders.has(head.name));
const isPreference = (head: XmlHead, ancestors: readonly XmlHead[]): boolean =>
  head.name === 'Registry' && head.namespace === PREFERENCES && ancestors.some(({ name }) => name === 'Extension');

export interface SettingsReading extends SourceReading {
  /** The start tags of the halves that are there, by name. */
  readonly halves: ReadonlySet<string>;
  readonly root: XmlHead | undefined;
  readonly complete: boolean;
}

export function readSettings(text: string, document: DocumentId, seen: TextEncodingSeen | undefined): SettingsReading {
  const entries: Entry[] = [];
  const faults: Fault[] = [...encodingFaults(document, text, seen)];
  const halves = new Set<string>();
  const languages = createLanguageWatch();
  const gpoNames = new Map<string, string>();
  let root: XmlHead | undefined;
  let gpo: string | undefined;
  let halfOff: XmlHead | undefined;

  function winnerOf(element: XmlElement): Winner | undefined {
    const from = childNamed(element, 'GPO');
    if (from === undefined) return undefined;
    const id = childText(from, 'Identifier');
    const rank = childText(element, 'Precedence');
    return { gpo: gpoNames.get(id.toLowerCase()) ?? id, precedence: /^\d{1,9}$/.test(rank) ? Number(rank) : undefined };
  }

  function contextOf(element: XmlElement, ancestors: readonly XmlHead[]): ReportContext {
    const half = ancestors.find(isHalf);
    const winner = winnerOf(element);
    const common = { ...(half !== undefined && half === halfOff ? { disabled: true as const } : {}), ...(gpo === undefined ? {} : { gpo }), ...(winner === undefined ? {} : { winner }) };
    return { document, text, side: half === undefined ? undefined : HALVES.get(half.name), common };
  }

  function takeSetting(element: XmlElement, ancestors: readonly XmlHead[]): void {
    const context = contextOf(element, ancestors);
    if (isPreference(element, ancestors)) {
      const { disabled = false, ...rest } = context.common;
      const off = disabled || ancestors.some(isSwitchedOff);
      for (const entry of readGppItem(element, { document, disabled: off, faults })) entries.push({ ...entry, carriedOutBy: 'preference', ...rest });
    } else if (element.name === 'Policy') {
      const read = readReportPolicy(element, context);
      // One by one: a list may have more items than a call takes arguments.
      for (const entry of read.entries) entries.push(entry);
      for (const fault of read.faults) faults.push(fault);
      languages.see(read, childText(element, 'Supported'));
    } else for (const entry of settingReaders.get(element.name)?.(element, context) ?? []) entries.push(entry);
  }

  const stop = readXml(text, {
    wants: (head, ancestors) => {
      root ??= head;
      if (isHalf(head)) halves.add(head.name);
      if (head.name === 'GPO' && !isHalf(last(ancestors))) gpo = undefined;
      return isListedGpo(head, ancestors) || isGpoName(head, ancestors) || isHalfSwitch(head, ancestors) || isSetting(head, ancestors) || isPreference(head, ancestors);
    },
    take: (element, ancestors) => {
      if (isListedGpo(element, ancestors)) {
        const path = childNamed(element, 'Path') ?? element;
        gpoNames.set(childText(path, 'Identifier').toLowerCase(), childText(element, 'Name'));
      } else if (isGpoName(element, ancestors)) gpo = element.text.trim();
      else if (isHalfSwitch(element, ancestors)) halfOff = element.text.trim() === 'false' ? last(ancestors) : halfOff;
      else takeSetting(element, ancestors);
    },
  });
  const foreign = languages.verdict();
  if (foreign !== undefined) faults.push(xmlFault(document, 'reportOtherLanguage', foreign.evidence.range, [foreign.count, foreign.known ? 'known' : 'other'], { certainty: foreign.known ? 'confirmed' : 'assumed' }));
  if (stop !== undefined) faults.push(stopFault(document, stop));
  return { document, entries, faults, halves, root, complete: stop === undefined };
}
