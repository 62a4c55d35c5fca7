// A remedy, spelled as edits of LGPO text. The entry is found by its offset; line ends, comments and every other entry stay as they are. What
// LGPO text has no line for (a QWORD, an empty list, a text with a line break) gives no edit.

import { keyIdentity, type Place, type RegistryKey } from '../../registry/place';
import type { RemedyAction } from '../../remedies/remedy';
import type { TextEdit } from '../../text/edits';
import type { TextRange } from '../../text/range';
import type { RegistryEntry } from '../entry';
import { concernsValue, isAtPlace, keyOfEntry, setsValue } from '../entryObservations';
import { readLgpoText } from './reading';
import { DEFAULT_VALUE, isEntryLine, isReservedName, setAction } from './spelling';

/** What edits of the text need of it, read once for all of them. */
export function lgpoEntries(text: string): readonly RegistryEntry[] {
  return readLgpoText(text, '').entries.filter((entry) => entry.kind === 'registry');
}

/** The edits for one action on the entry at `offset`; undefined where LGPO text cannot say it there. */
export function spellLgpoAction(text: string, offset: number, action: RemedyAction, entries = lgpoEntries(text)): readonly TextEdit[] | undefined {
  if (action.kind === 'editText') return action.edits;
  const entry = entries.find(({ evidence: { range } }) => range.start <= offset && offset <= range.end);
  if (entry === undefined) return undefined;
  switch (action.kind) {
    case 'setValue': {
      const line = setAction(action.data);
      if (line === undefined || !isEntryLine(line)) return undefined;
      if (!isAtPlace(entry, action.place)) return added(text, entry, action.place, line);
      // Behind an entry that deletes the value, one that sets it would be the other half of a contradiction.
      return setsValue(entry) || isPlainDeletion(text, entry) ? replaced(entry.evidence.dataRange, line) : undefined;
    }
    case 'deleteValue':
      // `**soft.` would become part of the name of what goes away.
      return entry.action === 'set' && isAtPlace(entry, action.place) ? replaced(entry.evidence.dataRange, 'DELETE') : undefined;
    case 'renameValue':
      return isAtPlace(entry, action.from) ? renameValue(text, entry, action.to) : undefined;
    case 'renameKey':
      return renameKey(text, entries, action.from, action.to);
    case 'removeStatement':
      return [{ range: standsApart(text, entry.evidence.range.start) ? withSeparator(text, entry.evidence.range) : entry.evidence.range, newText: '' }];
    case 'changeRight':
      return undefined;
  }
}

/** By its action, and not by a prefix of the name. */
function isPlainDeletion(text: string, { action, evidence: { nameRange } }: RegistryEntry): boolean {
  return action === 'deleteValue' && nameRange !== undefined && !text.startsWith('**', nameRange.start);
}

function replaced(range: TextRange | undefined, newText: string): readonly TextEdit[] | undefined {
  return range === undefined ? undefined : [{ range, newText }];
}

const sections: ReadonlyMap<string, string> = new Map([
  ['HKEY_LOCAL_MACHINE', 'Computer'],
  ['HKEY_CURRENT_USER', 'User'],
]);

/** A prefix of the name says what is done with the value, and stays. */
function renameValue(text: string, { action, name, evidence: { nameRange } }: RegistryEntry, to: string): readonly TextEdit[] | undefined {
  if (!concernsValue(action) || nameRange === undefined || (to !== '' && (isReservedName(to) || !isEntryLine(to)))) return undefined;
  const spelled = text.slice(nameRange.start, nameRange.end);
  if (!spelled.startsWith('**')) return replaced(nameRange, to === '' ? DEFAULT_VALUE : to);
  // The default value has no name that could stand behind a prefix.
  return to === '' || name === '' ? undefined : replaced({ start: nameRange.end - name.length, end: nameRange.end }, to);
}

/** Whether nothing stands in the line above that the entry keeps apart from what follows it. */
function standsApart(text: string, start: number): boolean {
  const above = text.slice(0, start).replace(/(?:\r\n|\r|\n)$/, '');
  const line = above.slice(Math.max(above.lastIndexOf('\n'), above.lastIndexOf('\r')) + 1);
  return line.trim() === '' || line.startsWith(';');
}

const afterLineEnd = (text: string, at: number): number => (text.startsWith('\r\n', at) ? at + 2 : /[\r\n]/.test(text[at] ?? '') ? at + 1 : at);

/** The entry with its last line end and the blank line that sets it apart. */
function withSeparator(text: string, { start, end }: TextRange): TextRange {
  const next = afterLineEnd(text, end);
  const blank = /^[ \t]*(?=[\r\n])/.exec(text.slice(next, next + 256))?.[0];
  return { start, end: blank === undefined ? next : afterLineEnd(text, next + blank.length) };
}

/** Another entry behind this one, in the half of the computer or of the user that its key belongs to. */
function added(text: string, entry: RegistryEntry, { key, name }: Place, line: string): readonly TextEdit[] | undefined {
  const { range } = entry.evidence;
  // What is said for one account stays with it.
  const section = keyOfEntry(entry).hive === key.hive ? /^[^\r\n]*/.exec(text.slice(range.start, range.end))?.[0] : sections.get(key.hive);
  const spelledName = name === '' ? DEFAULT_VALUE : name;
  if (section === undefined || (name !== '' && isReservedName(name)) || ![key.path, spelledName].every(isEntryLine)) return undefined;
  const newline = /\r\n|\r|\n/.exec(text.slice(range.start, range.end))?.[0] ?? '\r\n';
  return [{ range: { start: range.end, end: range.end }, newText: ['', '', section, key.path, spelledName, line].join(newline) }];
}

/** Where the key stands: the line between that of the section and that of the name. */
function keyRange(text: string, { evidence: { range, nameRange } }: RegistryEntry): TextRange | undefined {
  const between = /^[^\r\n]*(?:\r\n|\r|\n)/.exec(text.slice(range.start, nameRange?.start))?.[0];
  if (between === undefined || nameRange === undefined) return undefined;
  const start = range.start + between.length;
  return { start, end: start + (/^[^\r\n]*/.exec(text.slice(start, nameRange.start))?.[0].length ?? 0) };
}

/** Every entry under the key: what was one key stays one. */
function renameKey(text: string, entries: readonly RegistryEntry[], from: RegistryKey, to: RegistryKey): readonly TextEdit[] | undefined {
  if (from.hive !== to.hive || !isEntryLine(to.path)) return undefined;
  const meant = entries.filter((entry) => keyIdentity(keyOfEntry(entry)) === keyIdentity(from));
  const edits = meant.flatMap((entry) => replaced(keyRange(text, entry), to.path) ?? []);
  return edits.length === 0 ? undefined : edits;
}
