// What is said about the line under the mouse: the decoded data always, the meaning where the table of settings knows the value.

import type { KeyNode, RegFile, ValueNode } from '../formats/reg/nodes';
import { nodeAt } from '../formats/reg/nodeSearch';
import { message, type Message } from '../messages/message';
import { findSetting } from '../rdp/lookup';
import { keyText } from '../registry/place';
import type { TextRange } from '../text/range';
import { dataText } from './dataText';
import { keyMeaning } from './keyText';
import { meaningOf, settingFacts, type Fact } from './settingFacts';
import { dataOf, keyOf, placeOf } from './valuePlace';

export interface Hover {
  readonly range: TextRange;
  /** A name of Windows: not translated. */
  readonly heading: string;
  /** Below the heading, before the facts. */
  readonly data: Message | undefined;
  readonly facts: readonly Fact[];
}

function dataLine(file: RegFile, node: ValueNode): Message | undefined {
  if (node.problem !== undefined) return undefined;
  if (node.form === 'delete') return message('hover.deletesValue');
  const data = dataOf(file, node);
  return data === undefined ? undefined : dataText(data);
}

function valueHover(file: RegFile, node: ValueNode): Hover | undefined {
  const data = dataLine(file, node);
  const place = placeOf(file, node);
  const known = place === undefined ? undefined : findSetting(place);
  const range = { start: node.start, end: node.data.end };
  if (known === undefined || place === undefined) {
    return data === undefined ? undefined : { range, heading: file.text.slice(node.name.start, node.name.end), data, facts: [] };
  }
  const { setting, listener } = known;
  const stored = node.form === 'delete' ? undefined : dataOf(file, node);
  const meaning = stored === undefined ? undefined : meaningOf(known, stored);
  return {
    range,
    heading: `${place.name}: ${setting.title}`,
    data,
    facts: [
      ...(meaning === undefined ? [] : [meaning]),
      ...(listener === undefined ? [] : [message('key.listener', listener)]),
      ...settingFacts(known),
    ],
  };
}

function keyHover(node: KeyNode): Hover | undefined {
  const key = keyOf(node);
  if (key === undefined) return undefined;
  const meaning = keyMeaning(key);
  if (meaning === undefined && !node.deletes) return undefined;
  return {
    range: node.name,
    heading: keyText(key),
    data: node.deletes ? message('hover.deletesKey') : undefined,
    facts: meaning === undefined ? [] : [meaning],
  };
}

/** Total: any file, any offset. */
export function hoverAt(file: RegFile, offset: number): Hover | undefined {
  const node = nodeAt(file, offset);
  if (node === undefined) return undefined;
  if (node.kind === 'key') return keyHover(node);
  if (node.kind !== 'value' || offset > node.data.end) return undefined;
  return valueHover(file, node);
}
