// Text to nodes, line by line, for all dialects. Total: any text gives a file, nothing throws, and every line that is not blank
// belongs to a node. It says what is written; what Windows does with it is importer.ts.

import { isLineEnd, lineEnd, nextLine, OPEN_BRACKET, SEMICOLON, skipBlanks } from './characters';
import { readHeader } from './header';
import { readKeyLine } from './keyLine';
import type { IgnoredNode, RegFile, RegNode } from './nodes';
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

/** Parses a decoded .reg file (without its byte order mark). */
export function parseReg(text: string): RegFile {
  const header = readHeader(text);
  const nodes: RegNode[] = [];
  // A first line that is no header at all may already be content: read it again, so that its findings are not hidden by the first.
  const headerIsContent = header.verdict.kind === 'rejected' && header.verdict.why === 'missing';
  let at = headerIsContent ? 0 : nextLine(text, header.end);
  while (at < text.length) {
    const start = skipBlanks(text, at);
    if (isLineEnd(text.charCodeAt(start))) {
      at = nextLine(text, start);
      continue;
    }
    const node = readNode(text, start);
    nodes.push(node);
    at = nextLine(text, node.end);
  }
  return { text, header, nodes };
}
