// Exit codes, the contract of the command line: 0 nothing at or above the threshold, 1 something, 2 could not do what was asked.

import { isAtLeast } from '../core/lint/runRules';
import type { Finding, Severity } from '../core/rules/rule';

export const exitCode = { clean: 0, found: 1, failed: 2 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export function exitCodeFor(findings: readonly Pick<Finding, 'severity'>[], failOn: Severity): ExitCode {
  return findings.some((finding) => isAtLeast(finding.severity, failOn)) ? exitCode.found : exitCode.clean;
}
