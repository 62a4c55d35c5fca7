// The first line decides what Windows makes of the whole file. Facts: formats of `reg import` as observed on Windows
// (Wine's tests): the match is exact and case-sensitive, blanks before it are fine, an empty line before it is not, and any other
// line that begins with REGEDIT is accepted while nothing at all is imported.

import { lineEnd, skipBlanks } from './characters';
import type { TextRange } from '../../text/range';
import type { Dialect, HeaderNode, HeaderVerdict } from './nodes';

export const headerV5 = 'Windows Registry Editor Version 5.00';
export const headerV4 = 'REGEDIT4';
const headerWindows31 = 'REGEDIT';

function judge(line: string): HeaderVerdict {
  if (line === headerV5) return { kind: 'accepted', dialect: 'v5' };
  if (line === headerV4) return { kind: 'accepted', dialect: 'v4' };
  if (line === headerWindows31) return { kind: 'accepted', dialect: 'windows31' };
  if (line.startsWith(headerWindows31)) return { kind: 'importsNothing' };
  if (/^WINE REGISTRY Version \d/.test(line)) return { kind: 'winePrefix' };
  // Text after the header: refused by Wine, not confirmed on Windows.
  if (line.startsWith(headerV5)) return { kind: 'rejected', why: 'trailing', certain: false };
  const lower = line.toLowerCase();
  if (lower === headerV5.toLowerCase() || lower.startsWith('regedit')) return { kind: 'rejected', why: 'wrongCase', certain: true };
  if (lower.startsWith('windows registry editor')) return { kind: 'rejected', why: 'wrongVersion', certain: true };
  if (/^(?:\[|@|")/.test(line)) return { kind: 'rejected', why: 'missing', certain: true };
  return { kind: 'rejected', why: 'other', certain: true };
}

export function readHeader(text: string): HeaderNode {
  const start = skipBlanks(text, 0);
  const end = lineEnd(text, start);
  if (end === start) {
    const first = text.search(/\S/);
    if (first < 0) return { kind: 'header', start: 0, end: 0, verdict: { kind: 'rejected', why: 'empty', certain: true } };
    // The header after empty lines is part of the fault, not an unknown line of its own.
    const firstEnd = lineEnd(text, first);
    const late = judge(text.slice(first, firstEnd)).kind === 'accepted';
    return { kind: 'header', start: 0, end: late ? firstEnd : end, verdict: { kind: 'rejected', why: 'blankFirst', certain: true } };
  }
  const verdict = judge(text.slice(start, end));
  const late = verdict.kind === 'rejected' && verdict.why === 'other' ? lateHeader(text, end) : undefined;
  return { kind: 'header', start, end, verdict, ...(late !== undefined && { late }) };
}

/** How far down a header is looked for: below a licence or a comment, not below content. */
const SEARCHED = 8192;

function lateHeader(text: string, from: number): TextRange | undefined {
  const match = /^[ \t]*(?:Windows Registry Editor Version 5\.00|REGEDIT4)[ \t]*$/m.exec(text.slice(from, from + SEARCHED));
  return match === null ? undefined : { start: from + match.index, end: from + match.index + match[0].length };
}

/** The dialect a header plainly means, whatever is wrong with it: what the file would be read as once the header is right. */
export function meantDialect(header: HeaderNode, text: string): Dialect {
  if (header.verdict.kind === 'accepted') return header.verdict.dialect;
  const { start, end } = header.late ?? header;
  return /regedit\s*\d/i.test(text.slice(start, end)) ? 'v4' : 'v5';
}
