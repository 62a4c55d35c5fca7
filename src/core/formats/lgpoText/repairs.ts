// Fixes for lines of LGPO text that cannot be read and plainly mean one thing: capitals, blanks that do not belong, a type by its long name,
// bytes without commas. What could mean two things (hexadecimal digits in a number) has none.

import { message } from '../../messages/message';
import type { Remedy } from '../../remedies/remedy';
import type { TextRange } from '../../text/range';
import { readAction } from './data';

const longNames: Readonly<Record<string, string>> = { REG_DWORD: 'DWORD', REG_QWORD: 'QWORD', REG_SZ: 'SZ', REG_EXPAND_SZ: 'EXSZ', EXPAND_SZ: 'EXSZ', REG_MULTI_SZ: 'MULTISZ', MULTI_SZ: 'MULTISZ', REG_BINARY: 'BINARY' };
/** Texts, whose blanks are data. */
const texts: ReadonlySet<string> = new Set(['SZ', 'EXSZ', 'MULTISZ']);

function meantBytes(text: string): string {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  return parts.flatMap((part) => (part.length % 2 === 0 ? (part.match(/../g) ?? []) : [part])).join(',');
}

/** As a .reg file spells numbers, in hexadecimal digits: here the same digits are decimal. */
const REG_NUMBER = /^\s*dword\s*:\s*[0-9a-f]{8}\s*$/i;
const SAME_IN_BOTH = /:\s*0*[0-9]\s*$/;

function meantAction(line: string): string | undefined {
  if (REG_NUMBER.test(line) && !SAME_IN_BOTH.test(line)) return undefined;
  const [, word = '', colon = '', rest = ''] = /^[ \t]*([A-Za-z_]+)[ \t]*(:?)(.*)$/s.exec(line) ?? [];
  const action = longNames[word.toUpperCase()] ?? word.toUpperCase();
  const data = texts.has(action) ? rest : action === 'BINARY' ? meantBytes(rest) : rest.trim();
  const meant = `${action}${colon}${data}`;
  const read = readAction(meant);
  return meant !== line && (read === 'clear' || !('problem' in read)) ? meant : undefined;
}

function writeLine({ start, end }: TextRange, title: Remedy['title'], newText: string): readonly Remedy[] {
  return [{ title, effect: 'repairs-line', preferred: true, actions: [{ kind: 'editText', edits: [{ range: { start, end }, newText }] }] }];
}

const SHOWN = 40;

export function repairAction(line: string, range: TextRange): readonly Remedy[] {
  const meant = meantAction(line);
  if (meant === undefined) return [];
  return writeLine(range, message('repair.lgpoAction', meant.length > SHOWN ? `${meant.slice(0, SHOWN)}…` : meant), meant);
}

/** @param isSection whether the text can begin an entry */
export function repairSection(line: string, range: TextRange, isSection: (text: string) => boolean): readonly Remedy[] {
  const meant = line.trim();
  return meant !== line && isSection(meant) ? writeLine(range, message('repair.lgpoSection', meant), meant) : [];
}
