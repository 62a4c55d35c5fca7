// `lint --explain-import`: what `reg import` would do with each line of a .reg file. The JSON shape is the product's contract.

import { englishInFile } from '../../messages/englishInFiles';
import { message } from '../../messages/message';
import { keyText, type RegistryKey } from '../../registry/place';
import { hexText, numberSize, stringData, valueType, type ValueData } from '../../registry/valueData';
import type { Certainty } from '../../rules/rule';
import { decodeAsWindows, decodeText, detectEncoding } from '../../text/decode';
import { createLineMap, type LineMap } from '../../text/lineMap';
import type { TextRange } from '../../text/range';
import { lineEnd, nextLine, skipBlanks } from './characters';
import { headerOutcome, walkImport, type SkipReason } from './importer';
import type { Dialect, RegFile, ValueNode } from './nodes';
import { parseReg } from './parser';
import { isStringType, valueData, valueName } from './valueBytes';
import { readWindows31 } from './windows31';

export interface ImportOperation {
  /** From 1. */
  readonly line: number;
  readonly op: 'set' | 'deleteValue' | 'createKey' | 'deleteKey';
  readonly key: string;
  /** Value name, the empty string for the default value; absent for keys. */
  readonly name?: string;
  /** Registry type number; only for `set`. */
  readonly type?: number;
  /** Lower-case hex of the bytes stored; only for `set`. */
  readonly data?: string;
  readonly certainty: Certainty;
}

export interface SkippedLine {
  readonly line: number;
  readonly reason: string;
  readonly certainty: Certainty;
}

export interface ImportExplanation {
  /** The import tool would exit 0. */
  readonly accepted: boolean;
  readonly certainty: Certainty;
  readonly operations: readonly ImportOperation[];
  readonly skipped: readonly SkippedLine[];
}

class Explainer {
  private readonly operations: ImportOperation[] = [];
  private readonly skipped: SkippedLine[] = [];

  constructor(
    private readonly text: string,
    private readonly lines: LineMap,
  ) {}

  private lineOf(offset: number): number {
    return this.lines.positionAt(offset).line + 1;
  }

  key(node: TextRange, op: 'createKey' | 'deleteKey', key: RegistryKey, certainty: Certainty): void {
    this.operations.push({ line: this.lineOf(node.start), op, key: keyText(key), certainty });
  }

  deleteValue(node: ValueNode, key: RegistryKey, name: string, certainty: Certainty): void {
    this.operations.push({ line: this.lineOf(node.start), op: 'deleteValue', key: keyText(key), name, certainty });
  }

  set(at: number, key: RegistryKey, name: string, data: ValueData, certainty: Certainty): void {
    this.operations.push({ line: this.lineOf(at), op: 'set', key: keyText(key), name, type: data.type, data: hexText(data.bytes), certainty });
  }

  skip(at: number, reason: SkipReason, certainty: Certainty): void {
    this.skipped.push({ line: this.lineOf(at), reason: englishInFile(message(`import.${reason}`)), certainty });
  }

  /** Every line of the range that is neither blank nor a comment. */
  skipLines(range: TextRange, reason: SkipReason, certainty: Certainty): void {
    let at = range.start;
    while (at < range.end) {
      const first = skipBlanks(this.text, at);
      const end = lineEnd(this.text, first);
      if (first < Math.min(end, range.end) && this.text[first] !== ';') this.skip(first, reason, certainty);
      at = nextLine(this.text, end);
    }
  }

  done(accepted: boolean, certainty: Certainty): ImportExplanation {
    const skipped = [...this.skipped].sort((a, b) => a.line - b.line);
    return { accepted, certainty, operations: this.operations, skipped };
  }
}

function setCertainty(file: RegFile, node: ValueNode, dialect: Dialect, wide: boolean, certainty: Certainty): Certainty {
  if (certainty === 'assumed') return certainty;
  const name = file.text.slice(node.name.start, node.name.end);
  if (name === '@' || /[^\0-\x7f]/.test(name)) return wide && name !== '@' ? certainty : 'assumed';
  if (node.form === 'string') return wide || /^[\0-\x7f]*$/.test(file.text.slice(node.data.start, node.data.end)) ? certainty : 'assumed';
  if (node.form !== 'hex') return certainty;
  // Not witnessed on Windows: a header and an encoding that do not belong together, REG_SZ in hex, numbers of another length.
  if (isStringType(node.type)) {
    const witnessed = (dialect === 'v5') === wide && node.type !== valueType.sz && (dialect === 'v4' || node.byteCount % 2 === 0);
    return node.byteCount === 0 || witnessed ? certainty : 'assumed';
  }
  const size = numberSize(node.type);
  return size === undefined || node.byteCount === size || node.byteCount === 0 ? certainty : 'assumed';
}

