// The dialect of Windows 3.1 (`REGEDIT` alone on the first line): each line sets the default value of a key under HKEY_CLASSES_ROOT,
// which must be in upper case at the very start of the line. Facts: Wine's tests of `reg import`, which pass on Windows.

import type { RegistryKey } from '../../registry/place';
import type { TextRange } from '../../text/range';
import { EQUALS, isBlank, isLineEnd, lineEnd, nextLine, SPACE, skipBlanks } from './characters';

const ROOT = 'HKEY_CLASSES_ROOT';

export interface Windows31Line extends TextRange {
  /** Undefined where Windows ignores the line. */
  readonly assignment: { readonly key: RegistryKey; readonly data: string } | undefined;
}

function readLine(text: string, start: number, end: number): Windows31Line {
  if (!text.startsWith(ROOT, start)) return { start, end, assignment: undefined };
  let keyEnd = start;
  while (keyEnd < end && !isBlank(text.charCodeAt(keyEnd))) keyEnd++;
  let data = skipBlanks(text, keyEnd);
  if (text.charCodeAt(data) === EQUALS) {
    data++;
    if (text.charCodeAt(data) === SPACE) data++;
  }
  const path = text.slice(start + ROOT.length, keyEnd).replace(/^\\+|\\+$/g, '');
  return { start, end, assignment: { key: { hive: ROOT, path }, data: text.slice(data, end) } };
}

/** The lines after the header that are not empty. */
export function readWindows31(text: string, from: number): readonly Windows31Line[] {
  const lines: Windows31Line[] = [];
  let at = from;
  while (at < text.length) {
    const end = lineEnd(text, at);
    if (!isLineEnd(text.charCodeAt(skipBlanks(text, at)))) lines.push(readLine(text, at, end));
    at = nextLine(text, end);
  }
  return lines;
}
