// A report with the marks of what is found in it: laid out, read by the rules, and laid out again with their marks. Done twice because a
// mark and a count move what stands below them, and a finding must stand on exactly its line.

import type { DocumentId, Evidence } from '../registry/observation';
import type { Finding } from '../rules/rule';
import { layOut, type Report, type ReportMark, type ReportText } from './reportText';

export type Marks = ReadonlyMap<string, ReportMark>;

/** The line of a report that shows a fact. */
export type EvidenceOf = (factId: string) => Evidence;

export interface MarkedReport {
  readonly text: string;
  /** In the order of the text; every range lies in `text`, or in another document. */
  readonly findings: readonly Finding[];
  readonly evidence: EvidenceOf;
}

export interface ReportMaker {
  /** What the report will be called. */
  readonly document: DocumentId;
  /** Which facts there are, and in which order, must not depend on findings and marks. */
  readonly compose: (findings: readonly Finding[], marks: Marks) => Report;
  readonly run: (evidence: EvidenceOf) => readonly Finding[];
  /** Where a fact without a line stands: the id of a heading or of a line. */
  readonly standIn: (factId: string) => string;
}

export function markReport({ document, compose, run, standIn }: ReportMaker): MarkedReport {
  const factAt = new Map<number, string>();
  const unmarked = layOut(compose([], new Map()), new Map());
  const before = evidenceIn(unmarked, document, standIn);
  const findings = run((factId) => {
    const evidence = before(factId);
    // Facts of one line are one place, and move together.
    if (!factAt.has(evidence.range.start)) factAt.set(evidence.range.start, factId);
    return evidence;
  });
  const factOf = (evidence: Evidence): string | undefined => (evidence.document === document ? factAt.get(evidence.range.start) : undefined);
  const marks = marksOf(findings, factOf);
  const laidOut = layOut(compose(findings, marks), marks);
  const after = evidenceIn(laidOut, document, standIn);
  const moved = (evidence: Evidence): Evidence => {
    const fact = factOf(evidence);
    return fact === undefined ? evidence : after(fact);
  };
  return {
    text: laidOut.text,
    findings: findings.map((finding) => ({
      ...finding,
      evidence: moved(finding.evidence),
      related: finding.related.map((related) => ({ ...related, evidence: moved(related.evidence) })),
    })),
    evidence: after,
  };
}

// A line shows the worst that is said about it; information and hints leave no mark.
function marksOf(findings: readonly Finding[], factOf: (evidence: Evidence) => string | undefined): Marks {
  const marks = new Map<string, ReportMark>();
  for (const { evidence, severity } of findings) {
    const fact = factOf(evidence);
    if (fact === undefined || (severity !== 'error' && severity !== 'warning')) continue;
    if (marks.get(fact) !== 'error') marks.set(fact, severity);
  }
  return marks;
}

function evidenceIn({ lines }: ReportText, document: DocumentId, standIn: (factId: string) => string): EvidenceOf {
  return (factId) => {
    const ranges = lines.get(factId) ?? lines.get(standIn(factId));
    if (ranges === undefined) throw new Error(`the report has no line for ${factId}`);
    return { document, range: ranges.line, nameRange: ranges.label, dataRange: ranges.value };
  };
}
