// Fixes for the header, key lines and lines that are neither: text edits that make a line say what it plainly means.

import { message } from '../../messages/message';
import { findHive, hives } from '../../registry/hives';
import type { Remedy } from '../../remedies/remedy';
import { editDistance } from '../../text/editDistance';
import type { TextEdit } from '../../text/edits';
import type { TextRange } from '../../text/range';
import { isBlank, lineEnd, skipBlanks } from './characters';
import { danglingBackslash } from './hexData';
import { headerV4, headerV5, meantDialect } from './header';
import type { HeaderNode, IgnoredNode, KeyNode } from './nodes';
import { newlineOf, removeLines } from './spelling';
import { escapeText } from './stringData';

export function repairLine(title: Remedy['title'], ...edits: readonly TextEdit[]): Remedy {
  return { title, effect: 'repairs-line', preferred: true, actions: [{ kind: 'editText', edits }] };
}

export function cosmetic(title: Remedy['title'], ...edits: readonly TextEdit[]): Remedy {
  return { title, effect: 'cosmetic', preferred: true, actions: [{ kind: 'editText', edits }] };
}

export function insertAt(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

/**
 * A line that comes to be read as hex data would take the next line with it where a backslash at its end is one too many: nobody has
 * meant that, and the line that is lost may be a good one. `from` is where the data starts.
 */
export function endingData(text: string, from: number): readonly TextEdit[] {
  return /^hex(?:\([^)\r\n]*\))?:/i.test(text.slice(from, from + 20)) ? endingLine(text, from) : [];
}

/** The same for a line of hex data from anywhere in it. */
export function endingLine(text: string, from: number): readonly TextEdit[] {
  const backslash = danglingBackslash(text, from);
  if (backslash === undefined) return [];
  return [{ range: { start: endOfBytes(text, backslash), end: backslash + 1 }, newText: '' }];
}

/** Before the blanks and commas that lead to a backslash. */
export function endOfBytes(text: string, backslash: number): number {
  let at = backslash;
  while (at > 0 && (isBlank(text.charCodeAt(at - 1)) || text[at - 1] === ',')) at--;
  return at;
}

