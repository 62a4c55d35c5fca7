// Which node of a .reg file is where: by binary search, because editors ask for every position the mouse rests on.

import type { KeyNode, RegFile, RegNode } from './nodes';

/** Index of the last node that starts at or before the offset; -1 where the first node starts later. */
export function nodeIndexAt(file: RegFile, offset: number): number {
  let low = 0;
  let high = file.nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((file.nodes[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The node whose range holds the offset, its end included. */
export function nodeAt(file: RegFile, offset: number): RegNode | undefined {
  const node = file.nodes[nodeIndexAt(file, offset)];
  return node !== undefined && offset <= node.end ? node : undefined;
}

/** The key line at or above the offset, whatever is wrong with it. */
export function keyAbove(file: RegFile, offset: number): KeyNode | undefined {
  for (let i = nodeIndexAt(file, offset); i >= 0; i--) {
    const candidate = file.nodes[i];
    if (candidate?.kind === 'key') return candidate;
  }
  return undefined;
}
