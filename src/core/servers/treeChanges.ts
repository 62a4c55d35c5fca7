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
    if (old === node) return [];
    if (old === undefined || ownText(old) !== ownText(node) || idsOf(old.children) !== idsOf(node.children)) return [node];
    return changedNodes(old.children, node.children);
  });
}

export function treeChanges(before: readonly TreeNode[], after: readonly TreeNode[]): Redraw {
  if (idsOf(before) !== idsOf(after)) return 'everything';
  const changed = changedNodes(before, after);
  return changed.length === 0 ? 'nothing' : changed;
}

export interface TreeIndex {
  node(id: string): TreeNode | undefined;
  /** The node that holds this one; undefined at the top. */
  parent(id: string): TreeNode | undefined;
}

/** The nodes of a tree by their ids: an editor asks for each row that it draws. */
export function indexTree(nodes: readonly TreeNode[]): TreeIndex {
  const places = new Map<string, { readonly node: TreeNode; readonly parent: TreeNode | undefined }>();
  const enter = (children: readonly TreeNode[], parent: TreeNode | undefined): void => {
    for (const node of children) {
      places.set(node.id, { node, parent });
      enter(node.children, node);
    }
  };
  enter(nodes, undefined);
  return { node: (id) => places.get(id)?.node, parent: (id) => places.get(id)?.parent };
}
