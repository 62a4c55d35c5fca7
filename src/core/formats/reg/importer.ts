// What `reg import` does with each line of a parsed file: create, delete, set, skip. Facts: Wine's tests of `reg import`, written to
// pass on Windows ("confirmed"); what they do not cover is marked "assumed". One walk serves the explanation, the observations and
// the faults, so that the three can never disagree.

import type { RegistryKey } from '../../registry/place';
import type { Certainty } from '../../rules/rule';
import type { TextRange } from '../../text/range';
import type { HeaderNode, IgnoredNode, KeyNode, RegFile, ValueNode } from './nodes';

export const KEY_COMPONENT_LIMIT = 255;
export const VALUE_NAME_LIMIT = 16_383;

/** Why a line does nothing. Each is a sentence in messages/importTexts.ts. */
export type SkipReason =
  | 'headerRejected'
  | 'encodingRejected'
  | 'headerImportsNothing'
  | 'keyLineDamaged'
  | 'unknownRoot'
  | 'abbreviatedRoot'
  | 'rootDeletion'
  | 'keyNameTooLong'
  | 'noKeyYet'
  | 'underDamagedKey'
  | 'underUnknownRoot'
  | 'underAbbreviatedRoot'
  | 'underKeyDeletion'
  | 'underLongKey'
  | 'valueNameTooLong'
  | 'nameDamaged'
  | 'dwordMalformed'
  | 'stringMalformed'
  | 'multiLineString'
  | 'hexMalformed'
  | 'danglingContinuation'
  | 'swallowed'
  | 'cutOff'
  | 'partOfSkipped'
  | 'trailingText'
  | 'deletionDamaged'
  | 'typeUpperCase'
  | 'dataUnrecognised'
  | 'unknownLine'
  | 'notWindows31';

export interface Skip {
  readonly range: TextRange;
  readonly reason: SkipReason;
  readonly certainty: Certainty;
}

/** The key that is in force for the value lines that follow. */
export type KeyInForce =
  | { readonly kind: 'open'; readonly key: RegistryKey; readonly certainty: Certainty }
  | { readonly kind: 'none'; readonly reason: SkipReason; readonly certainty: Certainty };

export interface ImportVisitor {
  createKey(node: KeyNode, key: RegistryKey, certainty: Certainty): void;
  deleteKey(node: KeyNode, key: RegistryKey, certainty: Certainty): void;
  set(node: ValueNode, key: RegistryKey, certainty: Certainty): void;
  deleteValue(node: ValueNode, key: RegistryKey, certainty: Certainty): void;
  /** A value line that is skipped, with the key that is in force. */
  skipValue(node: ValueNode, inForce: KeyInForce, reason: SkipReason, certainty: Certainty): void;
  skipKey(node: KeyNode, reason: SkipReason, certainty: Certainty): void;
  skipLine(node: IgnoredNode, inForce: KeyInForce, certainty: Certainty): void;
}

/** The path Windows uses: no trailing backslash (confirmed), runs of backslashes as one (assumed). */
export function importedPath(path: string): string {
  const isPlain = !path.endsWith('\\') && !path.includes('\\\\');
  return isPlain ? path : path.replace(/\\+$/, '').replace(/\\{2,}/g, '\\');
}

function hasLongComponent(path: string): boolean {
  return path.length > KEY_COMPONENT_LIMIT && path.split('\\').some((part) => part.length > KEY_COMPONENT_LIMIT);
}

/** Not confirmed: text after the closing bracket, another bracket in the name, a doubled backslash between its parts. */
function keyCertainty(file: RegFile, node: KeyNode): Certainty {
  const rest = file.text.slice(node.name.end + 1, node.end).trim();
  const doubled = node.path.includes('\\\\') && /\\{2,}[^\\]/.test(node.path);
  const unusual = rest !== '' || node.path.includes(']') || doubled;
  return unusual ? 'assumed' : 'confirmed';
}

/** Whether values after this damaged key line go to the key before it; after any other they go nowhere. */
export function leavesKeyOpen(node: KeyNode): boolean {
  return node.problem === 'missingClose' || node.problem === 'blankAfterBracket';
}

function isNameTooLong(node: ValueNode): boolean {
  return node.name.end - node.name.start > VALUE_NAME_LIMIT;
}

function dataText(file: RegFile, node: ValueNode): string {
  return file.text.slice(node.data.start, node.data.end);
}

/** Whether skipping for this reason was confirmed on Windows. */
function problemOf(file: RegFile, node: ValueNode): { readonly reason: SkipReason; readonly certainty: Certainty } | undefined {
  const problem = node.problem;
  if (problem === undefined) return undefined;
  switch (problem.kind) {
    case 'name':
      return { reason: 'nameDamaged', certainty: 'confirmed' };
    case 'dword':
      return { reason: 'dwordMalformed', certainty: problem.what === 'negative' ? 'assumed' : 'confirmed' };
    case 'string':
      // Of the escapes only \0 was seen to drop the value on Windows.
      return { reason: 'stringMalformed', certainty: problem.what === 'strayQuote' || file.text.startsWith('\\0', problem.at.start) ? 'confirmed' : 'assumed' };
    case 'multiLine':
      return { reason: 'multiLineString', certainty: 'assumed' };
    case 'hex':
      return { reason: problem.what === 'continuationEmpty' ? 'danglingContinuation' : 'hexMalformed', certainty: 'confirmed' };
    case 'trailing':
      return { reason: 'trailingText', certainty: 'confirmed' };
    case 'delete':
      return { reason: 'deletionDamaged', certainty: 'confirmed' };
    case 'typeUpperCase':
      return { reason: 'typeUpperCase', certainty: 'assumed' };
    case 'data':
      // Seen on Windows for text without quotes; for other tools' dialects (str(2):, REG_DWORD:) only in Wine.
      return { reason: 'dataUnrecognised', certainty: /^[A-Za-z_]+(?:\(\w*\))?:/.test(dataText(file, node)) ? 'assumed' : 'confirmed' };
  }
}

