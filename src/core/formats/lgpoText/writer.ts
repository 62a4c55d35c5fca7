// Entries as LGPO text, in their order, with the place of each one in the text: what is found in a binary file can be shown in its text.
// What LGPO text cannot say becomes a comment in its place, and so does what is not known to be read by LGPO.exe (a QWORD, an empty list).

import { unsaidText } from '../../conversion/unsaid';
import { valueType } from '../../registry/valueData';
import type { TextRange } from '../../text/range';
import type { Entry, Principal, RegistryEntry } from '../entry';
import { DEFAULT_VALUE, isEntryLine, isReservedName, setAction, WHOLE_KEY } from './spelling';

const NEWLINE = '\r\n';

/** Where an entry stands in the text. A comment in its place has no parts. */
export interface WrittenEntry {
  readonly entry: Entry;
  readonly said: boolean;
  readonly range: TextRange;
  readonly keyRange?: TextRange;
  readonly nameRange?: TextRange;
  readonly dataRange?: TextRange;
}

export interface LgpoText {
  readonly text: string;
  /** One for each entry, in their order. */
  readonly written: readonly WrittenEntry[];
}

function sectionOf({ hive, account }: RegistryEntry): string | undefined {
  if (hive === 'machine') return account === undefined ? 'Computer' : undefined;
  if (hive !== 'user') return undefined;
  return account === undefined ? 'User' : `User:${account}`;
}

function actionOf({ action, type, data }: RegistryEntry): string | undefined {
  switch (action) {
    case 'set':
      return setAction({ type: type ?? valueType.none, bytes: data });
    case 'deleteValue':
      return 'DELETE';
    case 'deleteAllValues':
      return 'DELETEALLVALUES';
    case 'createKey':
      return 'CREATEKEY';
    case 'deleteKey':
    case 'deleteKeys':
    case 'deleteValues':
    case 'secureKey':
    case 'soft':
      return undefined;
  }
}

/** The four lines of an entry; undefined where they could not say it. */
function linesOf(entry: Entry): readonly [string, string, string, string] | undefined {
  if (entry.kind !== 'registry' || entry.disabled === true || isReservedName(entry.name)) return undefined;
  const aboutKey = entry.action === 'createKey' || entry.action === 'deleteAllValues';
  const name = aboutKey ? WHOLE_KEY : entry.name === '' ? DEFAULT_VALUE : entry.name;
  const [section, action] = [sectionOf(entry), actionOf(entry)];
  if (section === undefined || action === undefined) return undefined;
  const lines = [section, entry.key, name, action] as const;
  return lines.every(isEntryLine) ? lines : undefined;
}

const accounts = (principals: readonly Pick<Principal, 'sid' | 'name'>[]): string => principals.map(({ sid, name }) => name ?? sid ?? '').join(',');

/** An entry in words of its format, for a comment in its place. */
export function describeEntry(entry: Entry): string {
  switch (entry.kind) {
    case 'registry':
      return [entry.hive, entry.key, entry.name, entry.action, ...(entry.names ?? [])].join(' ');
    case 'userRight':
      return `userRight ${entry.right} = ${accounts(entry.principals)}`;
    case 'groupMember':
      return `groupMember ${accounts([entry.group])} ${entry.relation} = ${accounts(entry.principals)}`;
    case 'service':
      return entry.startMode === undefined ? `service ${entry.name}` : `service ${entry.name} start ${String(entry.startMode)}`;
    case 'policy':
      return `policy ${entry.name} ${entry.state}`;
    case 'firewallRule':
      return `firewallRule ${entry.fields['Name'] ?? ''}`;
  }
}

/** Whether LGPO text has words for this. */
export function lgpoCanSay(entry: Entry): boolean {
  return linesOf(entry) !== undefined;
}

/** The text for `LGPO.exe /t`, with Windows' line ends. */
export function writeLgpoText(entries: readonly Entry[]): LgpoText {
  const pieces: string[] = [];
  const written: WrittenEntry[] = [];
  let at = 0;
  const line = (text: string): TextRange => {
    const range = { start: at, end: at + text.length };
    pieces.push(text, NEWLINE);
    at = range.end + NEWLINE.length;
    return range;
  };
  for (const entry of entries) {
    const lines = linesOf(entry);
    if (lines === undefined) written.push({ entry, said: false, range: line(`; ${unsaidText(describeEntry(entry))}`) });
    else {
      const [{ start }, keyRange, nameRange, dataRange] = [line(lines[0]), line(lines[1]), line(lines[2]), line(lines[3])];
      written.push({ entry, said: true, range: { start, end: dataRange.end }, keyRange, nameRange, dataRange });
    }
    line('');
  }
  return { text: pieces.join(''), written };
}
