// What a .reg file does to Remote Desktop, in one line: the known settings it writes, the last word on each.

import type { RegFile } from '../formats/reg/nodes';
import { message, type Message } from '../messages/message';
import { findSetting } from '../rdp/lookup';
import { perKey } from '../registry/perKey';
import { keyText } from '../registry/place';
import type { TextRange } from '../text/range';
import { mayConcernRdp } from '../rdp/relevance';
import { plainDataText } from './dataText';
import { dataOf, keyOf } from './valuePlace';
import { valueName } from '../formats/reg/valueBytes';

export interface Summary {
  /** The first key line, above which it is shown. */
  readonly at: TextRange;
  readonly says: Message;
}

const SHOWN = 4;
const DELETED = '-';

/** Undefined for a file without a key. */
export function summaryOf(file: RegFile): Summary | undefined {
  const first = file.nodes.find((node) => node.kind === 'key');
  if (first === undefined) return undefined;
  const written = new Map<string, string>();
  const concerns = perKey(mayConcernRdp);
  let key: ReturnType<typeof keyOf>;
  for (const node of file.nodes) {
    if (node.kind === 'key') key = node.deletes ? undefined : keyOf(node);
    if (node.kind !== 'value' || node.problem !== undefined || key === undefined || !concerns(key)) continue;
    const name = valueName(file, node);
    if (findSetting({ key, name }) === undefined) continue;
    const data = dataOf(file, node);
    written.set(`${keyText(key)}\n${name}`.toLowerCase(), `${name} = ${data === undefined ? DELETED : (plainDataText(data) ?? String(data.bytes.length))}`);
  }
  const all = [...written.values()];
  if (all.length === 0) return { at: first, says: message('lens.nothing') };
  const shown = all.slice(0, SHOWN).join(', ');
  return { at: first, says: message('lens.settings', all.length, all.length > SHOWN ? `${shown}, …` : shown) };
}
