// A snapshot among the files that `lint` was given: the same rules as `diagnose`, as rows and lines of lint.

import { lintSnapshotBytes } from '../core/lint/snapshotLinter';
import type { Finding, RuleCode } from '../core/rules/rule';
import { snapshotFailure } from '../core/snapshot/snapshotFailures';
import { createLineMap } from '../core/text/lineMap';
import { fail, succeed, type Result } from '../core/result';
import { findingRow, type FindingRow } from './findingText';

export interface LintedSnapshot {
  readonly rows: readonly FindingRow[];
  readonly findings: readonly Finding[];
}

export function lintSnapshot(path: string, bytes: Uint8Array, onRuleError: (code: RuleCode, error: unknown) => void): Result<LintedSnapshot> {
  const linted = lintSnapshotBytes({ document: path, bytes, severities: new Map(), onRuleError });
  if (!linted.ok) return fail(snapshotFailure(linted.fault, path));
  const lines = createLineMap(linted.text);
  return succeed({ rows: linted.findings.map((finding) => findingRow(finding, lines)), findings: linted.findings });
}
