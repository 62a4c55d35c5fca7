// Lints documents of group policy: the rules of a .reg file over what each format says. Fixes are spelled where the format is a text that
// people write; a report says what somebody saw, and a registry.pol is never rewritten in place.

import { observationsOf } from '../formats/entryObservations';
import { spellPreferenceAction } from '../formats/gppEdits';
import { spellLgpoAction } from '../formats/lgpoText/edits';
import { spellPolicyRuleAction } from '../formats/policyRulesEdits';
import { originOf, type PolicyFormat, type PolicyTextFormat } from '../formats/policySource';
import { spellTemplateAction } from '../formats/securityTemplate/spelling';
import type { SourceReading } from '../formats/source';
import type { RemedyAction } from '../remedies/remedy';
import type { Finding, RuleCode } from '../rules/rule';
import { createStatements } from '../rules/statements';
import { rules } from '../rules/table';
import type { TextEdit } from '../text/edits';
import { runRules, type SeverityChoice } from './runRules';

type Speller = (text: string, offset: number, action: RemedyAction) => readonly TextEdit[] | undefined;

const spellers: Readonly<Record<PolicyTextFormat, Speller | undefined>> = {
  'security-template': spellTemplateAction,
  lgpo: spellLgpoAction,
  'gpp-registry': spellPreferenceAction,
  'policy-rules': spellPolicyRuleAction,
  'gpo-report': undefined,
  rsop: undefined,
};

/** The edits for one action on the statement at `offset`; undefined where this format cannot say it there. */
export function spellPolicyAction(format: PolicyTextFormat, text: string, offset: number, action: RemedyAction): readonly TextEdit[] | undefined {
  return spellers[format]?.(text, offset, action);
}

/** What the rules say about a document that was read. */
export function policyFindings(
  format: PolicyFormat,
  { entries, faults }: SourceReading,
  severities: ReadonlyMap<RuleCode, SeverityChoice>,
  onRuleError: (code: RuleCode, error: unknown) => void,
): readonly Finding[] {
  const statements = createStatements(observationsOf(entries, originOf(format)), faults, undefined, undefined, entries);
  return runRules(rules, statements, severities, onRuleError);
}
