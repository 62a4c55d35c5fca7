// A remedy, spelled as edits of a .reg file. The statement is found by its offset; encoding, line ends, comments and everything the
// remedy is not about stay as they are.

import { keyText, type RegistryKey } from '../../registry/place';
import type { RemedyAction } from '../../remedies/remedy';
import type { TextEdit } from '../../text/edits';
import { isLineEnd, lineEnd, nextLine } from './characters';
import { meantDialect } from './header';
import type { RegFile, RegNode, ValueNode } from './nodes';
import { keyAbove, nodeAt } from './nodeSearch';
import { escapeText } from './stringData';
import { formatData } from './writer';

export function newlineOf(text: string): string {
  const first = text.search(/[\r\n]/);
  if (first < 0) return '\r\n';
  return text.slice(first, nextLine(text, first));
}

/** The edit that takes a statement out with its whole lines. */
export function removeLines(text: string, node: { readonly start: number; readonly end: number }): TextEdit {
  let start = node.start;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return { range: { start, end: nextLine(text, lineEnd(text, node.end)) }, newText: '' };
}

function columnOf(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) at--;
  return offset - at;
}

function setValue(file: RegFile, node: ValueNode, action: Extract<RemedyAction, { kind: 'setValue' }>): TextEdit {
  const data = formatData(action.data, meantDialect(file.header, file.text), columnOf(file.text, node.data.start), newlineOf(file.text));
  return { range: node.data, newText: data };
}

function renameKey(file: RegFile, node: RegNode, to: RegistryKey): readonly TextEdit[] | undefined {
  const key = keyAbove(file, node.start);
  return key === undefined ? undefined : [{ range: key.name, newText: keyText(to) }];
}

/** The edits for one action on the statement at `offset`; undefined where this file cannot say it there. */
export function spellAction(file: RegFile, offset: number, action: RemedyAction): readonly TextEdit[] | undefined {
  if (action.kind === 'editText') return action.edits;
  const node = nodeAt(file, offset);
  if (node === undefined) return undefined;
  switch (action.kind) {
    case 'setValue':
      return node.kind === 'value' ? [setValue(file, node, action)] : undefined;
    case 'deleteValue':
      return node.kind === 'value' ? [{ range: node.data, newText: '-' }] : undefined;
    case 'renameKey':
      return renameKey(file, node, action.to);
    case 'renameValue':
      return node.kind === 'value' ? [{ range: node.name, newText: `"${escapeText(action.to)}"` }] : undefined;
    case 'changeRight': // Not kept in the registry.
      return undefined;
    case 'removeStatement':
      return [removeLines(file.text, node)];
  }
}
