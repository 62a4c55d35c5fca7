// Nodes that stay the very same while nothing about their server changed. A list of hundreds is made anew several times a second while
// they are checked: what is the same object need not be made, and need not be compared either.

import type { Message } from '../messages/message';
import { ageText } from './age';
import type { ServerCheck } from './check';
import type { ServerEntry } from './serverList';
import { serverNode, type NodeOf, type TreeNode } from './tree';

interface Kept {
  readonly check: ServerCheck | undefined;
  readonly phase: Message | undefined;
  readonly age: string;
  readonly node: TreeNode;
}

/** As {@link serverNode}, for the entries of one and the same list. */
export function keepNodes(): NodeOf {
  const kept = new WeakMap<ServerEntry, Kept>();
  return (entry, store, now) => {
    const { server } = entry;
    const [check, phase] = [store.lastCheck(server), store.running(server.id)];
    const age = check === undefined ? '' : JSON.stringify(ageText(check.at, now));
    const before = kept.get(entry);
    if (before?.check === check && before?.phase === phase && before?.age === age) return before.node;
    const node = serverNode(entry, store, now);
    kept.set(entry, { check, phase, age, node });
    return node;
  };
}
