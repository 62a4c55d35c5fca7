// The outline of a .reg file: keys, and the values under each. Reads only what is written, so that half a million values cost no decoding.

import type { KeyNode, RegFile, ValueNode } from '../formats/reg/nodes';
import { valueName } from '../formats/reg/valueBytes';
import { typeName, valueType } from '../registry/valueData';
import type { TextRange } from '../text/range';

export interface RegSymbol {
  readonly kind: 'key' | 'deletedKey' | 'number' | 'text' | 'bytes' | 'deletedValue' | 'damaged' | 'list' | 'service';
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  /** From the line to the end of what belongs to it. */
  readonly range: TextRange;
  /** Inside {@link range}. */
  readonly selection: TextRange;
  readonly children: readonly RegSymbol[];
}

const DEFAULT_VALUE = '(Default)';
const LONGEST_DETAIL = 60;

function kindOf(node: ValueNode): RegSymbol['kind'] {
  if (node.problem !== undefined || node.form === 'unknown') return 'damaged';
  if (node.form === 'delete') return 'deletedValue';
  if (node.form === 'dword' || node.type === valueType.qword) return 'number';
  return node.form === 'string' || node.type === valueType.expandSz || node.type === valueType.multiSz ? 'text' : 'bytes';
}

function detailOf({ text }: RegFile, node: ValueNode): string {
  const written = text.slice(node.data.start, Math.min(node.data.end, node.data.start + LONGEST_DETAIL));
  if (node.problem === undefined && node.form === 'dword') return String(Number.parseInt(written.slice('dword:'.length), 16));
  if (node.problem === undefined && node.form === 'hex') return `${typeName(node.type)}, ${node.byteCount}`;
  return written.replace(/[\r\n].*/s, '…');
}

function valueSymbol(file: RegFile, node: ValueNode): RegSymbol {
  const name = valueName(file, node);
  return {
    kind: kindOf(node),
    name: name.trim() === '' ? DEFAULT_VALUE : name,
    detail: detailOf(file, node),
    range: { start: node.start, end: node.end },
    selection: { start: node.name.start, end: Math.max(node.name.start, Math.min(node.name.end, node.end)) },
    children: [],
  };
}

function keySymbol(file: RegFile, node: KeyNode, children: readonly RegSymbol[]): RegSymbol {
  const written = file.text.slice(node.name.start, node.name.end);
  const parts = written.replace(/\\+$/, '').split('\\');
  const name = parts.at(-1)?.trim() ?? '';
  return {
    kind: node.deletes ? 'deletedKey' : 'key',
    name: name === '' ? '[ ]' : name,
    detail: parts.slice(0, -1).join('\\'),
    range: { start: node.start, end: children.at(-1)?.range.end ?? node.end },
    selection: { start: node.name.start, end: node.name.end },
    children,
  };
}

/** Values before the first key stand beside the keys. */
export function symbolsOf(file: RegFile): readonly RegSymbol[] {
  const symbols: RegSymbol[] = [];
  let key: KeyNode | undefined;
  let values: RegSymbol[] = [];
  const close = (): void => {
    if (key === undefined) symbols.push(...values);
    else symbols.push(keySymbol(file, key, values));
    values = [];
  };
  for (const node of file.nodes) {
    if (node.kind === 'key') {
      close();
      key = node;
    } else if (node.kind === 'value') values.push(valueSymbol(file, node));
  }
  close();
  return symbols;
}
