// Lints documents of group policy: the rules of a .reg file over what each format says. Fixes are spelled where the format is a text that
// people write; a report says what somebody saw, and a registry.pol is never rewritten in place.

import { observationsOf } from '../formats/entryObservations';
import { preferenceItems, spellPreferenceAction } from '../formats/gppEdits';
import { lgpoEntries, spellLgpoAction } from '../formats/lgpoText/edits';
import { policyRuleItems } from '../formats/policyRules';
import { spellPolicyRuleAction } from '../formats/policyRulesEdits';
import { originOf, type PolicyFormat, type PolicyTextFormat } from '../formats/policySource';
import { templateLines } from '../formats/securityTemplate/lines';
import { spellTemplateAction } from '../formats/securityTemplate/spelling';
import type { SourceReading } from '../formats/source';
import type { RemedyAction } from '../remedies/remedy';
import type { Finding, RuleCode } from '../rules/rule';
import { createStatements } from '../rules/statements';
import { rules } from '../rules/table';
import type { TextEdit } from '../text/edits';
import { runRules, type SeverityChoice } from './runRules';

type Speller = (offset: number, action: RemedyAction) => readonly TextEdit[] | undefined;

/** Reads the text when it is first asked, and not again for each finding. */
function reading<T>(read: (text: string) => T, spell: (text: string, offset: number, action: RemedyAction, read: T) => readonly TextEdit[] | undefined): (text: string) => Speller {
  return (text) => {
    let held: { readonly of: T } | undefined;
    return (offset, action) => {
      held ??= { of: read(text) };
      return spell(text, offset, action, held.of);
    };
  };
}

const spellers: Readonly<Record<PolicyTextFormat, ((text: string) => Speller) | undefined>> = {
  'security-template': reading(templateLines, spellTemplateAction),
  lgpo: reading(lgpoEntries, spellLgpoAction),
  'gpp-registry': reading(preferenceItems, spellPreferenceAction),
  'policy-rules': reading(policyRuleItems, spellPolicyRuleAction),
  'gpo-report': undefined,
  rsop: undefined,
};

/** The edits for one action on the statement at an offset of this text; undefined where its format cannot say it there. */
export function policySpeller(format: PolicyTextFormat, text: string): Speller {
  return spellers[format]?.(text) ?? (() => undefined);
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
