// Findings as JSON rows and as lines of text: positions from 1, as compilers print them, or bytes from the start of a file that is no text.

import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import { keyText } from '../core/registry/place';
import type { Finding } from '../core/rules/rule';
import type { LineMap } from '../core/text/lineMap';

interface PlaceInText {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface PlaceInBytes {
  readonly offset: number;
  readonly endOffset: number;
}

export type FindingRow = {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly symptom: Finding['symptom'];
  readonly message: string;
  readonly places: readonly { readonly key: string; readonly name: string }[];
  readonly fixes: readonly { readonly title: string; readonly effect: string }[];
  readonly certainty: Finding['certainty'];
} & (PlaceInText | PlaceInBytes);

function placeOf({ evidence: { range } }: Finding, lines: LineMap | undefined): PlaceInText | PlaceInBytes {
  if (lines === undefined) return { offset: range.start, endOffset: range.end };
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}

/** @param lines of the text; undefined for a file of bytes */
export function findingRow(finding: Finding, lines: LineMap | undefined): FindingRow {
  return {
    code: finding.code,
    severity: finding.severity,
    symptom: finding.symptom,
    message: english(finding.message),
    ...placeOf(finding, lines),
    places: finding.places.map(({ key, name }) => ({ key: keyText(key), name })),
    fixes: finding.remedies.map((remedy) => ({ title: english(remedy.title), effect: remedy.effect })),
    certainty: finding.certainty,
  };
}

/** @param gpo display name of the GPO the file belongs to */
export function findingLine(path: string, row: FindingRow, gpo?: string): string {
  const place = 'offset' in row ? `${path}@0x${row.offset.toString(16)}` : `${path}:${String(row.line)}:${String(row.column)}`;
  const said = gpo === undefined ? row.message : english(message('command.saidOfGpo', row.message, gpo));
  return `${place}: ${row.severity} ${row.code} ${said}`;
}
