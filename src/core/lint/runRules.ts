// Runs the rules behind a fault barrier: a rule that throws is reported to the caller with its code, the others still speak.

import { onOneLine } from '../messages/onOneLine';
import type { Finding, Found, Rule, RuleCode, Severity } from '../rules/rule';
import type { Statements } from '../rules/statements';

export type SeverityChoice = Severity | 'off';

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return ranks[severity] >= ranks[threshold];
}

/** What the user chose wins; else the finding may weigh less than its rule, never more. */
function severityOf(rule: Rule, found: Found, chosen: Severity | undefined): Severity {
  const own = found.severity ?? rule.severity;
  const capped = isAtLeast(rule.severity, own) ? own : rule.severity;
  return chosen ?? capped;
}

function toFinding(rule: Rule, found: Found, chosen: Severity | undefined): Finding {
  return {
    code: rule.code,
    severity: severityOf(rule, found, chosen),
    symptom: rule.symptom,
    message: onOneLine(found.message),
    evidence: found.evidence,
    places: found.places ?? [],
    related: (found.related ?? []).map((related) => ({ ...related, message: onOneLine(related.message) })),
    tags: found.tags ?? [],
    remedies: found.remedies ?? [],
    certainty: found.certainty ?? 'confirmed',
    why: found.why === undefined ? undefined : onOneLine(found.why),
    unseen: (found.unseen ?? []).map(onOneLine),
  };
}

/** All findings in the order of the text, then of the codes. */
export function runRules(
  rules: readonly Rule[],
  statements: Statements,
  severities: ReadonlyMap<RuleCode, SeverityChoice>,
  onRuleError: (code: RuleCode, error: unknown) => void,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const chosen = severities.get(rule.code);
    if (chosen === 'off') continue;
    try {
      for (const found of rule.check(statements)) findings.push(toFinding(rule, found, chosen));
    } catch (error) {
      onRuleError(rule.code, error);
    }
  }
  return inOrder(findings);
}

const byCode = (a: Finding, b: Finding): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** In the order of the text, then of the codes. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.evidence.range.start - b.evidence.range.start || byCode(a, b));
}
