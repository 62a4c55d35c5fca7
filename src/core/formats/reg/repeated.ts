// Finds values that one file assigns more than once: the last one wins, so the earlier ones do nothing. A deletion of the key (or of
// one above it) in between starts over, as `[-key]` followed by `[key]` is the usual way to rewrite a key. Keys are the same only as
// spelled, case aside: ControlSet001 and CurrentControlSet, or a key and its Wow6432Node twin, are two places, and taking a line out
// of one of them would change the registry.

import { keyText, type RegistryKey } from '../../registry/place';
import type { RegFile, ValueNode } from './nodes';

export interface Repeated {
  readonly earlier: ValueNode;
  readonly later: ValueNode;
  readonly key: RegistryKey;
}

function identity(key: RegistryKey): string {
  return keyText(key).toLowerCase();
}

export class RepeatedValues {
  private readonly byKey = new Map<string, Map<string, ValueNode>>();
  private readonly deletedAt = new Map<string, number>();
  private current: Map<string, ValueNode> | undefined;
  private currentIdentity = '';
  readonly found: Repeated[] = [];

  constructor(private readonly file: RegFile) {}

  enterKey(key: RegistryKey): void {
    this.currentIdentity = identity(key);
    let values = this.byKey.get(this.currentIdentity);
    if (values === undefined) {
      values = new Map();
      this.byKey.set(this.currentIdentity, values);
    }
    this.current = values;
  }

  deleteKey(key: RegistryKey, offset: number): void {
    this.deletedAt.set(identity(key), offset);
  }

  assign(node: ValueNode, key: RegistryKey): void {
    if (this.current === undefined) return;
    const name = this.file.text.slice(node.name.start, node.name.end).toLowerCase();
    const earlier = this.current.get(name);
    if (earlier !== undefined && !this.deletedAfter(earlier.start)) this.found.push({ earlier, later: node, key });
    this.current.set(name, node);
  }

  private deletedAfter(offset: number): boolean {
    if (this.deletedAt.size === 0) return false;
    for (let path = this.currentIdentity; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('\\')))) {
      if ((this.deletedAt.get(path) ?? -1) > offset) return true;
    }
    return false;
  }
}
