// Every fix of a text, applied one by one: what the properties about fixes have in common.
import { lintText, type LintResult } from '../../src/core/lint/linter';
import type { Remedy } from '../../src/core/remedies/remedy';
import type { Finding } from '../../src/core/rules/rule';
import { applyEdits, type TextEdit } from '../../src/core/text/edits';

const seen = { encoding: 'utf-16le', bom: true } as const;

export function lint(text: string): LintResult {
  return lintText({
    document: 'case.reg',
    text,
    seen,
    severities: new Map(),
    onRuleError: (code, error) => {
      throw new Error(`${code} failed`, { cause: error });
    },
  });
}

export interface Fix {
  readonly text: string;
  readonly finding: Finding;
  readonly before: readonly Finding[];
  readonly remedy: Remedy;
  readonly edits: readonly TextEdit[];
  readonly fixed: string;
}

export function fixesOf(text: string): readonly Fix[] {
  const result = lint(text);
  return result.findings.flatMap((finding) =>
    finding.remedies.flatMap((remedy): readonly Fix[] => {
      const edits = result.editsFor(finding, remedy);
      return edits === undefined ? [] : [{ text, finding, before: result.findings, remedy, edits, fixed: applyEdits(text, edits) }];
    }),
  );
}