const underReasons: Partial<Record<SkipReason, SkipReason>> = {
  unknownRoot: 'underUnknownRoot',
  abbreviatedRoot: 'underAbbreviatedRoot',
  keyNameTooLong: 'underLongKey',
};

class ImportWalk {
  private inForce: KeyInForce = { kind: 'none', reason: 'noKeyYet', certainty: 'assumed' };

  constructor(
    private readonly file: RegFile,
    private readonly visitor: ImportVisitor,
  ) {}

  key(node: KeyNode): void {
    const refused = this.refusal(node);
    if (refused !== undefined) this.skipKey(node, refused.reason, refused.certainty);
    else if (node.problem !== undefined || node.hive === undefined) this.damagedKey(node);
    else this.goodKey(node, { hive: node.hive, path: importedPath(node.path) });
  }

  /** A well formed line that names a key Windows does not create or delete. */
  private refusal(node: KeyNode): Pick<Skip, 'reason' | 'certainty'> | undefined {
    if (node.problem === 'unknownRoot') return { reason: 'unknownRoot', certainty: 'confirmed' };
    if (node.problem === 'abbreviatedRoot') return { reason: 'abbreviatedRoot', certainty: 'assumed' };
    if (node.problem !== undefined) return undefined;
    const path = importedPath(node.path);
    if (node.deletes && path === '') return { reason: 'rootDeletion', certainty: 'assumed' };
    return hasLongComponent(path) ? { reason: 'keyNameTooLong', certainty: 'assumed' } : undefined;
  }

  private goodKey(node: KeyNode, key: RegistryKey): void {
    const certainty = keyCertainty(this.file, node);
    if (node.deletes) {
      this.visitor.deleteKey(node, key, certainty);
      this.inForce = { kind: 'none', reason: 'underKeyDeletion', certainty: 'confirmed' };
    } else {
      this.visitor.createKey(node, key, certainty);
      this.inForce = { kind: 'open', key, certainty };
    }
  }

  // The line itself does nothing (confirmed). Where its values go was not confirmed on Windows; this is what Wine does.
  private damagedKey(node: KeyNode): void {
    this.visitor.skipKey(node, 'keyLineDamaged', 'confirmed');
    const keepsPrevious = this.inForce.kind === 'open' && leavesKeyOpen(node);
    this.inForce = keepsPrevious ? { ...this.inForce, certainty: 'assumed' } : { kind: 'none', reason: 'underDamagedKey', certainty: 'assumed' };
  }

  private skipKey(node: KeyNode, reason: SkipReason, certainty: Certainty): void {
    this.visitor.skipKey(node, reason, certainty);
    this.inForce = { kind: 'none', reason: underReasons[reason] ?? 'underKeyDeletion', certainty };
  }

  value(node: ValueNode): void {
    const { inForce, visitor } = this;
    const problem = problemOf(this.file, node) ?? (isNameTooLong(node) ? ({ reason: 'valueNameTooLong', certainty: 'assumed' } as const) : undefined);
    if (problem !== undefined) visitor.skipValue(node, inForce, problem.reason, problem.certainty);
    else if (inForce.kind === 'none') visitor.skipValue(node, inForce, inForce.reason, inForce.certainty);
    else {
      const certainty = node.loose ? 'assumed' : inForce.certainty;
      if (node.form === 'delete') visitor.deleteValue(node, inForce.key, certainty);
      else visitor.set(node, inForce.key, certainty);
    }
  }

  line(node: IgnoredNode): void {
    this.visitor.skipLine(node, this.inForce, node.looksLike === 'curlyName' || node.looksLike === 'slashes' ? 'assumed' : 'confirmed');
    // A key line without its bracket does not close the key before it.
    if (node.looksLike === 'missingOpen' && this.inForce.kind === 'open') this.inForce = { ...this.inForce, certainty: 'assumed' };
  }
}

/** Whether the import tool would exit 0 and act on the lines, exit 0 and do nothing, or refuse the file. */
export function headerOutcome(header: HeaderNode): 'acts' | 'importsNothing' | 'rejected' {
  switch (header.verdict.kind) {
    case 'accepted':
      return 'acts';
    case 'importsNothing':
      return 'importsNothing';
    case 'rejected':
    case 'winePrefix':
      return 'rejected';
  }
}

/** Walks the lines as if the header were right: the faults and observations of a file with a bad header are still worth seeing. */
export function walkImport(file: RegFile, visitor: ImportVisitor): void {
  const walk = new ImportWalk(file, visitor);
  file.forEachNode((node) => {
    if (node.kind === 'value') walk.value(node);
    else if (node.kind === 'key') walk.key(node);
    else if (node.kind === 'ignored') walk.line(node);
  });
}
