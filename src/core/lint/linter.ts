// The linter as its callers see it: decoded text (an editor) or bytes (the command line) in, findings and the edits of their fixes out.
// Loaded on first use: it brings the rules, the formats and the table of settings with it.

import { detectFormat, type Format } from '../formats/detect';
import { isPolicyFormat, readPolicyBytes, readPolicyText, type PolicyTextFormat } from '../formats/policySource';
import type { RegFile } from '../formats/reg/nodes';
import { parseReg } from '../formats/reg/parser';
import { readRegText, type RegSource } from '../formats/reg/reading';
import { spellAction } from '../formats/reg/spelling';
import { readSuppressions } from '../formats/reg/suppressions';
import { switchedOff } from '../formats/source';
import type { Fold } from '../language/folding';
import type { Hover } from '../language/hover';
import { policyHoverAt } from '../language/policyLanguage';
import { policyFolds, policySymbols } from '../language/policyOutline';
import { policySummary } from '../language/policySummary';
import type { Summary } from '../language/summary';
import type { RegSymbol } from '../language/symbols';
import type { DocumentId, Observation } from '../registry/observation';
import type { Remedy, RemedyAction } from '../remedies/remedy';
import type { Finding, RuleCode } from '../rules/rule';
import { createStatements } from '../rules/statements';
import { rules } from '../rules/table';
import { decodeText, type TextEncodingSeen } from '../text/decode';
import { mergeEdits, type TextEdit } from '../text/edits';
import { createLineMap } from '../text/lineMap';
import type { TextRange } from '../text/range';
import { policyFindings, policySpeller } from './policyLinter';
import { inOrder, runRules, type SeverityChoice } from './runRules';
import { policySuppressionFixes, readPolicySuppressions, removePolicySuppression } from './policySuppressions';
import { idleSuppressions, suppress, type KnownCode, type Suppressed } from './suppress';
import { removeSuppression, suppressionFixes, type SuppressionFix } from './suppressionEdits';

export { settingNotes } from '../language/settingNotes';
export { readLanguage } from '../language/regLanguage';
export { openPol } from '../policies/polFile';
export { polPage } from '../policies/polPage';
export { answerPolQuery, answerWithout, readPolQuestion } from '../policies/polView';
export type { TextEncodingSeen } from '../text/decode';
export type { SuppressionFix } from './suppressionEdits';

export interface LintRequest {
  /** A URI or a path: its ending helps to tell the format. */
  readonly document: DocumentId;
  /** Decoded, without a byte order mark. */
  readonly text: string;
  /** The same text, where it has been read before. */
  readonly file?: RegFile;
  readonly seen: TextEncodingSeen;
  /** A UTF-16 file with an odd number of bytes. */
  readonly cutMidCharacter?: boolean;
  /** Of a half of a GPO that is disabled: nothing it says is applied. */
  readonly off?: boolean;
  readonly severities: ReadonlyMap<RuleCode, SeverityChoice>;
  readonly onRuleError: (code: RuleCode, error: unknown) => void;
}

export interface LintResult {
  readonly format: Format;
  /** What the offsets of evidence count: UTF-16 units of the text, or bytes of a file that is none. */
  readonly offsets: 'text' | 'bytes';
  readonly findings: readonly Finding[];
  /** The text edits of a fix; undefined where this document cannot say it. */
  editsFor(finding: Finding, remedy: Remedy): readonly TextEdit[] | undefined;
  /** The edits of all cosmetic fixes, without overlaps: the registry after import stays the same. */
  fixAllEdits(): readonly TextEdit[];
  /** The comments that would silence a finding. */
  suppressionsFor(finding: Finding): readonly SuppressionFix[];
  /** What stands at an offset of a text of group policy; a .reg file tells it without rules (readLanguage). */
  hoverAt(offset: number): Hover | undefined;
  /** The outline, and what can be folded; of texts of group policy only. */
  symbols(): readonly RegSymbol[];
  folds(): readonly Fold[];
  /** What a text of group policy does, in one line. */
  summary(): Summary | undefined;
}

const nothing: LintResult = {
  format: 'unknown',
  offsets: 'text',
  findings: [],
  editsFor: () => undefined,
  fixAllEdits: () => [],
  suppressionsFor: () => [],
  hoverAt: () => undefined,
  symbols: () => [],
  folds: () => [],
  summary: () => undefined,
};

/** The edits for one action on the statement at an offset; undefined where the document cannot say it there. */
type Speller = (offset: number, action: RemedyAction) => readonly TextEdit[] | undefined;

function spell(speller: Speller, finding: Finding, remedy: Remedy): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const action of remedy.actions) {
    const spelled = speller(finding.evidence.range.start, action);
    if (spelled === undefined) return undefined;
    edits.push(...spelled);
  }
  return mergeEdits(edits);
}

