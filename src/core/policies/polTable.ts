// A registry.pol as rows of a table, in the words of a person: key, value, type, data, meaning, and the findings of each entry. What belongs
// to no entry (the header, damaged structure) stands above the table. Everything a file says becomes one line of plain text without control
// characters and marks of direction; nothing here is markup, and whoever shows it inserts it as text.

import { numberOf, plainDataText } from '../language/dataText';
import { meaningOf } from '../language/settingFacts';
import { message, type Message } from '../messages/message';
import { onOneLine } from '../messages/onOneLine';
import { findSetting } from '../rdp/lookup';
import type { Place } from '../registry/place';
import type { Remedy } from '../remedies/remedy';
import { hexPairs, typeName, type ValueData } from '../registry/valueData';
import type { RegistryEntry } from '../formats/entry';
import { placesOf } from '../formats/entryObservations';
import type { Finding, RuleCode, Severity } from '../rules/rule';
import { oneLine } from '../text/oneLine';
import { rdpEntries } from './rdpEntries';

/** Texts in the language of the person. */
export type Say = (message: Message) => string;

export interface PolFinding {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly text: string;
  /** Byte at which its evidence starts; with the code it names the finding. */
  readonly at: number;
  /** Titles of what would help, as the file offers them. */
  readonly fixes: readonly string[];
}

export interface PolRow {
  /** Byte at which the entry starts. */
  readonly offset: number;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly data: string;
  /** Empty where the table of settings does not know the value. */
  readonly meaning: string;
  readonly aboutRdp: boolean;
  readonly findings: readonly PolFinding[];
}

export interface PolTable {
  /** One for each entry, in their order. */
  readonly rows: readonly PolRow[];
  /** What is about no entry, in the order of the file. */
  readonly above: readonly PolFinding[];
}

const MOST_LETTERS = 1000;
const SHOWN_BYTES = 64;

const shown = (text: string): string => oneLine(text, MOST_LETTERS);

function bytesText(bytes: Uint8Array, say: Say): string {
  const pairs = hexPairs(bytes.subarray(0, SHOWN_BYTES));
  return say(message('pol.bytes', bytes.length, bytes.length > SHOWN_BYTES ? `${pairs} …` : pairs));
}

function storedText(data: ValueData, say: Say): string {
  const number = numberOf(data);
  if (number !== undefined) return say(message('pol.number', number.toString(), `0x${number.toString(16)}`));
  if (data.bytes.length === 0) return say(message('pol.empty'));
  return plainDataText(data) ?? bytesText(data.bytes, say);
}

const listed = ({ names = [] }: RegistryEntry): string => names.map((name) => `"${name}"`).join(', ');

function dataOf(entry: RegistryEntry, say: Say): string {
  const stored = (): string => (entry.type === undefined ? '' : storedText({ type: entry.type, bytes: entry.data }, say));
  switch (entry.action) {
    case 'set':
      return stored();
    case 'soft':
      return say(message('pol.soft', stored()));
    case 'deleteValue':
      return say(message('pol.deletesValue'));
    case 'deleteValues':
      return say(message('pol.deletesValues', listed(entry)));
    case 'deleteAllValues':
      return say(message('pol.deletesAllValues'));
    case 'deleteKeys':
      return say(message('pol.deletesKeys', listed(entry)));
    case 'deleteKey':
      return say(message('pol.deletesKey'));
    case 'createKey':
      return say(message('pol.createsKey'));
    case 'secureKey':
      return say(message('pol.securesKey'));
  }
}

const isAboutValue = ({ action }: RegistryEntry): boolean => action === 'set' || action === 'soft' || action === 'deleteValue';

function nameOf(entry: RegistryEntry, say: Say): string {
  if (!isAboutValue(entry)) return say(message('pol.wholeKey'));
  return entry.name === '' ? say(message('pol.default')) : entry.name;
}

function meaningText(entry: RegistryEntry, place: Place, say: Say): string {
  const known = isAboutValue(entry) ? findSetting(place) : undefined;
  if (known === undefined) return '';
  const [policy] = known.policies;
  const title = policy === undefined ? known.setting.title : say(message('pol.policy', policy.title));
  const meaning = entry.type === undefined ? undefined : meaningOf(known, { type: entry.type, bytes: entry.data });
  if (meaning === undefined) return title;
  // In a cell of that name "Means:" says nothing.
  return say(message('pol.meaning', title, meaning.key === 'setting.means' ? (meaning.args[0] ?? '') : say(meaning)));
}

