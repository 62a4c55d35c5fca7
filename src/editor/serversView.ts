// The servers view: core's tree of plain data, drawn. Its elements are the ids of nodes, so that a redraw names exactly the node that
// changed and nothing of core leaks into menus.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import { once } from '../core/rdp/once';
import type { FactFinding } from '../core/servers/check';
import { keepNodes } from '../core/servers/keptNodes';
import type { CheckStore } from '../core/servers/store';
import { failingServers, serverTree, type TreeNode, type Words } from '../core/servers/tree';
import { indexTree, treeChanges } from '../core/servers/treeChanges';
import { coalesced } from './coalesced';
import { serverItem, tooltipOf } from './serverItem';
import type { Settings } from './settings';
import { hasText } from './texts';
import { translate } from './translate';

export interface ServersView extends vscode.Disposable {
  /** The server of a node, where the id names one. */
  serverOf(nodeId: string): string | undefined;
  /** What a node is about, where it is a finding. */
  findingOf(nodeId: string): FactFinding | undefined;
  reveal(serverId: string): Promise<void>;
  readonly nodes: readonly TreeNode[];
}

const MINUTE_MS = 60_000;

/** Checks of many servers say something hundreds of times a second; nobody reads that fast. */
const REDRAW_PAUSE_MS = 150;

function whyNoChecks(canCheck: boolean): string {
  if (!canCheck) return translate(message('server.desktopOnly'));
  return vscode.workspace.isTrusted ? '' : translate(message('server.untrusted'));
}

const speaksLater = ({ kind }: TreeNode): boolean => kind === 'finding' || kind === 'unreached';

const isSayable = (words: Words): boolean => typeof words === 'string' || hasText(words.key);

/** A kept check may hold a sentence of another version. */
const canBeShown = ({ label, description, later }: TreeNode): boolean => [label, ...description, ...later].every(isSayable);

export interface ServersViewParts {
  readonly settings: Settings;
  readonly store: CheckStore;
  /** Something about a server changed in the store. */
  readonly onDidCheck: vscode.Event<string>;
  /** False in a browser. */
  readonly canCheck: boolean;
  /** Brings the texts of findings and failures. */
  readonly prepare: () => Promise<void>;
  /** Somebody looks at the list. */
  readonly onDidShow: () => void;
}

export function showServers({ settings, store, onDidCheck, canCheck, prepare, onDidShow }: ServersViewParts): ServersView {
  const redraw = new vscode.EventEmitter<string | string[] | undefined>();
  const nodeOf = keepNodes();
  // Read when it changes, not for each check that says something.
  let list = settings.servers();
  let nodes = serverTree(list, store, Date.now(), nodeOf);
  let index = once(() => indexTree(nodes));
  let nextMinute: unknown;
  const find = (id: string): TreeNode | undefined => index().node(id);

  const provider: vscode.TreeDataProvider<string> = {
    onDidChangeTreeData: redraw.event,
    getChildren: async (id) => {
      const children = id === undefined ? nodes : (find(id)?.children ?? []);
      if (children.some(speaksLater)) await prepare();
      return children.filter((node) => !speaksLater(node) || canBeShown(node)).map((node) => node.id);
    },
    getParent: (id) => index().parent(id)?.id,
    getTreeItem: (id) => {
      const node = find(id);
      return node === undefined ? new vscode.TreeItem('') : serverItem(node);
    },
    resolveTreeItem: async (item, id) => {
      const node = find(id);
      if (node === undefined) return item;
      await prepare();
      item.tooltip = tooltipOf({ ...node, later: node.later.filter(isSayable) });
      return item;
    },
  };
  const view = vscode.window.createTreeView('rdpDiagnostics.servers', { treeDataProvider: provider });

  function decorate(): void {
    const failing = failingServers(nodes);
    view.badge = failing === 0 ? undefined : { value: failing, tooltip: translate(message('server.badge', failing)) };
    // An empty message is none; with no server at all the welcome view says the same.
    view.message = nodes.length === 0 ? '' : whyNoChecks(canCheck);
  }

  function refresh(): void {
    const before = nodes;
    nodes = serverTree(list, store, Date.now(), nodeOf);
    index = once(() => indexTree(nodes));
    const changes = treeChanges(before, nodes);
    if (changes === 'everything') redraw.fire(undefined);
    else if (changes !== 'nothing') redraw.fire(changes.map(({ id }) => id));
    decorate();
  }

  /** "2 min ago" stays true: looked at once a minute, and only while someone can see it. */
  function tick(): void {
    clearTimeout(nextMinute);
    if (!view.visible) return;
    onDidShow();
    refresh();
    nextMinute = setTimeout(tick, MINUTE_MS);
  }

  const refreshSoon = coalesced(refresh, REDRAW_PAUSE_MS);
  const subscriptions = vscode.Disposable.from(
    redraw,
    view,
    refreshSoon,
    view.onDidChangeVisibility(tick),
    settings.onDidChangeServers(() => {
      list = settings.servers();
      refresh();
    }),
    onDidCheck(refreshSoon),
    vscode.workspace.onDidGrantWorkspaceTrust(decorate),
  );
  decorate();
  tick();

  return {
    serverOf: (nodeId) => find(nodeId)?.serverId,
    findingOf: (nodeId) => find(nodeId)?.finding,
    async reveal(serverId) {
      const id = `server ${serverId}`;
      if (find(id) !== undefined) await view.reveal(id, { select: true, focus: true });
    },
    get nodes() {
      return nodes;
    },
    dispose: () => {
      clearTimeout(nextMinute);
      subscriptions.dispose();
    },
  };
}
