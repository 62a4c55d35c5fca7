import { deepEqual, equal, fail, ok } from 'node:assert/strict';
import type { ListenerVerdict } from '../../../src/core/listener/verdict';
import { noDetails } from '../../../src/core/listener/verdictDetails';
import { english } from '../../../src/core/messages/english';
import { message } from '../../../src/core/messages/message';
import { ageText } from '../../../src/core/servers/age';
import { readCheck, type ServerCheck } from '../../../src/core/servers/check';
import { listenerServerCheck } from '../../../src/core/servers/listenerServerCheck';
import { joinServers, type ServerList } from '../../../src/core/servers/serverList';
import { createCheckStore, type CheckStore } from '../../../src/core/servers/store';
import { failingServers, serverTree, type TreeNode, type Words } from '../../../src/core/servers/tree';
import { keepNodes } from '../../../src/core/servers/keptNodes';
import { indexTree, treeChanges } from '../../../src/core/servers/treeChanges';

const findNode = (tree: readonly TreeNode[], id: string): TreeNode | undefined => indexTree(tree).node(id);

const NOW = Date.UTC(2026, 10, 23, 14, 0, 0);

const verdict: ListenerVerdict = {
  state: 'rdp',
  detail: message('listener.detail.required'),
  protocols: { rdp: false, tls: false, nla: true },
  nla: 'required',
  certificateMissing: false,
  reasons: { rdp: message('listener.reason.notAsked'), tls: message('listener.reason.notAsked'), nla: message('listener.reason.notAsked') },
  remoteAddress: '10.0.0.7',
  durationMs: 12,
  exchanges: [],
  ...noDetails,
};

const door = { address: '10.0.0.7', port: 3389 };
const healthy = listenerServerCheck(door, verdict, NOW);
const refused: ServerCheck = listenerServerCheck(door, { ...verdict, state: 'refused', nla: 'unknown', protocols: { rdp: null, tls: null, nla: null } }, NOW);

const words = (text: Words): string => (typeof text === 'string' ? text : english(text));
const line = (node: TreeNode): string => [`${node.state} ${words(node.label)}`, ...node.description.map(words)].join(' | ');

const silent = (): CheckStore => createCheckStore(undefined, () => undefined);

const list: ServerList = joinServers({
  user: [
    { id: 'a', label: 'first', address: '10.0.0.7', group: 'Lab' },
    { id: 'b', label: 'alone', address: '10.0.0.8' },
    { id: 'c', label: 'second', address: '10.0.0.9', group: 'Lab' },
    { address: 'rds', password: 'x' },
  ],
  workspace: undefined,
});

describe('the list of servers as a tree', () => {
  it('has single servers, then groups, then what could not be read', () => {
    const tree = serverTree(list, silent(), NOW);
    deepEqual(tree.map(line), [
      'notChecked alone | not checked yet',
      'none Lab',
      'warning Entry 4 of the user settings | The field "password" is refused: settings are files that others can read, and no secret is kept in them.',
    ]);
    deepEqual(tree[1]?.children.map(line), ['notChecked first | not checked yet', 'notChecked second | not checked yet']);
  });

  it('says the verdict in words, and "not seen" where nothing was seen', () => {
    const store = silent();
    store.setCheck('a', healthy);
    const node = findNode(serverTree(list, store, NOW + 125_000), 'server a');
    ok(node);
    equal(line(node), 'ok first | RDP answers, NLA required | 2 min ago');
    deepEqual(node.children.map(line), [
      'unknown Connections | not seen: needs a login to the server',
      'ok Port and listener | RDP answers on 3389',
      'ok Security | NLA required',
      'unknown Licensing | not seen: needs a login to the server',
    ]);
  });

  it('shows what a running check does, and the last verdict again after it was cancelled', () => {
    const store = silent();
    store.setCheck('a', healthy);
    store.setRunning('a', message('server.state.checking'));
    const running = findNode(serverTree(list, store, NOW), 'server a');
    deepEqual([running?.state, running?.capabilities], ['checking', ['running', 'hasReport', 'editable']]);
    store.setRunning('a', undefined);
    equal(findNode(serverTree(list, store, NOW), 'server a')?.state, 'ok');
  });

  it('forgets a verdict on another address or port than the server has now', () => {
    const store = silent();
    store.setCheck('b', healthy);
    equal(findNode(serverTree(list, store, NOW), 'server b')?.state, 'notChecked');
  });

  it('counts the servers that fail, in groups too', () => {
    const store = silent();
    store.setCheck('a', refused);
    equal(failingServers(serverTree(list, store, NOW)), 1);
  });

  it('offers no editing for a server of the workspace', () => {
    const shared = joinServers({ user: undefined, workspace: [{ id: 'w', address: 'rds' }] });
    deepEqual(findNode(serverTree(shared, silent(), NOW), 'server w')?.capabilities, ['checkable']);
  });

  it('knows the parent of each node', () => {
    const tree = serverTree(list, silent(), NOW);
    const index = indexTree(tree);
    equal(index.parent('server a')?.id, 'group Lab');
    deepEqual([index.parent('server b'), index.node('server x')], [undefined, undefined]);
  });
});

