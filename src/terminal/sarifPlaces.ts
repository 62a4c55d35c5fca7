// Where something is, as SARIF says it: the address of a file and a region in it.

import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Region } from 'sarif';
import type { LineMap } from '../core/text/lineMap';
import type { TextRange } from '../core/text/range';

/** What relative addresses start from: the folder the command ran in, which for code scanning is the root of the repository. */
export const SOURCE_ROOT = 'SRCROOT';

/** Below the current folder relative to it; elsewhere whole, because `..` must not begin a relative address. */
export function artifactLocation(path: string): ArtifactLocation {
  const from = relative('', path);
  if (from === '..' || from.startsWith(`..${sep}`) || isAbsolute(from)) return { uri: pathToFileURL(resolve(path)).href };
  return { uri: from.split(sep).map(encodeURIComponent).join('/'), uriBaseId: SOURCE_ROOT };
}

/** Lines and columns from 1; the end column is the one behind the last character. */
export function textRegion({ start, end }: TextRange, lines: LineMap): Region {
  const first = lines.positionAt(start);
  const last = lines.positionAt(end);
  return { startLine: first.line + 1, startColumn: first.column + 1, endLine: last.line + 1, endColumn: last.column + 1 };
}

/** A line as well, though a file of bytes has none: code scanning takes no place without one. */
export function byteRegion({ start, end }: TextRange): Region {
  return { startLine: 1, byteOffset: start, byteLength: end - start };
}
