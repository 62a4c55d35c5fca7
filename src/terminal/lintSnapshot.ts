// A snapshot among the files that `lint` was given: the same rules as `diagnose`, with positions in its text.

import { lintSnapshotBytes } from '../core/lint/snapshotLinter';
import type { Finding, RuleCode } from '../core/rules/rule';
import { snapshotFailure } from '../core/snapshot/snapshotFailures';
import { fail, succeed, type Result } from '../core/result';

export interface LintedSnapshot {
  /** What positions refer to. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

export function lintSnapshot(path: string, bytes: Uint8Array, onRuleError: (code: RuleCode, error: unknown) => void): Result<LintedSnapshot> {
  const linted = lintSnapshotBytes({ document: path, bytes, severities: new Map(), onRuleError });
  if (!linted.ok) return fail(snapshotFailure(linted.fault, path));
  return succeed({ text: linted.text, findings: linted.findings });
}
