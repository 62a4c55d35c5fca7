// Comments that ask for silence in a .reg file (formats/suppression.ts). Only a comment of its own line counts: the same words inside a
// string or between two lines of hex data are data.

import type { TextRange } from '../../text/range';
import { readSuppressionWords, SUPPRESS_FILE, type Suppression } from '../suppression';
import { lineBelowComments, lineEnd, lineStart, SEMICOLON, skipBlanks } from './characters';
import type { RegFile } from './nodes';
import { nodeAt } from './nodeSearch';

/** The statement that starts on the next line that is no comment, so that several of these comments can stand above one line. */
function nextStatement(file: RegFile, commentEnd: number): TextRange {
  const { text } = file;
  const start = lineBelowComments(text, commentEnd);
  const end = lineEnd(text, start);
  const node = nodeAt(file, skipBlanks(text, start));
  return { start, end: Math.max(end, node?.end ?? end) };
}

/** The comment that holds the words at `offset`; undefined where they stand in something else. */
function suppressionAt(file: RegFile, offset: number): Suppression | undefined {
  const { text } = file;
  const start = skipBlanks(text, lineStart(text, offset));
  const words = text.charCodeAt(start) === SEMICOLON ? readSuppressionWords(text, start + 1) : undefined;
  // Above the first node is the header, or a comment where the header should be.
  const node = nodeAt(file, start);
  if (words === undefined || (node !== undefined && node.kind !== 'comment')) return undefined;
  const end = lineEnd(text, start);
  const { codesAt, codes } = words;
  const told = { range: { start, end }, codesAt, codes };
  return words.scope === 'file' ? { ...told, scope: 'file', covers: { start: 0, end: text.length } } : { ...told, scope: 'nextLine', covers: nextStatement(file, end) };
}

/** In the order of the file. Costs one search where a file has none. */
export function readSuppressions(file: RegFile): readonly Suppression[] {
  const found: Suppression[] = [];
  for (let at = file.text.indexOf(SUPPRESS_FILE); at >= 0; at = file.text.indexOf(SUPPRESS_FILE, at)) {
    const suppression = suppressionAt(file, at);
    if (suppression !== undefined) found.push(suppression);
    // One comment a line: the words may come again in its remark.
    at = lineEnd(file.text, at);
  }
  return found;
}
