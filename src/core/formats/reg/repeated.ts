// Finds values that one file assigns more than once: the last one wins, so the earlier ones do nothing. A deletion of the key (or of
// one above it) in between starts over, as `[-key]` followed by `[key]` is the usual way to rewrite a key.
//
// Every value of a large file passes here, so nothing is copied unless two values agree by hash: only then are names compared.

import { keyText, type RegistryKey } from '../../registry/place';
import type { Certainty } from '../../registry/certainty';
import type { RegFile, ValueNode } from './nodes';
import { valueAt, valuesUnder } from './parser';

export interface Repeated {
  readonly earlier: ValueNode;
  readonly later: ValueNode;
  readonly key: RegistryKey;
  /** The later line is stored for certain wherever the earlier one is: the same spelling, under a key line nobody doubts. */
  readonly certain: boolean;
}

const PRIME = 0x01000193;
/** Thirty bits: what the engine keeps without allocating. */
const MASK = 0x3fffffff;
const NAME_BITS = 2048;

function foldedUnit(unit: number): number {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit + 32 : unit;
  return String.fromCharCode(unit).toLowerCase().charCodeAt(0);
}

/** FNV-1a over UTF-16 code units without regard to case. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ foldedUnit(text.charCodeAt(i)), PRIME);
  return hash & MASK;
}

/** Offsets of the latest assignments by the hash of their names; offsets, not nodes, because every value of a file is in one. */
type Assignments = Map<number, number | readonly number[]>;

export class RepeatedValues {
  /** By the hash of a key: where its first block starts, or, once it comes again, all its assignments. */
  private readonly byKey = new Map<number, number | Assignments>();
  private readonly deletedAt = new Map<string, number>();
  private readonly keys: { readonly start: number; readonly key: RegistryKey }[] = [];
  /** One bit for the hash of each name under a key that comes for the first time: most keys come once, most names are new. */
  private readonly seenNames = new Int32Array(NAME_BITS / 32);
  /** Undefined until two names under the key agree in their bit, or the key comes again. */
  private current: Assignments | undefined;
  private keyHash = 0;
  private keyStart = 0;
  readonly found: Repeated[] = [];

  constructor(private readonly file: RegFile) {}

  enterKey(key: RegistryKey, start: number): void {
    this.keys.push({ start, key });
    this.keyStart = start;
    this.keyHash = (hashOf(key.path, 0, key.path.length) ^ key.hive.length) & MASK;
    const held = this.byKey.get(this.keyHash);
    if (held === undefined) {
      this.byKey.set(this.keyHash, start);
      this.seenNames.fill(0);
      this.current = undefined;
    } else this.current = typeof held === 'number' ? this.readAgain(held, start) : held;
  }

  /** The assignments of a block that was only passed over before, up to an offset. */
  private readAgain(keyStart: number, before: number): Assignments {
    const assignments: Assignments = new Map();
    for (const node of valuesUnder(this.file.text, keyStart)) {
      if (node.problem === undefined && node.start < before) assignments.set(this.nameHash(node), node.start);
    }
    this.byKey.set(this.keyHash, assignments);
    return assignments;
  }

  /** False for a name whose bit is not set yet; sets it. */
  private mayBeSeen(hash: number): boolean {
    const bit = 1 << (hash & 31);
    const word = (hash & (NAME_BITS - 1)) >> 5;
    const bits = this.seenNames[word] ?? 0;
    this.seenNames[word] = bits | bit;
    return (bits & bit) !== 0;
  }

  deleteKey(key: RegistryKey, offset: number): void {
    this.deletedAt.set(keyText(key).toLowerCase(), offset);
  }

  assign(node: ValueNode, key: RegistryKey, keyCertainty: Certainty): void {
    const hash = this.nameHash(node);
    if (this.current === undefined) {
      if (!this.mayBeSeen(hash)) return;
      this.current = this.readAgain(this.keyStart, node.start);
    }
    const held = this.current.get(hash);
    if (held === undefined) {
      this.current.set(hash, node.start);
      return;
    }
    const others = (typeof held === 'number' ? [held] : held).map((start) => valueAt(this.file.text, start));
    const identity = this.identityOf(node, key);
    const earlier = others.find((other) => this.identityOf(other, this.keyOf(other)) === identity);
    if (earlier !== undefined && !this.deletedAfter(key, earlier.start)) {
      this.found.push({ earlier, later: node, key, certain: keyCertainty === 'confirmed' && this.spelling(earlier) === this.spelling(node) });
    }
    this.current.set(hash, [...others.filter((other) => other !== earlier).map((other) => other.start), node.start]);
  }

  private nameHash(node: ValueNode): number {
    return hashOf(this.file.text, node.name.start, node.name.end);
  }

  private spelling(node: ValueNode): string {
    return this.file.text.slice(node.data.start, node.data.end);
  }

  private identityOf(node: ValueNode, key: RegistryKey | undefined): string {
    const name = this.file.text.slice(node.name.start, node.name.end);
    return `${key === undefined ? '' : keyText(key)}\n${name}`.toLowerCase();
  }

  /** The key that was in force at an earlier value. */
  private keyOf(node: ValueNode): RegistryKey | undefined {
    let low = 0;
    let high = this.keys.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.keys[middle]?.start ?? 0) <= node.start) low = middle;
      else high = middle - 1;
    }
    return this.keys[low]?.key;
  }

  private deletedAfter(key: RegistryKey, offset: number): boolean {
    if (this.deletedAt.size === 0) return false;
    for (let path = keyText(key).toLowerCase(); path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('\\')))) {
      if ((this.deletedAt.get(path) ?? -1) > offset) return true;
    }
    return false;
  }
}
