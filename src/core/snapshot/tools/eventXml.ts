// Reads what `wevtutil qe … /f:xml` prints: one element Event after another without a root, template events with their fields in UserData,
// classic ones in Data without names (and Binary), others in named Data. Total on any text: what is no whole event is left out. Names of
// people are dropped here, as the collector drops them.

import { SaxesParser } from 'saxes';

export interface EventRead {
  readonly provider: string;
  readonly id: number;
  readonly qualifiers: number | null;
  readonly level: number;
  /** ISO 8601, UTC, to the millisecond. */
  readonly at: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Attributes `value` of the elements in UserData by the element's name, which CAPI2 uses instead of texts. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

const MOST_FIELDS = 40;
const MOST_LETTERS = 1024;
const PEOPLE = /^(?:User|UserName|AccountName|AccountDomain|TargetUserName|SubjectUserName|Domain|DomainName)$/i;

export function readEvents(xml: string): readonly EventRead[] {
  return Array.from(xml.matchAll(/<Event[\s>](?:(?!<Event[\s>])[\s\S])*?<\/Event>/g), ([one]) => readEvent(one)).filter((event) => event !== undefined);
}

function readEvent(xml: string): EventRead | undefined {
  const seen = { provider: '', id: '', qualifiers: '', level: '', at: '' };
  const data: { name: string; text: string }[] = [];
  const values = new Map<string, string[]>();
  const path: string[] = [];
  let text = '';
  let name = '';
  const parser = new SaxesParser();
  // Letters XML forbids come in real events; the rest is read on.
  parser.on('error', () => undefined);
  parser.on('opentag', ({ name: element, attributes }) => {
    path.push(element);
    text = '';
    if (path.length === 3 && path[1] === 'System') {
      if (element === 'Provider') seen.provider = attributes['Name'] ?? '';
      if (element === 'EventID') seen.qualifiers = attributes['Qualifiers'] ?? '';
      if (element === 'TimeCreated') seen.at = attributes['SystemTime'] ?? '';
    }
    if (path.length === 3 && path[1] === 'EventData') name = attributes['Name'] ?? '';
    if (path[1] === 'UserData') {
      for (const [key, value] of Object.entries(attributes)) if (key === 'value' || key === 'ProcessName') values.set(`${element} ${key}`, [...(values.get(`${element} ${key}`) ?? []), value]);
    }
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name: element }) => {
    if (path.length === 3 && path[1] === 'System') {
      if (element === 'EventID') seen.id = text.trim();
      if (element === 'Level') seen.level = text.trim();
    }
    if (path.length === 3 && path[1] === 'EventData') data.push({ name: element === 'Data' ? name : element, text });
    if (path.length === 4 && path[1] === 'UserData') data.push({ name: element, text });
    path.pop();
  });
  parser.write(xml).close();
  return finished(seen, data, values);
}

function finished(
  { provider, id, qualifiers, level, at }: Readonly<Record<'provider' | 'id' | 'qualifiers' | 'level' | 'at', string>>,
  data: readonly { readonly name: string; readonly text: string }[],
  values: EventRead['values'],
): EventRead | undefined {
  const time = Date.parse(at.replace(/(\.\d{3})\d+/, '$1'));
  if (provider === '' || !/^\d{1,5}$/.test(id) || Number.isNaN(time)) return undefined;
  return {
    provider, id: Number(id), qualifiers: /^\d+$/.test(qualifiers) ? Number(qualifiers) : null, level: /^\d+$/.test(level) ? Number(level) : 0,
    at: new Date(time).toISOString(), fields: fieldsOf(data, provider, Number(id)), values,
  };
}

function fieldsOf(data: readonly { readonly name: string; readonly text: string }[], provider: string, id: number): Readonly<Record<string, string>> {
  const fields = new Map<string, string>();
  let unnamed = 0;
  for (const { name, text } of data.slice(0, MOST_FIELDS)) {
    const key = name === '' ? String(unnamed++) : name === 'Binary' ? 'binary' : name;
    if (!namesPeople(provider, id, key)) fields.set(key, (key === 'binary' ? text.toLowerCase() : text).slice(0, MOST_LETTERS));
  }
  return Object.fromEntries(fields);
}

// Without a name of their own: a failed reconnect, profile and home folders, drain mode, where a user's configuration came from, licences.
const NAMELESS: ReadonlySet<number> = new Set([1041, 1046, 1060, 1070, 1071, 20_520, 20_521, 20_522]);
const isShadowing = (id: number): boolean => id >= 20_503 && id <= 20_514;

/** The same fields as the collector leaves out (NamesPeople in collect.ps1). */
function namesPeople(provider: string, id: number, name: string): boolean {
  if (PEOPLE.test(name)) return true;
  if (/Licensing$/i.test(provider)) return id === 4105;
  if (!/(?:RemoteConnectionManager|TermService)$/i.test(provider)) return false;
  if (id === 1149) return /^Param[12]$/i.test(name);
  if (id === 20_499 || id === 20_500) return /Name$/i.test(name);
  return NAMELESS.has(id) || isShadowing(id);
}
