// Findings as the expectations of fixtures spell them, and where those stand.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { english } from '../../../src/core/messages/english';
import type { Finding } from '../../../src/core/rules/rule';
import { createLineMap } from '../../../src/core/text/lineMap';
import { FIXTURES } from '../../places';

export const RULE_FIXTURES = join(FIXTURES, 'rules');

/** Lines and columns from 1. */
export interface ExpectedInText {
  readonly code: string;
  readonly severity: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}

/** What is expected of the fixtures of a rule, by their names; empty where nothing is listed. */
export function expectedOf<Expected>(code: string): Readonly<Record<string, readonly Expected[] | undefined>> {
  const listed = join(RULE_FIXTURES, code, 'expected.json');
  return (existsSync(listed) ? JSON.parse(readFileSync(listed, 'utf8')) : {}) as Readonly<Record<string, readonly Expected[] | undefined>>;
}

export function toldInText(text: string, findings: readonly Finding[]): readonly ExpectedInText[] {
  const lines = createLineMap(text);
  return findings.map(({ code, severity, message, evidence: { range } }) => {
    const [start, end] = [lines.positionAt(range.start), lines.positionAt(range.end)];
    return { code, severity, line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1, message: english(message) };
  });
}

/** How many of the findings say the same as this one, wherever they stand. */
export function countAlike(findings: readonly Finding[], { code, message }: Finding): number {
  return findings.filter((other) => other.code === code && english(other.message) === english(message)).length;
}