function explainLines(file: RegFile, explainer: Explainer, dialect: Dialect, wide: boolean): void {
  const restOf = (node: ValueNode): TextRange => ({ start: nextLine(file.text, lineEnd(file.text, node.start)), end: node.end });
  walkImport(file, {
    createKey: (node, key, certainty) => explainer.key(node, 'createKey', key, certainty),
    deleteKey: (node, key, certainty) => explainer.key(node, 'deleteKey', key, certainty),
    deleteValue: (node, key, certainty) => explainer.deleteValue(node, key, valueName(file, node), certainty),
    set(node, key, certainty) {
      const data = valueData(file, node, dialect);
      if (data !== undefined) explainer.set(node.start, key, valueName(file, node), data, setCertainty(file, node, dialect, wide, certainty));
      if (node.lost !== undefined) explainer.skipLines(node.lost.range, 'cutOff', 'confirmed');
    },
    skipValue(node, _inForce, reason, certainty) {
      explainer.skip(node.start, reason, certainty);
      const swallowed = node.lost?.why === 'swallowed' ? node.lost.range : undefined;
      if (swallowed === undefined) explainer.skipLines(restOf(node), 'partOfSkipped', certainty);
      else {
        explainer.skipLines({ start: restOf(node).start, end: swallowed.start }, 'partOfSkipped', certainty);
        explainer.skipLines(swallowed, 'swallowed', 'confirmed');
      }
    },
    skipKey: (node, reason, certainty) => explainer.skip(node.start, reason, certainty),
    skipLine: (node, _inForce, certainty) => explainer.skip(node.start, 'unknownLine', certainty),
  });
}

function explainWindows31(file: RegFile, explainer: Explainer): void {
  for (const line of readWindows31(file.text, nextLine(file.text, file.header.end))) {
    if (line.assignment === undefined) explainer.skip(line.start, 'notWindows31', 'confirmed');
    else {
      explainer.key(line, 'createKey', line.assignment.key, 'confirmed');
      explainer.set(line.start, line.assignment.key, '', stringData(line.assignment.data), 'confirmed');
    }
  }
}

/** Explains the bytes of a .reg file. Never throws on any bytes. */
export function explainImport(bytes: Uint8Array): ImportExplanation {
  const seen = detectEncoding(bytes);
  // UTF-16 that Windows refuses is still shown by its own lines.
  const refused = seen.encoding === 'utf-16be' || (seen.encoding === 'utf-16le' && !seen.bom);
  const text = refused ? decodeText(bytes).text : decodeAsWindows(bytes);
  const file = parseReg(text);
  const explainer = new Explainer(text, createLineMap(text));
  const outcome = headerOutcome(file.header);
  if (refused || outcome !== 'acts' || file.header.verdict.kind !== 'accepted') {
    const reason = refused ? 'encodingRejected' : outcome === 'importsNothing' ? 'headerImportsNothing' : 'headerRejected';
    // A UTF-8 mark or text after the header: reports about Windows contradict each other, or there are none.
    const unsure = seen.encoding === 'utf-16be' || (seen.encoding === 'utf-8' && seen.bom) || (file.header.verdict.kind === 'rejected' && !file.header.verdict.certain);
    const certainty = unsure ? 'assumed' : 'confirmed';
    explainer.skipLines({ start: 0, end: text.length }, reason, certainty);
    return explainer.done(reason === 'headerImportsNothing', certainty);
  }
  const { dialect } = file.header.verdict;
  const wide = seen.encoding === 'utf-16le' && seen.bom;
  if (dialect === 'windows31') explainWindows31(file, explainer);
  else explainLines(file, explainer, dialect, wide);
  return explainer.done(true, 'confirmed');
}
