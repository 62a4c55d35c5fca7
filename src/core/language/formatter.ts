// A .reg file in the registry editor's own style: hex in lower case, lines of at most 80 columns that break after a comma, two blanks
// before what continues, none around `=` and outside brackets. Never touches comments, a line with a problem, a line whose effect was
// not confirmed, data with comments inside, or a string over several lines: what Windows imports stays byte for byte the same.

import { isBlank, isLineEnd, isRestOfLineEmpty, lineEnd, SEMICOLON, skipBlanks } from '../formats/reg/characters';
import { meantDialect } from '../formats/reg/header';
import type { KeyNode, RegFile, ValueNode } from '../formats/reg/nodes';
import { nodeIndexAt } from '../formats/reg/nodeSearch';
import { newlineOf } from '../formats/reg/spelling';
import { writtenBytes } from '../formats/reg/valueBytes';
import { formatHex } from '../formats/reg/writer';
import type { TextEdit } from '../text/edits';
import type { TextRange } from '../text/range';

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

/** What stays of the line after its statement: a comment with the blanks before it, else nothing. */
function tailEnd(text: string, from: number): number {
  return text.charCodeAt(skipBlanks(text, from)) === SEMICOLON ? from : lineEnd(text, from);
}

function formatKey({ text }: RegFile, node: KeyNode): TextEdit | undefined {
  const close = node.name.end + 1;
  if (node.problem !== undefined || !isRestOfLineEmpty(text, close)) return undefined;
  return { range: { start: lineStart(text, node.start), end: tailEnd(text, close) }, newText: text.slice(node.start, close) };
}

function formatData(file: RegFile, node: ValueNode, column: number): string | undefined {
  const written = file.text.slice(node.data.start, node.data.end);
  if (node.form === 'dword') return `dword:${written.slice('dword:'.length).trim().toLowerCase().padStart(8, '0')}`;
  if (node.form !== 'hex') return written;
  // A comment between the lines would be lost; a backslash at the end of the file is worth more than its looks.
  if (written.includes(';') || written.endsWith('\\')) return undefined;
  return formatHex(node.type, writtenBytes(file.text, node), column, newlineOf(file.text));
}

function formatValue(file: RegFile, node: ValueNode): TextEdit | undefined {
  const { text } = file;
  if (node.problem !== undefined || node.lost !== undefined || node.loose || node.form === 'unknown') return undefined;
  const nameEnd = text.startsWith('@', node.start) ? node.start + 1 : node.name.end + 1;
  const start = `${text.slice(node.start, nameEnd)}=`;
  const data = formatData(file, node, start.length);
  if (data === undefined) return undefined;
  return { range: { start: lineStart(text, node.start), end: tailEnd(text, node.data.end) }, newText: start + data };
}

/** The edits that bring these lines, or all, into shape; none where they are. */
export function formatEdits(file: RegFile, lines: TextRange = { start: 0, end: file.text.length }): readonly TextEdit[] {
  const { text, header } = file;
  // In the dialect of Windows 3.1 blanks count, and Wine's own files are another format.
  if (meantDialect(header, text) === 'windows31' || header.verdict.kind === 'winePrefix') return [];
  const edits: TextEdit[] = [];
  for (let i = Math.max(0, nodeIndexAt(file, lines.start)); i < file.nodes.length; i++) {
    const node = file.nodes[i];
    if (node === undefined || node.start > lines.end) break;
    if (node.end < lines.start) continue;
    const edit = node.kind === 'key' ? formatKey(file, node) : node.kind === 'value' ? formatValue(file, node) : undefined;
    if (edit !== undefined && text.slice(edit.range.start, edit.range.end) !== edit.newText && hasBlanksBefore(text, edit.range.start, node.start)) edits.push(edit);
  }
  return edits;
}

function hasBlanksBefore(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
}
