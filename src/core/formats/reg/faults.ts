// Gathers the faults of one .reg file during the walk of importer.ts. One fault per cause: a key line that does nothing is reported
// once with the number of value lines under it, not once per line.

import type { Evidence } from '../../registry/observation';
import type { Place, RegistryKey } from '../../registry/place';
import { keyText } from '../../registry/place';
import { sameData } from '../../registry/valueData';
import type { Remedy } from '../../remedies/remedy';
import type { Certainty } from '../../rules/rule';
import type { LineMap } from '../../text/lineMap';
import type { TextRange } from '../../text/range';
import type { Fault, FaultKind } from '../fault';
import { importedPath, KEY_COMPONENT_LIMIT, VALUE_NAME_LIMIT, type KeyInForce, type SkipReason } from './importer';
import { repairBackslashes, repairBracket, repairIgnoredLine, repairKeyLine, repairTrailingBlank, rootRange, cosmetic } from './keyRepairs';
import { message } from '../../messages/message';
import type { Dialect, IgnoredNode, KeyNode, RegFile, ValueNode } from './nodes';
import type { Repeated } from './repeated';
import { removeLines } from './spelling';
import { valueData, valueName } from './valueBytes';
import { excerpt, problemFault, storedFault } from './valueFaults';
import { repairCut, repairListEnd, repairValue } from './valueRepairs';

interface Block {
  readonly kind: FaultKind;
  readonly range: TextRange;
  readonly args: (count: number) => readonly (string | number)[];
  readonly certainty: Certainty;
  readonly remedies: readonly Remedy[];
  count: number;
}

const orphanReasons: Partial<Record<SkipReason, string>> = {
  underKeyDeletion: 'afterKeyDeletion',
  underLongKey: 'afterDamagedKey',
};

type Extra = Partial<Pick<Fault, 'certainty' | 'places' | 'remedies' | 'related'>>;

export class FaultCollector {
  readonly faults: Fault[] = [];
  private block: Block | undefined;
  private orphans: { start: number; end: number; count: number; readonly why: string; readonly certainty: Certainty } | undefined;

  constructor(
    private readonly document: string,
    private readonly file: RegFile,
    private readonly dialect: Dialect,
  ) {}

  add(kind: FaultKind, range: TextRange, args: readonly (string | number)[], extra: Extra = {}): void {
    const evidence: Evidence = { document: this.document, range: { start: range.start, end: range.end } };
    this.faults.push({ kind, evidence, args, certainty: 'confirmed', places: [], remedies: [], ...extra });
  }

  /** Called at every key line and at the end: closes what was counted. */
  closeBlocks(): void {
    const { block, orphans } = this;
    if (block !== undefined) this.add(block.kind, block.range, block.args(block.count), { certainty: block.certainty, remedies: block.remedies });
    if (orphans !== undefined) this.add('valuesWithoutKey', orphans, [orphans.count, orphans.why], { certainty: orphans.certainty });
    this.block = undefined;
    this.orphans = undefined;
  }