function cosmeticEdits(speller: Speller, findings: readonly Finding[]): readonly TextEdit[] {
  const edits = findings.flatMap((finding) =>
    finding.remedies.filter((remedy) => remedy.effect === 'cosmetic').flatMap((remedy) => spell(speller, finding, remedy) ?? []),
  );
  return mergeEdits(edits);
}

/** What can be edited of a document: its findings, and how their remedies are spelled in it. */
function editable(format: Format, findings: readonly Finding[], speller: Speller): LintResult {
  return {
    ...nothing,
    format,
    offsets: 'text',
    findings,
    editsFor: (finding, remedy) => spell(speller, finding, remedy),
    fixAllEdits: () => cosmeticEdits(speller, findings),
  };
}

/** What is left when the comments of the file that ask for silence have been heard, and what there is to say about those. */
function heard(suppressed: Suppressed, { severities, onRuleError }: LintRequest, all: readonly Finding[]): readonly Finding[] {
  const { suppressions } = suppressed;
  if (suppressions.length === 0) return all;
  const known: KnownCode = (wanted) => {
    const rule = rules.find(({ code }) => code === wanted);
    if (rule === undefined) return 'none';
    return severities.get(rule.code) === 'off' ? 'silent' : 'rule';
  };
  const idle = idleSuppressions(suppressed, all, known);
  const aboutThem = runRules(rules, createStatements([], idle), severities, onRuleError);
  return suppress(inOrder([...all, ...aboutThem]), suppressions);
}

/** What a file says about places in the registry, and in which line (from 1) an offset of it stands. */
export function observe(source: RegSource): { readonly observations: readonly Observation[]; readonly lineOf: (offset: number) => number } {
  const lines = createLineMap(source.file.text);
  return { observations: readRegText(source).observations, lineOf: (offset) => lines.positionAt(offset).line + 1 };
}

function lintPolicyText(format: PolicyTextFormat, request: LintRequest): LintResult {
  const { document, text, seen, off, severities, onRuleError } = request;
  const written = readPolicyText(format, text, seen, document);
  const reading = off === true ? switchedOff(written) : written;
  const all = policyFindings(format, reading, severities, onRuleError);
  const removeComment = (comment: TextRange): TextEdit | undefined => removePolicySuppression(format, text, comment);
  const findings = heard({ document, text, suppressions: readPolicySuppressions(format, text), removeComment }, request, all);
  return {
    ...editable(format, findings, policySpeller(format, text)),
    suppressionsFor: (finding) => policySuppressionFixes(format, text, finding),
    hoverAt: (offset) => policyHoverAt(reading.entries, offset),
    symbols: () => policySymbols(format, text, reading.entries),
    folds: () => policyFolds(format, text, reading.entries),
    summary: () => policySummary(reading.entries),
  };
}

/** Lints decoded text. Never throws on any text; a rule that fails is handed to `onRuleError`. */
export function lintText(request: LintRequest): LintResult {
  const format = detectFormat(request.text, request.document);
  // A registry.pol that was decoded is damaged: lintBytes.
  if (isPolicyFormat(format)) return format === 'registry.pol' ? { ...nothing, format } : lintPolicyText(format, request);
  // A snapshot is about a server: snapshotLinter.ts, and the report in an editor.
  if (format !== 'reg') return { ...nothing, format };
  const file = request.file ?? parseReg(request.text);
  const reading = readRegText({ ...request, file, cutMidCharacter: request.cutMidCharacter ?? false });
  const statements = createStatements(reading.observations, reading.faults);
  const all = runRules(rules, statements, request.severities, request.onRuleError);
  const removeComment = (comment: TextRange): TextEdit | undefined => removeSuppression(file, comment);
  const findings = heard({ ...request, suppressions: readSuppressions(file), removeComment }, request, all);
  return { ...editable('reg', findings, (offset, action) => spellAction(file, offset, action)), suppressionsFor: (finding) => suppressionFixes(file, finding) };
}

/** Lints the bytes of a file; `text` is what positions refer to, empty where they are bytes. */
export function lintBytes(request: Omit<LintRequest, 'text' | 'seen' | 'cutMidCharacter'> & { readonly bytes: Uint8Array }): {
  readonly text: string;
  readonly result: LintResult;
} {
  const { bytes, document, off, severities, onRuleError } = request;
  const decoded = decodeText(bytes);
  if (detectFormat(decoded.text, document) !== 'registry.pol') return { text: decoded.text, result: lintText({ ...request, ...decoded }) };
  const reading = readPolicyBytes(bytes, document);
  const findings = policyFindings('registry.pol', off === true ? switchedOff(reading) : reading, severities, onRuleError);
  return { text: '', result: { ...nothing, format: 'registry.pol', offsets: 'bytes', findings } };
}
