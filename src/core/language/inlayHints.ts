// What hexadecimal data says, beside it: the decimal number of a dword, the text or number in hex(1), hex(2), hex(7) and hex(b).

import type { RegFile, ValueNode } from '../formats/reg/nodes';
import { nodeIndexAt } from '../formats/reg/nodeSearch';
import type { TextRange } from '../text/range';
import { plainDataText } from './dataText';
import { dataOf } from './valuePlace';

export interface DecodedHint {
  /** After the data. */
  readonly offset: number;
  readonly text: string;
}

/** Below this a number looks the same in both radices. */
const FIRST_HEX_ONLY = 10;

function hintOf(file: RegFile, node: ValueNode): string | undefined {
  if (node.problem !== undefined || (node.form !== 'dword' && node.form !== 'hex')) return undefined;
  const data = dataOf(file, node);
  const text = data === undefined ? undefined : plainDataText(data);
  return node.form === 'dword' && Number(text) < FIRST_HEX_ONLY ? undefined : text;
}

export function hintsIn(file: RegFile, range: TextRange): readonly DecodedHint[] {
  const hints: DecodedHint[] = [];
  for (let i = Math.max(0, nodeIndexAt(file, range.start)); i < file.nodes.length; i++) {
    const node = file.nodes[i];
    if (node === undefined || node.start > range.end) break;
    if (node.kind !== 'value') continue;
    const text = hintOf(file, node);
    if (text !== undefined) hints.push({ offset: node.data.end, text: text.replace(/[\r\n\t\0]+/g, ' ') });
  }
  return hints;
}