  goodKey(node: KeyNode, key: RegistryKey): void {
    const { text } = this.file;
    const name = text.slice(node.name.start, node.name.end);
    const places: readonly Place[] = [{ key, name: '' }];
    if (/[ \t]$/.test(name)) {
      this.add('keyNameBlanks', node.name, [name.slice(name.lastIndexOf('\\') + 1)], { places, remedies: repairTrailingBlank(text, node) });
    }
    const bracket = /\][ \t]*;/.exec(name);
    if (bracket !== null) {
      const range = { start: node.name.start + bracket.index, end: node.name.end };
      const args = [name.slice(name.lastIndexOf('\\') + 1)];
      this.add('bracketInKeyName', range, args, { certainty: 'assumed', places, remedies: repairBracket(range, node) });
    }
    if (node.path === importedPath(node.path)) return;
    const doubled = /\\{2,}(?!$)/.test(node.path.replace(/\\+$/, ''));
    const what = doubled ? 'doubled' : 'trailing';
    const certainty = doubled ? 'assumed' : 'confirmed';
    this.add('keyBackslashes', node.name, [what], { certainty, places, remedies: repairBackslashes(text, node, what) });
  }

  badKey(node: KeyNode, reason: SkipReason, certainty: Certainty, previous: RegistryKey | undefined): void {
    const { text } = this.file;
    const root = rootRange(text, node);
    const remedies = repairKeyLine(text, node);
    const start = (kind: FaultKind, range: TextRange, args: Block['args']): void => {
      this.block = { kind, range: { start: range.start, end: range.end }, args, certainty, remedies, count: 0 };
    };
    const written = excerpt(text.slice(root.start, root.end));
    if (reason === 'unknownRoot') start('unknownRoot', root, (count) => [written, '', count]);
    else if (reason === 'abbreviatedRoot') start('abbreviatedRoot', root, (count) => [written, node.hive ?? '', count]);
    else if (reason === 'rootDeletion') this.add('rootDeletion', node, [written], { certainty });
    else if (reason === 'keyNameTooLong') {
      const longest = Math.max(...importedPath(node.path).split('\\').map((part) => part.length));
      this.add('nameTooLong', node.name, ['key', longest, KEY_COMPONENT_LIMIT], { certainty });
    } else {
      const before = previous === undefined ? '' : keyText(previous);
      start('keyLineDamaged', node, (count) => [node.problem ?? '', count, before]);
    }
  }

  /** A value that lands in the key before a damaged key line, or nowhere because of it. */
  countUnderBadKey(): void {
    if (this.block !== undefined) this.block.count++;
  }

  orphan(node: ValueNode, inForce: Extract<KeyInForce, { kind: 'none' }>): void {
    if (this.block !== undefined) {
      this.block.count++;
      return;
    }
    const why = orphanReasons[inForce.reason] ?? 'beforeFirstKey';
    this.orphans ??= { start: node.start, end: node.end, count: 0, why, certainty: inForce.certainty };
    this.orphans.end = node.end;
    this.orphans.count++;
  }

  /** `key` is undefined where no key is in force. */
  badValue(node: ValueNode, reason: SkipReason, certainty: Certainty, key: RegistryKey | undefined): void {
    const places: readonly Place[] = key === undefined ? [] : [{ key, name: valueName(this.file, node) }];
    if (reason === 'valueNameTooLong') {
      this.add('nameTooLong', node.name, ['value', node.name.end - node.name.start, VALUE_NAME_LIMIT], { certainty, places });
      return;
    }
    if (node.problem === undefined) return;
    const fault = problemFault(this.file, node, node.problem);
    const remedies = repairValue(this.file.text, node, node.problem, this.dialect);
    this.add(fault.kind, fault.range, fault.args, { certainty, places, remedies });
  }

  storedValue(node: ValueNode, key: RegistryKey): void {
    if (node.form !== 'hex') return;
    const fault = storedFault(this.file, node, this.dialect);
    if (fault === undefined) return;
    const places: readonly Place[] = [{ key, name: valueName(this.file, node) }];
    const remedies = fault.kind === 'hexCut' ? repairCut(this.file.text, node) : fault.args[0] === 'noSecondNul' ? this.listEnd(node) : [];
    this.add(fault.kind, fault.range, fault.args, { certainty: fault.kind === 'hexCut' ? 'confirmed' : 'assumed', places, remedies });
  }

  private listEnd(node: ValueNode): readonly Remedy[] {
    const stored = valueData(this.file, node, this.dialect);
    if (stored === undefined) return [];
    const unit = this.dialect === 'v4' ? 1 : 2;
    const hasOne = stored.bytes.length === node.byteCount * (2 / unit);
    return repairListEnd(this.file.text, node, this.dialect, hasOne ? 1 : 2);
  }

  ignoredLine(node: IgnoredNode, certainty: Certainty): void {
    const { text } = this.file;
    const remedies = repairIgnoredLine(text, node);
    const line = excerpt(text.slice(node.start, node.end));
    switch (node.looksLike) {
      case 'missingOpen':
        { this.add('keyLineDamaged', node, ['missingOpen', 0, ''], { certainty, remedies }); return; }
      case 'valueUnquoted':
        { this.add('valueNameDamaged', node, ['unquoted'], { certainty, remedies }); return; }
      case 'curlyName':
        { this.add('valueNameDamaged', node, ['curlyQuotes'], { certainty, remedies }); return; }
      case 'hash':
      case 'slashes':
      case 'text':
        { this.add('lineIgnored', node, [line, node.looksLike], { certainty, remedies }); return; }
    }
  }

  repeated({ earlier, later, key, certain }: Repeated, lines: LineMap): void {
    const name = valueName(this.file, earlier);
    const a = valueData(this.file, earlier, this.dialect);
    const b = valueData(this.file, later, this.dialect);
    const same = (a !== undefined && b !== undefined && sameData(a, b)) || (earlier.form === 'delete' && later.form === 'delete');
    // Taking the earlier line out is cosmetic only where Windows is sure to store the later one.
    const remedies = same && certain ? [cosmetic(message('repair.removeRepeated'), removeLines(this.file.text, earlier))] : [];
    const related: Evidence = { document: this.document, range: { start: later.start, end: later.end } };
    const what = same ? 'same' : earlier.form === 'delete' ? 'deletion' : 'different';
    const args = [name, what, lines.positionAt(later.start).line + 1];
    this.add('assignedTwice', { start: earlier.start, end: earlier.data.end }, args, { places: [{ key, name }], remedies, related, certainty: 'assumed' });
  }
}