describe('what was found of a server', () => {
  const found: ServerCheck = {
    ...healthy,
    level: 'error',
    facts: healthy.facts.map((fact, index) => ({
      ...fact,
      findings:
        index === 1
          ? [
              { code: 'RDP501', level: 'warning', message: message('RDP501.title') },
              { code: 'RDP211', level: 'error', message: message('RDP211.title') },
              { code: 'RDP290', level: 'information', message: message('RDP290.title') },
            ]
          : index === 2
            ? [
                { code: 'RDP214', level: 'error', message: message('RDP214.title') },
                { code: 'RDP502', level: 'warning', message: message('RDP502.title') },
              ]
            : [],
    })),
    run: { from: 'ADMINPC', via: 'ssh', durationMs: 1440 },
  };
  const reached = joinServers({ user: [{ id: 'a', label: 'a', address: '10.0.0.7', via: 'ssh', ssh: 'a' }], workspace: undefined });
  const nodeWith = (check: ServerCheck): TreeNode => {
    const store = silent();
    store.setCheck('a', check);
    const [node] = serverTree(reached, store, NOW);
    ok(node);
    return node;
  };

  it('stands below its symptom, by code, in the order of the report', () => {
    const { children } = nodeWith(found);
    deepEqual(
      children.map((fact) => fact.children.map(({ id, state, finding }) => `${state} ${finding?.code} ${id}`)),
      [
        [],
        [
          'warning RDP501 finding a server.symptom.port 0',
          'error RDP211 finding a server.symptom.port 1',
          'information RDP290 finding a server.symptom.port 2',
        ],
        ['error RDP214 finding a server.symptom.security 0', 'warning RDP502 finding a server.symptom.security 1'],
        [],
      ],
    );
  });

  it('is told in the tooltip by the three that matter, with how it was seen', () => {
    const node = nodeWith(found);
    deepEqual(node.later.map(({ key }) => key), ['RDP211.title', 'RDP214.title', 'RDP501.title']);
    ok(node.details.map(words).includes('From ADMINPC, over SSH, in 1.4 s'));
    ok(node.capabilities.includes('hasSnapshot'));
  });

  it('says why the host was not reached before anything else, and is no tick then', () => {
    const unreached = { code: 'authenticationFailed', message: message('server.gone'), remedy: message('server.runAgain') } as const;
    const node = nodeWith({ ...healthy, unreached, run: { from: 'ADMINPC', via: 'ssh', durationMs: 5 } });
    equal(node.state, 'unknown');
    equal(line(node), 'unknown a | RDP answers, NLA required | host not reached | just now');
    const [first] = node.children;
    equal(first?.kind, 'unreached');
    deepEqual(first.capabilities, ['secretsRefused', 'editable']);
    deepEqual(first.later.map(({ key }) => key), ['server.gone', 'server.runAgain']);
    ok(!node.capabilities.includes('hasSnapshot'));
  });

  it('is kept with sentences that are not there at the start, and dropped with its own broken', () => {
    const again = readCheck(JSON.parse(JSON.stringify(found)));
    deepEqual(again, found);
    const broken = { ...found, facts: [{ ...found.facts[0], findings: [{ code: 'x', level: 'error', message: message('RDP211.title') }] }] };
    equal(readCheck(broken), undefined);
    ok(readCheck({ ...found, facts: found.facts.map(({ label, value, level }) => ({ label, value, level })) }), 'a check of the version before');
  });
});

