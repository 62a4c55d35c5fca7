// The list of servers as plain data: groups, servers, facts, findings. No icon and no sentence is made here, only what both are made from,
// so that "did this node change" is a comparison of values and only what changed is drawn again.

import { message, type Message } from '../messages/message';
import type { FailureCode } from '../result';
import { ageText } from './age';
import type { CheckRun, Fact, FactFinding, FindingLevel, Level, ServerCheck, Unreached } from './check';
import type { EntryProblem, ServerEntry, ServerList } from './serverList';
import type { CheckStore } from './store';

/** Texts of a person stay as they are, our own are translated. */
export type Words = string | Message;

/** What can be done with a node; menus ask for these words. */
export type Capability =
  | 'checkable'
  | 'hasReport'
  | 'hasSnapshot'
  | 'editable'
  | 'running'
  | 'reached'
  | 'overSsh'
  | 'inUserSettings'
  | 'inWorkspaceSettings'
  // What stood between us and a host that was not reached.
  | 'secretsRefused'
  | 'hostKeyChanged'
  | 'targetUnusable';

export type NodeState = Level | FindingLevel | 'notChecked' | 'checking' | 'none';

export interface TreeNode {
  /** Unique in the tree and the same after a redraw. */
  readonly id: string;
  readonly kind: 'group' | 'server' | 'unreached' | 'fact' | 'finding' | 'problem';
  readonly label: Words;
  /** Parts of the line beside the label. */
  readonly description: readonly Words[];
  readonly state: NodeState;
  readonly capabilities: readonly Capability[];
  /** Lines of the tooltip. */
  readonly details: readonly Words[];
  /** Lines above them whose texts are not there at the start. The label and description of `unreached` and `finding` are not either. */
  readonly later: readonly Message[];
  /** When the state was seen, for the tooltip. */
  readonly at: number | undefined;
  readonly serverId: string | undefined;
  /** What a node of that kind is about. */
  readonly finding: FactFinding | undefined;
  readonly children: readonly TreeNode[];
}

type Bare = 'capabilities' | 'details' | 'later' | 'at' | 'finding' | 'children';

const bare: Pick<TreeNode, Bare> = { capabilities: [], details: [], later: [], at: undefined, finding: undefined, children: [] };

function findingNodes(serverId: string, { label, findings }: Fact): readonly TreeNode[] {
  return findings.map((finding, index) => ({
    ...bare,
    id: `finding ${serverId} ${label.key} ${String(index)}`,
    kind: 'finding',
    label: finding.message,
    description: [finding.code],
    state: finding.level,
    capabilities: ['hasReport'],
    serverId,
    finding,
  }));
}

function factNodes(serverId: string, check: ServerCheck): readonly TreeNode[] {
  return check.facts.map((fact) => ({
    ...bare,
    id: `fact ${serverId} ${fact.label.key}`,
    kind: 'fact',
    label: fact.label,
    description: [fact.value],
    state: fact.level,
    details: [fact.value],
    serverId,
    children: findingNodes(serverId, fact),
  }));
}

const obstacles: Partial<Readonly<Record<FailureCode, Capability>>> = {
  authenticationFailed: 'secretsRefused',
  hostKeyChanged: 'hostKeyChanged',
  sshTargetUnusable: 'targetUnusable',
};

function unreachedNode({ server, origin }: ServerEntry, unreached: Unreached): TreeNode {
  const obstacle = obstacles[unreached.code];
  return {
    ...bare,
    id: `unreached ${server.id}`,
    kind: 'unreached',
    label: message('server.unreached'),
    description: [unreached.message],
    state: 'error',
    capabilities: [...(obstacle === undefined ? [] : [obstacle]), ...(origin === 'user' ? (['editable'] as const) : [])],
    later: [unreached.message, unreached.remedy],
    serverId: server.id,
  };
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
  const { unreached, status, at } = check;
  // A listener that answers well says nothing about the host behind it, which was to be looked at and was not.
  if (unreached !== undefined) {
    const state = check.level === 'ok' ? 'unknown' : check.level;
    return { state, description: [status, message('server.state.notReached'), ageText(at, now)], check };
  }
  return { state: check.level, description: [status, ageText(at, now)], check };
}

