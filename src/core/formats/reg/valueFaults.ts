// Faults of value lines: what the rules RDP010 to RDP028 are given. Argument order per kind is what rules/file/* read.

import { numberSize, typeName, valueType } from '../../registry/valueData';
import type { TextRange } from '../../text/range';
import type { FaultKind } from '../fault';
import type { Dialect, RegFile, ValueNode, ValueProblem } from './nodes';
import { isStringType, valueName } from './valueBytes';

export interface ValueFault {
  readonly kind: FaultKind;
  readonly range: TextRange;
  readonly args: readonly (string | number)[];
}

const EXCERPT = 40;

/** At most one line and forty characters, for a message. */
export function excerpt(text: string): string {
  const line = /^[^\r\n]*/.exec(text)?.[0].trim() ?? '';
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
}

function lineCount(text: string): number {
  return text.split(/\r\n|\r|\n/).length;
}

function swallowedWhat(line: string): 'value' | 'key' | 'text' {
  if (line.startsWith('[')) return 'key';
  return /^(?:@|")/.test(line) ? 'value' : 'text';
}

/** The fault behind a value line that Windows skips. */
export function problemFault(file: RegFile, node: ValueNode, problem: ValueProblem): ValueFault {
  const { text } = file;
  const name = valueName(file, node);
  const piece = (range: TextRange): string => excerpt(text.slice(range.start, range.end));
  switch (problem.kind) {
    case 'name':
      return { kind: 'valueNameDamaged', range: node, args: [problem.what] };
    case 'dword':
      return { kind: 'dwordMalformed', range: node.data, args: [problem.what, piece(node.data), name] };
    case 'string':
      return { kind: 'stringMalformed', range: node.data, args: [problem.what, piece(problem.at), name] };
    case 'multiLine':
      return { kind: 'multiLineString', range: node.data, args: [name] };
    case 'hex':
      if (problem.what === 'continuationEmpty' && node.lost !== undefined) {
        const lost = text.slice(node.lost.range.start, node.lost.range.end);
        return { kind: 'linesSwallowed', range: { start: node.start, end: node.lost.range.end }, args: [1, swallowedWhat(lost), name] };
      }
      return { kind: 'hexMalformed', range: node.data, args: [problem.what, piece(problem.at), name] };
    case 'trailing':
      return { kind: 'trailingText', range: problem.at, args: [piece(problem.at), name, problem.what] };
    case 'delete':
      return { kind: 'deletionDamaged', range: problem.at, args: [piece(problem.at), name] };
    case 'typeUpperCase':
      return { kind: 'typeUpperCase', range: problem.at, args: [piece(problem.at)] };
    case 'data':
      return { kind: 'dataUnrecognised', range: node.data.start === node.data.end ? node : node.data, args: [piece(node.data), name] };
  }
}

/** Faults of a value that is stored all the same: cut short, of a wrong length, a list without its end. */
export function storedFault(file: RegFile, node: ValueNode, dialect: Dialect): ValueFault | undefined {
  if (node.lost !== undefined) {
    const lines = lineCount(file.text.slice(node.lost.range.start, node.lost.range.end));
    return { kind: 'hexCut', range: { start: node.start, end: node.lost.range.end }, args: [node.byteCount, valueName(file, node), lines] };
  }
  if (node.form !== 'hex' || node.byteCount === 0) return undefined;
  const size = numberSize(node.type);
  if (size !== undefined) {
    if (node.byteCount === size) return undefined;
    return { kind: 'numberLength', range: node.data, args: [typeName(node.type), node.byteCount, size, valueName(file, node)] };
  }
  return isStringType(node.type) ? stringBytesFault(file, node, dialect) : undefined;
}

/** Whether the last `count` bytes are written as zeros, read backwards from the end of the data. */
function endsInZeros(text: string, node: ValueNode, count: number): boolean {
  let zeros = 0;
  for (let at = node.data.end - 1; at > node.data.start && zeros < 2 * count; at--) {
    const unit = text[at];
    if (unit === '0') zeros++;
    // Anything rarer than a plain break (a comment, a one-digit byte) is left to the full reading below.
    else if (unit !== ',' && unit !== '\\' && unit !== ' ' && unit !== '\r' && unit !== '\n') return false;
  }
  return zeros === 2 * count;
}

function stringBytesFault(file: RegFile, node: ValueNode, dialect: Dialect): ValueFault | undefined {
  const fault = (what: string): ValueFault => ({
    kind: 'stringBytes',
    range: node.data,
    args: [what, typeName(node.type), valueName(file, node)],
  });
  if (dialect === 'v5' && node.byteCount % 2 !== 0) return fault('oddLength');
  if (node.type !== valueType.multiSz) return undefined;
  // One NUL alone is an empty list, as regedit itself writes one.
  const unit = dialect === 'v4' ? 1 : 2;
  if (node.byteCount <= unit || endsInZeros(file.text, node, 2 * unit)) return undefined;
  return fault('noSecondNul');
}
