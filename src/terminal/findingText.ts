// Findings as JSON rows and as lines of text: positions from 1, as compilers print them.

import { english } from '../core/messages/english';
import { keyText } from '../core/registry/place';
import type { Finding } from '../core/rules/rule';
import type { LineMap } from '../core/text/lineMap';

export interface FindingRow {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly symptom: Finding['symptom'];
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly places: readonly { readonly key: string; readonly name: string }[];
  readonly fixes: readonly { readonly title: string; readonly effect: string }[];
  readonly certainty: Finding['certainty'];
}

export function findingRow(finding: Finding, lines: LineMap): FindingRow {
  const start = lines.positionAt(finding.evidence.range.start);
  const end = lines.positionAt(finding.evidence.range.end);
  return {
    code: finding.code,
    severity: finding.severity,
    symptom: finding.symptom,
    message: english(finding.message),
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
    places: finding.places.map(({ key, name }) => ({ key: keyText(key), name })),
    fixes: finding.remedies.map((remedy) => ({ title: english(remedy.title), effect: remedy.effect })),
    certainty: finding.certainty,
  };
}

export function findingLine(path: string, row: FindingRow): string {
  return `${path}:${String(row.line)}:${String(row.column)}: ${row.severity} ${row.code} ${row.message}`;
}