const mostImportant = 3;
const weights: Readonly<Record<FindingLevel, number>> = { error: 0, warning: 1, information: 2 };

/** The worst first, then in the order of the report. */
function importantFindings({ facts }: ServerCheck): readonly Message[] {
  const all = facts.flatMap(({ findings }) => findings).filter(({ level }) => level !== 'information');
  return all.toSorted((a, b) => weights[a.level] - weights[b.level]).slice(0, mostImportant).map((finding) => finding.message);
}

function runText({ from, via, durationMs }: CheckRun): Message {
  const seconds = (durationMs / 1000).toFixed(1);
  switch (via) {
    case 'none':
      return message('server.tooltip.run.none', from, seconds);
    case 'local':
      return message('server.tooltip.run.local', from, seconds);
    case 'ssh':
      return message('server.tooltip.run.ssh', from, seconds);
  }
}

/** Whether the host itself was looked at. */
const hasSnapshot = ({ run, unreached }: ServerCheck): boolean => run !== undefined && run.via !== 'none' && unreached === undefined;

function capabilitiesOf(entry: ServerEntry, { state, check }: Seen): readonly Capability[] {
  return [
    state === 'checking' ? 'running' : 'checkable',
    ...(check === undefined ? [] : (['hasReport'] as const)),
    ...(check === undefined || !hasSnapshot(check) ? [] : (['hasSnapshot'] as const)),
    ...(entry.origin === 'user' ? (['editable'] as const) : []),
    ...(entry.server.via === 'none' ? [] : (['reached'] as const)),
    ...(entry.server.via === 'ssh' ? (['overSsh'] as const) : []),
  ];
}

/** `now` is in milliseconds since the Unix epoch. */
export type NodeOf = (entry: ServerEntry, store: CheckStore, now: number) => TreeNode;

export function serverNode(entry: ServerEntry, store: CheckStore, now: number): TreeNode {
  const { server } = entry;
  const seen = seenOf(entry, store, now);
  const { check } = seen;
  return {
    ...bare,
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
      ...(check?.run === undefined ? [] : [runText(check.run)]),
    ],
    later: check === undefined ? [] : importantFindings(check),
    at: check?.at,
    serverId: server.id,
    children: check === undefined ? [] : [...(check.unreached === undefined ? [] : [unreachedNode(entry, check.unreached)]), ...factNodes(server.id, check)],
  };
}

function problemNode({ origin, index, fault }: EntryProblem): TreeNode {
  const text = fault?.message ?? message('server.problem.notList');
  return {
    ...bare,
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
    serverId: undefined,
  };
}

function groupNode(name: string, servers: readonly TreeNode[]): TreeNode {
  return {
    ...bare,
    id: `group ${name}`,
    kind: 'group',
    label: name,
    description: [],
    state: 'none',
    details: [message('server.group.count', servers.length)],
    serverId: undefined,
    children: servers,
  };
}

/** Servers without a group first, then the groups in the order of their first server, then what could not be read. */
export function serverTree(list: ServerList, store: CheckStore, now: number, nodeOf: NodeOf = serverNode): readonly TreeNode[] {
  const groups = new Map<string, TreeNode[]>();
  const single: TreeNode[] = [];
  for (const entry of list.entries) {
    const node = nodeOf(entry, store, now);
    const { group } = entry.server;
    const siblings = group === undefined ? single : groups.get(group);
    if (siblings !== undefined) siblings.push(node);
    else if (group !== undefined) groups.set(group, [node]);
  }
  return [...single, ...[...groups].map(([name, servers]) => groupNode(name, servers)), ...list.problems.map(problemNode)];
}

/** How many servers fail, for the badge. */
export function failingServers(nodes: readonly TreeNode[]): number {
  return nodes.reduce((sum, node) => sum + (node.kind === 'server' && node.state === 'error' ? 1 : 0) + failingServers(node.children), 0);
}
