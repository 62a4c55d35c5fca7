// The list of servers as plain data: groups, servers, facts. No icon and no sentence is made here, only what both are made from, so that
// "did this node change" is a comparison of values and only what changed is drawn again.

import { message, type Message } from '../messages/message';
import { ageText } from './age';
import type { Level, ServerCheck } from './check';
import type { EntryProblem, ServerEntry, ServerList } from './serverList';
import type { CheckStore } from './store';

/** Texts of a person stay as they are, our own are translated. */
export type Words = string | Message;

/** What can be done with a node; menus ask for these words. */
export type Capability = 'checkable' | 'hasReport' | 'editable' | 'running' | 'reached' | 'overSsh' | 'inUserSettings' | 'inWorkspaceSettings';

export type NodeState = Level | 'notChecked' | 'checking' | 'none';

export interface TreeNode {
  /** Unique in the tree and the same after a redraw. */
  readonly id: string;
  readonly kind: 'group' | 'server' | 'fact' | 'problem';
  readonly label: Words;
  /** Parts of the line beside the label. */
  readonly description: readonly Words[];
  readonly state: NodeState;
  readonly capabilities: readonly Capability[];
  /** Lines of the tooltip. */
  readonly details: readonly Words[];
  /** When the state was seen, for the tooltip. */
  readonly at: number | undefined;
  readonly serverId: string | undefined;
  readonly children: readonly TreeNode[];
}

function factNodes(serverId: string, check: ServerCheck): readonly TreeNode[] {
  return check.facts.map(({ label, value, level }) => ({
    id: `fact ${serverId} ${label.key}`,
    kind: 'fact',
    label,
    description: [value],
    state: level,
    capabilities: [],
    details: [value],
    at: undefined,
    serverId,
    children: [],
  }));
}

interface Seen {
  readonly state: NodeState;
  readonly description: readonly Words[];
  readonly check: ServerCheck | undefined;
}

function seenOf({ server }: ServerEntry, store: CheckStore, now: number): Seen {
  const check = store.lastCheck(server);
  const phase = store.running(server.id);
  if (phase !== undefined) return { state: 'checking', description: [phase], check };
  if (check === undefined) return { state: 'notChecked', description: [message('server.state.notChecked')], check };
  return { state: check.level, description: [check.status, ageText(check.at, now)], check };
}

function capabilitiesOf(entry: ServerEntry, { state, check }: Seen): readonly Capability[] {
  return [
    state === 'checking' ? 'running' : 'checkable',
    ...(check === undefined ? [] : (['hasReport'] as const)),
    ...(entry.origin === 'user' ? (['editable'] as const) : []),
    ...(entry.server.via === 'none' ? [] : (['reached'] as const)),
    ...(entry.server.via === 'ssh' ? (['overSsh'] as const) : []),
  ];
}

function serverNode(entry: ServerEntry, store: CheckStore, now: number): TreeNode {
  const { server } = entry;
  const seen = seenOf(entry, store, now);
  return {
    id: `server ${server.id}`,
    kind: 'server',
    label: server.label,
    description: seen.description,
    state: seen.state,
    capabilities: capabilitiesOf(entry, seen),
    details: [
      message('server.tooltip.address', server.address, server.port),
      ...(entry.origin === 'workspace' ? [message('server.tooltip.workspace')] : []),
      ...(server.tags.length === 0 ? [] : [message('server.tooltip.tags', server.tags.join(', '))]),
    ],
    at: seen.check?.at,
    serverId: server.id,
    children: seen.check === undefined ? [] : factNodes(server.id, seen.check),
  };
}

function problemNode({ origin, index, fault }: EntryProblem): TreeNode {
  const text = fault?.message ?? message('server.problem.notList');
  return {
    id: `problem ${origin} ${String(index)}`,
    kind: 'problem',
    label:
      index === undefined
        ? message('server.problem.setting')
        : message(origin === 'user' ? 'server.problem.user' : 'server.problem.workspace', index + 1),
    description: [text],
    state: 'warning',
    capabilities: [origin === 'user' ? 'inUserSettings' : 'inWorkspaceSettings'],
    details: [text, message('server.problem.remedy')],
    at: undefined,
    serverId: undefined,
    children: [],
  };
}

function groupNode(name: string, servers: readonly TreeNode[]): TreeNode {
  return {
    id: `group ${name}`,
    kind: 'group',
    label: name,
    description: [],
    state: 'none',
    capabilities: [],
    details: [message('server.group.count', servers.length)],
    at: undefined,
    serverId: undefined,
    children: servers,
  };
}

/** Servers without a group first, then the groups in the order of their first server, then what could not be read. */
export function serverTree(list: ServerList, store: CheckStore, now: number): readonly TreeNode[] {
  const groups = new Map<string, TreeNode[]>();
  const single: TreeNode[] = [];
  for (const entry of list.entries) {
    const node = serverNode(entry, store, now);
    const { group } = entry.server;
    if (group === undefined) single.push(node);
    else groups.set(group, [...(groups.get(group) ?? []), node]);
  }
  return [...single, ...[...groups].map(([name, servers]) => groupNode(name, servers)), ...list.problems.map(problemNode)];
}

/** How many servers fail, for the badge. */
export function failingServers(nodes: readonly TreeNode[]): number {
  return nodes.reduce((sum, node) => sum + (node.kind === 'server' && node.state === 'error' ? 1 : 0) + failingServers(node.children), 0);
}