export function repairHeader(text: string, header: HeaderNode): readonly Remedy[] {
  const wanted = meantDialect(header, text) === 'v4' ? headerV4 : headerV5;
  const replace = repairLine(message('repair.replaceHeader', wanted), { range: header, newText: wanted });
  if (header.verdict.kind === 'importsNothing') return [replace];
  if (header.verdict.kind !== 'rejected') return [];
  const insert = repairLine(message('repair.insertHeader', headerV5), insertAt(0, `${headerV5}${newlineOf(text).repeat(2)}`));
  switch (header.verdict.why) {
    case 'wrongCase':
    case 'wrongVersion':
    case 'trailing':
      return [replace];
    case 'blankFirst': {
      const first = text.search(/\S/);
      const isHeader = first < header.end;
      return [isHeader ? repairLine(message('repair.removeBeforeHeader'), { range: { start: 0, end: first }, newText: '' }) : insert];
    }
    case 'missing':
      return [insert];
    case 'other':
      if (header.late !== undefined) return [moveHeader(text, header.late)];
      return /^[ \t]*\[-?HK/m.test(text) ? [insert] : [];
    case 'empty':
      return [];
  }
}

/** The first line of a .reg file is the header and nothing else: what stood above it stays, below it. */
function moveHeader(text: string, late: TextRange): Remedy {
  const header = text.slice(late.start, late.end).trim();
  const newline = newlineOf(text);
  return repairLine(message('repair.moveHeader'), insertAt(0, `${header}${newline}`), removeLines(text, late));
}

function nearestHive(root: string): string | undefined {
  const bare = root.replace(/["']/g, '').toUpperCase();
  return findHive(bare) ?? hives.find((hive) => editDistance(bare, hive, 3) !== undefined);
}

export function repairKeyLine(text: string, node: KeyNode): readonly Remedy[] {
  switch (node.problem) {
    case 'missingClose': {
      let end = lineEnd(text, node.start);
      while (isBlank(text.charCodeAt(end - 1))) end--;
      return [repairLine(message('repair.closeKey'), insertAt(end, ']'))];
    }
    case 'blankAfterBracket':
    case 'blankAfterMinus': {
      const written = text.slice(node.start, node.name.end);
      const kept = written.replace(/^\[[ \t]*(-?)[ \t]*/, '[$1');
      return [repairLine(message('repair.removeBlanks'), { range: { start: node.start, end: node.name.end }, newText: kept })];
    }
    case 'abbreviatedRoot':
    case 'unknownRoot': {
      const root = rootRange(text, node);
      const hive = node.hive ?? nearestHive(text.slice(root.start, root.end));
      if (hive === undefined) return [];
      const edits: TextEdit[] = [{ range: root, newText: hive }];
      // A path in quotes: the closing one would stay part of the last key name.
      const quoted = text[root.start] === '"' && text[node.name.end - 1] === '"';
      if (quoted && node.name.end > root.end) edits.push({ range: { start: node.name.end - 1, end: node.name.end }, newText: '' });
      return [repairLine(message('repair.writeRoot', hive), ...edits)];
    }
    case 'missingRoot':
    case undefined:
      return [];
  }
}

export function rootRange(text: string, node: KeyNode): { readonly start: number; readonly end: number } {
  const separator = text.slice(node.name.start, node.name.end).indexOf('\\');
  return { start: node.name.start, end: separator < 0 ? node.name.end : node.name.start + separator };
}

export function repairTrailingBlank(text: string, node: KeyNode): readonly Remedy[] {
  let start = node.name.end;
  while (isBlank(text.charCodeAt(start - 1))) start--;
  const remedy = repairLine(message('repair.removeTrailingBlank'), { range: { start, end: node.name.end }, newText: '' });
  // Another key than the one the file names now.
  return [{ ...remedy, effect: 'changes-behaviour' }];
}

export function repairBackslashes(text: string, node: KeyNode, what: 'trailing' | 'doubled'): readonly Remedy[] {
  const written = text.slice(node.name.start, node.name.end);
  if (what === 'trailing') {
    const edit = { range: node.name, newText: written.replace(/\\+$/, '') };
    return [cosmetic(message('repair.removeTrailingBackslash'), edit)];
  }
  return [repairLine(message('repair.collapseBackslashes'), { range: node.name, newText: written.replace(/\\{2,}/g, '\\').replace(/\\$/, '') })];
}

/** The name ends at its first bracket; what follows, with the last bracket, becomes an ordinary comment without one. */
export function repairBracket(afterName: TextRange, node: KeyNode): readonly Remedy[] {
  const remedy = repairLine(message('repair.endKeyName'), { range: { start: afterName.start, end: node.end }, newText: ']' });
  return [{ ...remedy, effect: 'changes-behaviour' }];
}

export function repairIgnoredLine(text: string, node: IgnoredNode): readonly Remedy[] {
  const line = text.slice(node.start, node.end);
  switch (node.looksLike) {
    case 'hash':
      return [cosmetic(message('repair.commentLine'), { range: { start: node.start, end: node.start + 1 }, newText: ';' })];
    case 'slashes':
      return [cosmetic(message('repair.commentLine'), { range: { start: node.start, end: node.start + 2 }, newText: ';' })];
    case 'missingOpen':
      return [repairLine(message('repair.openKey'), insertAt(node.start, '['))];
    case 'valueUnquoted': {
      const equals = line.indexOf('=');
      const name = line.slice(0, equals).trim().replace(/"$/, '');
      const range = { start: node.start, end: node.start + equals };
      const data = skipBlanks(text, node.start + equals + 1);
      return [repairLine(message('repair.quoteName'), { range, newText: `"${escapeText(name)}"` }, ...endingData(text, data))];
    }
    case 'curlyName':
      return [repairLine(message('repair.straightQuotes'), ...straightQuotes(text, node), ...endingData(text, dataAfterName(text, node)))];
    case 'text':
      return [];
  }
}

/** One edit per quote, so that what stands between them can be edited too. */
function straightQuotes(text: string, { start, end }: TextRange): readonly TextEdit[] {
  return [...text.slice(start, end).matchAll(CURLY)].map(({ index, 0: quote }) => ({ range: { start: start + index, end: start + index + quote.length }, newText: '"' }));
}

function dataAfterName(text: string, { start, end }: TextRange): number {
  const name = /^.*?=/.exec(text.slice(start, end));
  return skipBlanks(text, start + (name?.[0].length ?? 0));
}

/** Curly quotes, also as the three characters a UTF-8 one becomes in an ANSI code page. */
export const CURLY = /[\u201c\u201d\u201e]|\u00e2\u20ac(?:\u0153|\u009d|\u017e)/g;
