// The linter as its callers see it: decoded text (an editor) or bytes (the command line) in, findings and the edits of their fixes out.
// Loaded on first use: it brings the rules, the formats and the table of settings with it.

import { detectFormat, type Format } from '../formats/detect';
import { readRegText, type RegReading } from '../formats/reg/reading';
import { spellAction } from '../formats/reg/spelling';
import type { DocumentId } from '../registry/observation';
import type { Remedy } from '../remedies/remedy';
import type { Finding, RuleCode } from '../rules/rule';
import { createStatements } from '../rules/statements';
import { rules } from '../rules/table';
import { decodeText, type TextEncodingSeen } from '../text/decode';
import { mergeEdits, type TextEdit } from '../text/edits';
import { runRules, type SeverityChoice } from './runRules';

export type { TextEncodingSeen } from '../text/decode';

export interface LintRequest {
  /** A URI or a path: its ending helps to tell the format. */
  readonly document: DocumentId;
  /** Decoded, without a byte order mark. */
  readonly text: string;
  readonly seen: TextEncodingSeen;
  /** A UTF-16 file with an odd number of bytes. */
  readonly cutMidCharacter?: boolean;
  readonly severities: ReadonlyMap<RuleCode, SeverityChoice>;
  readonly onRuleError: (code: RuleCode, error: unknown) => void;
}

export interface LintResult {
  readonly format: Format;
  readonly findings: readonly Finding[];
  /** The text edits of a fix; undefined where this document cannot say it. */
  editsFor(finding: Finding, remedy: Remedy): readonly TextEdit[] | undefined;
  /** The edits of all cosmetic fixes, without overlaps: the registry after import stays the same. */
  fixAllEdits(): readonly TextEdit[];
}

const nothing: LintResult = { format: 'unknown', findings: [], editsFor: () => undefined, fixAllEdits: () => [] };

function spell(reading: RegReading, finding: Finding, remedy: Remedy): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const action of remedy.actions) {
    const spelled = spellAction(reading.file, finding.evidence.range.start, action);
    if (spelled === undefined) return undefined;
    edits.push(...spelled);
  }
  return mergeEdits(edits);
}

function cosmeticEdits(reading: RegReading, findings: readonly Finding[]): readonly TextEdit[] {
  const edits = findings.flatMap((finding) =>
    finding.remedies.filter((remedy) => remedy.effect === 'cosmetic').flatMap((remedy) => spell(reading, finding, remedy) ?? []),
  );
  return mergeEdits(edits);
}

/** Lints decoded text. Never throws on any text; a rule that fails is handed to `onRuleError`. */
export function lintText(request: LintRequest): LintResult {
  if (detectFormat(request.text, request.document) === 'unknown') return nothing;
  const reading = readRegText({ ...request, cutMidCharacter: request.cutMidCharacter ?? false });
  const statements = createStatements(reading.observations, reading.faults);
  const findings = runRules(rules, statements, request.severities, request.onRuleError);
  return {
    format: 'reg',
    findings,
    editsFor: (finding, remedy) => spell(reading, finding, remedy),
    fixAllEdits: () => cosmeticEdits(reading, findings),
  };
}

/** Lints the bytes of a file; `text` is what positions refer to. */
export function lintBytes(request: Omit<LintRequest, 'text' | 'seen' | 'cutMidCharacter'> & { readonly bytes: Uint8Array }): {
  readonly text: string;
  readonly result: LintResult;
} {
  const decoded = decodeText(request.bytes);
  return { text: decoded.text, result: lintText({ ...request, ...decoded }) };
}
