// What has to be drawn again after a change: the whole tree where its nodes are others or elsewhere, else just the nodes that differ.

import type { TreeNode } from './tree';

export type Redraw = 'nothing' | 'everything' | readonly TreeNode[];

/** A node without its children, as one comparable text. All parts are plain data in a fixed order. */
const ownText = (node: TreeNode): string => JSON.stringify({ ...node, children: [] });

const idsOf = (nodes: readonly TreeNode[]): string => JSON.stringify(nodes.map(({ id }) => id));

/** Nodes to draw again with everything below them. */
function changedNodes(before: readonly TreeNode[], after: readonly TreeNode[]): readonly TreeNode[] {
  return after.flatMap((node, index) => {
    const old = before[index];
    if (old === undefined || ownText(old) !== ownText(node) || idsOf(old.children) !== idsOf(node.children)) return [node];
    return changedNodes(old.children, node.children);
  });
}

export function treeChanges(before: readonly TreeNode[], after: readonly TreeNode[]): Redraw {
  if (idsOf(before) !== idsOf(after)) return 'everything';
  const changed = changedNodes(before, after);
  return changed.length === 0 ? 'nothing' : changed;
}

export function findNode(nodes: readonly TreeNode[], id: string): TreeNode | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : findNode(node.children, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The node that holds this one; undefined at the top. */
export function parentOf(nodes: readonly TreeNode[], id: string): TreeNode | undefined {
  for (const node of nodes) {
    if (node.children.some((child) => child.id === id)) return node;
    const found = parentOf(node.children, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
