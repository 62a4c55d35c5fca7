// What can stand at the cursor: the header, a key after `[`, a value name in a known key, data after `=`. Works on the line as typed so
// far, because a half-written line is what completion is about; the rest of the file only says which key is open and what it has.

import { lineEnd } from '../formats/reg/characters';
import { headerV4, headerV5 } from '../formats/reg/header';
import type { RegFile } from '../formats/reg/nodes';
import { keyAbove } from '../formats/reg/nodeSearch';
import { valuesUnder } from '../formats/reg/parser';
import { escapeText, unescapeText } from '../formats/reg/stringData';
import { valueName } from '../formats/reg/valueBytes';
import { message } from '../messages/message';
import { settingsIn } from '../rdp/lookup';
import { keyText } from '../registry/place';
import type { TextRange } from '../text/range';
import { dataChoices } from './dataChoices';
import { keyMeaning } from './keyText';
import { knownKeys } from './knownKeys';
import { settingFacts, type Fact } from './settingFacts';
import { openKeyAt } from './valuePlace';

export interface Completion {
  readonly kind: 'header' | 'key' | 'name' | 'data' | 'form';
  readonly label: string;
  /** A name or a meaning of Windows. */
  readonly detail: string;
  readonly facts: readonly Fact[];
  readonly insert: string;
  /** What the text in the range is compared with while typing goes on. */
  readonly filter: string;
  /** On one line, around the cursor. */
  readonly range: TextRange;
  /** Ask again after it has been inserted. */
  readonly more: boolean;
}

interface Line {
  readonly start: number;
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

function lineAt(text: string, offset: number): Line {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  return { start, offset, before: text.slice(start, offset), after: text.slice(offset, lineEnd(text, offset)) };
}

function headers({ start, offset, after }: Line): readonly Completion[] {
  const range = { start, end: offset + after.length };
  const common = { kind: 'header', facts: [], range, more: false } as const;
  return [
    { ...common, label: headerV5, detail: '', insert: headerV5, filter: headerV5 },
    { ...common, label: headerV4, detail: '', insert: headerV4, filter: headerV4 },
  ];
}

function keys({ start, offset, before, after }: Line): readonly Completion[] {
  const opening = /^[ \t]*\[-?/.exec(before)?.[0].length ?? 0;
  const close = after.indexOf(']');
  const range = { start: start + opening, end: offset + (close < 0 ? after.length : close) };
  return knownKeys().map((key): Completion => {
    const label = keyText(key);
    const meaning = keyMeaning(key);
    const insert = close < 0 ? `${label}]` : label;
    return { kind: 'key', label, detail: '', facts: meaning === undefined ? [] : [meaning], insert, filter: label, range, more: false };
  });
}

/** Names that the block already has, the line of the cursor aside. */
function namesInBlock(file: RegFile, { start }: Line): ReadonlySet<string> {
  const key = keyAbove(file, start);
  const values = key === undefined ? [] : valuesUnder(file.text, key.start);
  return new Set(values.filter((value) => value.end < start || value.start > start + 1).map((value) => valueName(file, value).toLowerCase()));
}

function names(file: RegFile, line: Line): readonly Completion[] {
  const key = openKeyAt(file, line.start);
  if (key === undefined) return [];
  const present = namesInBlock(file, line);
  const quote = line.before.indexOf('"');
  const nameStart = quote < 0 ? line.before.length - (/[^ \t]*$/.exec(line.before)?.[0].length ?? 0) : quote;
  const rest = /^[^"=]*"?/.exec(line.after)?.[0].length ?? 0;
  const hasEquals = /^[ \t]*=/.test(line.after.slice(rest));
  const range = { start: line.start + nameStart, end: line.offset + (quote < 0 && !hasEquals ? 0 : rest) };
  return settingsIn(key)
    .filter(({ name }) => !present.has(name.toLowerCase()))
    .map((known): Completion => {
      const { name, setting } = known;
      const quoted = name === '' ? '@' : `"${escapeText(name)}"`;
      return {
        kind: 'name',
        label: name === '' ? '@' : name,
        detail: setting.title,
        facts: settingFacts(known),
        insert: hasEquals ? quoted : `${quoted}=`,
        filter: quote < 0 ? name : `"${name}`,
        range,
        more: !hasEquals,
      };
    });
}

const forms = [
  { text: 'dword:', says: message('form.dword') },
  { text: 'hex:', says: message('form.hex') },
  { text: 'hex(2):', says: message('form.hex2') },
  { text: 'hex(7):', says: message('form.hex7') },
  { text: 'hex(b):', says: message('form.hexB') },
  { text: '""', says: message('form.text') },
  { text: '-', says: message('form.delete') },
] as const;

function data(file: RegFile, line: Line, assignment: RegExpExecArray): readonly Completion[] {
  const [whole, rawName = ''] = assignment;
  const name = rawName === '@' ? '' : unescapeText(rawName.slice(1, -1));
  const key = openKeyAt(file, line.start);
  const known = key === undefined ? undefined : settingsIn(key).find((other) => other.name.toLowerCase() === name.toLowerCase());
  // A comment after the data stays.
  const end = line.offset + (/^[^;]*?(?=[ \t]*(?:;|$))/.exec(line.after)?.[0].length ?? 0);
  const range = { start: line.start + whole.length, end };
  const choices = known === undefined ? [] : dataChoices(known);
  const facts = known === undefined ? [] : settingFacts(known);
  return [
    ...choices.map(({ text, meaning }): Completion => ({ kind: 'data', label: text, detail: meaning, facts, insert: text, filter: text, range, more: false })),
    ...forms.map(({ text, says }): Completion => ({ kind: 'form', label: text, detail: '', facts: [says], insert: text, filter: text, range, more: false })),
  ];
}

const ASSIGNMENT = /^[ \t]*(@|"(?:[^"\\]|\\.)*")[ \t]*=[ \t]*/;

/** Total: any file, any offset. */
export function completionsAt(file: RegFile, offset: number): readonly Completion[] {
  const line = lineAt(file.text, offset);
  const { before } = line;
  if (/^[ \t]*\[-?[^\]]*$/.test(before)) return keys(line);
  const assignment = ASSIGNMENT.exec(before);
  if (assignment !== null) return before.slice(assignment[0].length).includes(';') ? [] : data(file, line, assignment);
  if (line.start === 0) return /^[\w .]*$/.test(before) ? headers(line) : [];
  return /^[ \t]*(?:"[^"]*|@|\w*)$/.test(before) ? names(file, line) : [];
}
