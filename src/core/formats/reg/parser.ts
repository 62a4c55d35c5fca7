// Text to nodes, line by line, for all dialects. Total: any text gives a file, nothing throws, and every line that is not blank
// belongs to a node. It says what is written; what Windows does with it is importer.ts.

import { isLineEnd, lineEnd, nextLine, OPEN_BRACKET, SEMICOLON, skipBlanks } from './characters';
import { readHeader } from './header';
import { readKeyLine } from './keyLine';
import type { HeaderNode, IgnoredNode, RegFile, RegNode, ValueNode } from './nodes';
import { readValueLine, startsValue } from './valueLine';

const MISSING_OPEN = /^-?(?:HKEY_[A-Z_]+|HKLM|HKCU|HKCR|HKCC|HKU)\\[^=]*\]\s*(?:;.*)?$/i;
const UNQUOTED = /^[^=";#[\]/][^="]*"?\s*=\s*(?:"|-|dword|hex|REG_)/i;
const CURLY_NAME = /^(?:[\u201c\u201d\u201e]|\u00e2\u20ac)/;

function looksLike(line: string): IgnoredNode['looksLike'] {
  if (line.startsWith('#')) return 'hash';
  if (line.startsWith('//')) return 'slashes';
  if (CURLY_NAME.test(line)) return 'curlyName';
  if (MISSING_OPEN.test(line)) return 'missingOpen';
  return UNQUOTED.test(line) ? 'valueUnquoted' : 'text';
}

function readNode(text: string, start: number): RegNode {
  const unit = text.charCodeAt(start);
  if (unit === OPEN_BRACKET) return readKeyLine(text, start);
  if (startsValue(unit)) return readValueLine(text, start);
  const end = lineEnd(text, start);
  if (unit === SEMICOLON) return { kind: 'comment', start, end };
  return { kind: 'ignored', start, end, looksLike: looksLike(text.slice(start, end)) };
}

/** Reads the nodes after the header one by one and keeps none: a file of 100 MB has half a million. */
function forEachNode(text: string, header: HeaderNode, visit: (node: RegNode) => void): void {
  // A first line that is no header at all may already be content: read it again, so that its findings are not hidden by the first.
  const headerIsContent = header.verdict.kind === 'rejected' && header.verdict.why === 'missing';
  const lateStart = header.late === undefined ? -1 : skipBlanks(text, header.late.start);
  let at = headerIsContent ? 0 : nextLine(text, header.end);
  while (at < text.length) {
    const start = skipBlanks(text, at);
    if (isLineEnd(text.charCodeAt(start)) || start === lateStart) {
      at = nextLine(text, lineEnd(text, start));
      continue;
    }
    const node = readNode(text, start);
    visit(node);
    at = nextLine(text, node.end);
  }
}

function readNodes(text: string, header: HeaderNode): readonly RegNode[] {
  const nodes: RegNode[] = [];
  forEachNode(text, header, (node) => nodes.push(node));
  return nodes;
}

/**
 * Parses a decoded .reg file (without its byte order mark).
 * @param nodes `keep` where they will be asked for more than once: an editor; else they are read anew by every walk
 */
export function parseReg(text: string, nodes: 'keep' | 'forget' = 'forget'): RegFile {
  const header = readHeader(text);
  let kept = nodes === 'keep' ? readNodes(text, header) : undefined;
  return {
    text,
    header,
    get nodes() {
      return (kept ??= readNodes(text, header));
    },
    forEachNode(visit) {
      if (kept === undefined) forEachNode(text, header, visit);
      else kept.forEach(visit);
    },
  };
}

/** The value line that starts at this offset, as {@link forEachNode} read it. */
export function valueAt(text: string, start: number): ValueNode {
  return readValueLine(text, start);
}

/** The value lines between the key line at `keyStart` and the next key line, as {@link forEachNode} read them. */
export function valuesUnder(text: string, keyStart: number): readonly ValueNode[] {
  const values: ValueNode[] = [];
  let at = nextLine(text, lineEnd(text, keyStart));
  while (at < text.length) {
    const start = skipBlanks(text, at);
    const isBlankLine = isLineEnd(text.charCodeAt(start));
    const node = isBlankLine ? undefined : readNode(text, start);
    // A key line without its bracket casts doubt on what follows: it is not counted to the key above.
    if (node?.kind === 'key' || (node?.kind === 'ignored' && node.looksLike === 'missingOpen')) break;
    if (node?.kind === 'value') values.push(node);
    at = nextLine(text, node?.end ?? start);
  }
  return values;
}