function findingText(finding: Finding, { remedies, say }: Pick<PolTableParts, 'remedies' | 'say'>): PolFinding {
  const { code, severity, message: text, evidence } = finding;
  return { code, severity, text: say(onOneLine(text)), at: evidence.range.start, fixes: remedies(finding).map(({ title }) => say(onOneLine(title))) };
}

/** Which entry the evidence of a finding lies in; undefined for what is about none. Entries are in the order of the file. */
export function entryAt(entries: readonly RegistryEntry[], { start, end }: Finding['evidence']['range']): number | undefined {
  let low = 0;
  let high = entries.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = entries[middle]?.evidence.range;
    if (range === undefined || start < range.start) high = middle - 1;
    else if (start >= range.end) low = middle + 1;
    else return end <= range.end ? middle : undefined;
  }
  return undefined;
}

export interface PolTableParts {
  readonly entries: readonly RegistryEntry[];
  /** Evidence in bytes of the file. */
  readonly findings: readonly Finding[];
  /** Those of a finding that can be offered. */
  readonly remedies: (finding: Finding) => readonly Remedy[];
  readonly say: Say;
}

export function polTable({ entries, findings, remedies, say }: PolTableParts): PolTable {
  const ofEntry = new Map<number, PolFinding[]>();
  const above: PolFinding[] = [];
  for (const finding of findings) {
    const index = entryAt(entries, finding.evidence.range);
    const told = findingText(finding, { remedies, say });
    const others = index === undefined ? above : (ofEntry.get(index) ?? []);
    others.push(told);
    if (index !== undefined) ofEntry.set(index, others);
  }
  const aboutRdp = new Set<unknown>(rdpEntries(entries));
  const rows = entries.map((entry, index): PolRow => {
    const place: Place = placesOf({ ...entry, action: 'set' })[0] ?? { key: { hive: 'HKEY_LOCAL_MACHINE', path: entry.key }, name: entry.name };
    return {
      offset: entry.evidence.range.start,
      key: shown(entry.key),
      name: shown(nameOf(entry, say)),
      type: entry.type === undefined ? '' : typeName(entry.type),
      data: shown(dataOf(entry, say)),
      meaning: shown(meaningText(entry, place, say)),
      aboutRdp: aboutRdp.has(entry),
      findings: ofEntry.get(index) ?? [],
    };
  });
  return { rows, above };
}

export interface PolQuery {
  /** Words that all have to stand in a row, in any case. */
  readonly search: string;
  readonly rdpOnly: boolean;
  /** Index among the rows that match; corrected to the start of a page that exists. */
  readonly from: number;
}

export interface PolPage {
  readonly rows: readonly PolRow[];
  /** How many match. */
  readonly matching: number;
  /** Index of the first row among those that match. */
  readonly from: number;
}

/** Small enough to be drawn at once and read aloud, whatever the file holds. */
export const PAGE_ROWS = 100;

function textOfRow({ key, name, type, data, meaning, findings }: PolRow): string {
  return [key, name, type, data, meaning, ...findings.flatMap(({ code, text }) => [code, text])].join('\n').toLowerCase();
}

export function pageOf({ rows }: PolTable, { search, rdpOnly, from }: PolQuery): PolPage {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const matches = (row: PolRow): boolean => {
    if (rdpOnly && !row.aboutRdp) return false;
    if (words.length === 0) return true;
    const text = textOfRow(row);
    return words.every((word) => text.includes(word));
  };
  const matching = words.length === 0 && !rdpOnly ? rows : rows.filter(matches);
  const last = Math.max(0, Math.ceil(matching.length / PAGE_ROWS) - 1) * PAGE_ROWS;
  const wanted = Number.isFinite(from) ? Math.floor(from / PAGE_ROWS) * PAGE_ROWS : 0;
  const start = Math.min(Math.max(0, wanted), last);
  return { rows: matching.slice(start, start + PAGE_ROWS), matching: matching.length, from: start };
}