describe('a change of the tree', () => {
  const before = serverTree(list, silent(), NOW);
  const changed = (store: CheckStore, other = list, now = NOW): unknown => {
    const changes = treeChanges(before, serverTree(other, store, now));
    return typeof changes === 'string' ? changes : changes.map(({ id }) => id);
  };

  it('is nothing where all values are the same', () => {
    equal(changed(silent()), 'nothing');
  });

  it('is one node after one check', () => {
    const store = silent();
    store.setCheck('a', refused);
    deepEqual(changed(store), ['server a']);
  });

  it('is the group where a server came or went, and everything where the top differs', () => {
    deepEqual(changed(silent(), { ...list, entries: list.entries.slice(0, 2) }), ['group Lab']);
    equal(changed(silent(), { ...list, problems: [] }), 'everything');
  });
});

describe('nodes that are kept', () => {
  const nodeOf = keepNodes();
  const treeAt = (store: CheckStore, now: number): readonly TreeNode[] => serverTree(list, store, now, nodeOf);

  it('are the very same while nothing about their server changed, and say what others say', () => {
    const store = silent();
    store.setCheck('a', healthy);
    const first = treeAt(store, NOW);
    store.setRunning('b', message('server.state.checking'));
    const second = treeAt(store, NOW + 1000);
    equal(findNode(first, 'server a'), findNode(second, 'server a'));
    deepEqual(second, serverTree(list, store, NOW + 1000));
    deepEqual(treeChanges(first, second), [findNode(second, 'server b')]);
  });

  it('are others after a check, a phase of one, or a minute', () => {
    const store = silent();
    const seen = [treeAt(store, NOW)];
    store.setRunning('a', message('server.state.checking'));
    seen.push(treeAt(store, NOW));
    store.setCheck('a', healthy);
    seen.push(treeAt(store, NOW));
    store.setRunning('a', undefined);
    seen.push(treeAt(store, NOW), treeAt(store, NOW + 60_000));
    deepEqual(
      seen.map((tree) => line(findNode(tree, 'server a') ?? fail())),
      [
        'notChecked first | not checked yet',
        'checking first | checking',
        'checking first | checking',
        'ok first | RDP answers, NLA required | just now',
        'ok first | RDP answers, NLA required | 1 min ago',
      ],
    );
    equal(new Set(seen.map((tree) => findNode(tree, 'server a'))).size, 5);
  });
});

describe('the store of checks', () => {
  it('reads back what it kept and drops what it cannot believe', () => {
    const kept: unknown = JSON.parse(JSON.stringify({ a: healthy, b: { ...healthy, status: { key: 'no.such.text', args: [] } }, c: 7, d: null }));
    const store = createCheckStore(kept, () => undefined);
    deepEqual(
      ['a', 'b', 'c', 'd'].map((id) => store.lastCheck({ id, label: id, ...door, via: 'none', ssh: undefined, group: undefined, tags: [] })?.status.key),
      ['listener.status.required', undefined, undefined, undefined],
    );
    for (const nothing of [undefined, null, 'x', 7, []]) ok(createCheckStore(nothing, () => undefined));
    equal(readCheck({ ...healthy, level: 'fine' }), undefined);
  });

  it('tells which server changed', () => {
    const told: string[] = [];
    const store = createCheckStore(undefined, (id) => told.push(id));
    store.setRunning('a', message('server.state.checking'));
    store.setCheck('b', healthy);
    store.forget('c');
    deepEqual(told, ['a', 'b', 'c']);
  });
});

describe('how long ago', () => {
  it('is whole minutes, hours and days, and never in the future', () => {
    const minute = 60_000;
    deepEqual(
      [-5, 0, 0.9, 1, 59, 60, 47 * 60, 48 * 60].map((minutes) => english(ageText(NOW, NOW + minutes * minute))),
      ['just now', 'just now', 'just now', '1 min ago', '59 min ago', '1 h ago', '47 h ago', '2 days ago'],
    );
  });
});
