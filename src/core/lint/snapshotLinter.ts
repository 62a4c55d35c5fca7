// Lints a saved snapshot: the rules of a diagnosis, pointing into the file itself instead of a report. A snapshot is written by a machine,
// so a finding points to the section that shows it and no closer; there is nothing to edit.

import type { DocumentId, Evidence } from '../registry/observation';
import type { Finding, RuleCode } from '../rules/rule';
import { createStatements } from '../rules/statements';
import { rules } from '../rules/table';
import { observationsOf } from '../snapshot/observations';
import { readSnapshot, type SnapshotFault } from '../snapshot/readSnapshot';
import { sectionOfFact, sectionPlaces } from '../snapshot/sectionPlaces';
import { decodeText } from '../text/decode';
import { runRules, type SeverityChoice } from './runRules';

export interface SnapshotLintRequest {
  readonly document: DocumentId;
  readonly bytes: Uint8Array;
  readonly severities: ReadonlyMap<RuleCode, SeverityChoice>;
  readonly onRuleError: (code: RuleCode, error: unknown) => void;
}

export type SnapshotLint =
  /** `text` is what positions refer to. */
  | { readonly ok: true; readonly text: string; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly fault: SnapshotFault };

export function lintSnapshotBytes({ document, bytes, severities, onRuleError }: SnapshotLintRequest): SnapshotLint {
  const reading = readSnapshot(bytes);
  if (!reading.ok) return reading;
  const { snapshot } = reading;
  const { text } = decodeText(bytes);
  const places = sectionPlaces(text);
  const evidence = (factId: string): Evidence => ({ document, range: places.get(sectionOfFact(factId) ?? '') ?? { start: 0, end: 0 } });
  const { registry } = snapshot.sections;
  const observations = 'data' in registry ? observationsOf(registry.data, evidence) : [];
  const statements = createStatements(observations, [], undefined, { snapshot, evidence });
  return { ok: true, text, findings: runRules(rules, statements, severities, onRuleError) };
}
