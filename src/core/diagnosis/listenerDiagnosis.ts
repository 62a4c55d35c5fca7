// From a finished check to its report and findings: lays the report out, lets the rules point at its lines, and lays it out again with
// their marks. Done twice because a mark and a count move what stands below them, and a finding must stand on exactly its line.

import { renderAddress } from '../listener/address';
import { listenerFacts, type ListenerFact, type ListenerSeen } from '../listener/seen';
import { message } from '../messages/message';
import type { DocumentId, Evidence } from '../registry/observation';
import type { Finding } from '../rules/rule';
import { createStatements, type Statements } from '../rules/statements';
import { firstAction } from './firstAction';
import { circumstances, closingSections, portLines, securityLines, type ListenerCheck, type Say } from './listenerReport';
import { layOut, type Report, type ReportMark, type ReportText } from './reportText';

export interface ListenerDiagnosis {
  readonly text: string;
  /** In the order of the text; every range lies in `text`. */
  readonly findings: readonly Finding[];
  /** Where each fact of the verdict stands in `text`. */
  readonly seen: ListenerSeen;
}

type Findings = readonly Finding[];

/** `document` is what the report will be called; `run` runs the rules, with the severities of the user. */
export function diagnoseListener(
  check: ListenerCheck,
  document: DocumentId,
  say: Say,
  run: (statements: Statements) => Findings,
): ListenerDiagnosis {
  const unmarked = layOut(reportOf(check, [], new Map(), say), new Map());
  const before = seenIn(check, unmarked, document);
  const findings = run(createStatements([], [], before));
  const factOf = (evidence: Evidence): ListenerFact | undefined =>
    listenerFacts.find((fact) => before.evidence[fact].range.start === evidence.range.start);
  const marks = marksOf(findings, factOf);
  const { text, lines } = layOut(reportOf(check, findings, marks, say), marks);
  const seen = seenIn(check, { text, lines }, document);
  const moved = (evidence: Evidence): Evidence => {
    const fact = factOf(evidence);
    return fact === undefined ? evidence : seen.evidence[fact];
  };
  return {
    text,
    findings: findings.map((finding) => ({
      ...finding,
      evidence: moved(finding.evidence),
      related: finding.related.map((related) => ({ ...related, evidence: moved(related.evidence) })),
    })),
    seen,
  };
}

function reportOf(check: ListenerCheck, findings: Findings, marks: ReadonlyMap<string, ReportMark>, say: Say): Report {
  const first = firstAction(findings, check.address, check.verdict);
  const section = (title: string, lines: ReturnType<typeof portLines>, empty: boolean): Report['sections'][number] => ({
    title,
    summary: empty
      ? say(message('report.sectionNotSeen'))
      : summary(
          lines.flatMap(({ id }) => marks.get(id) ?? []),
          say,
        ),
    lines,
  });
  return {
    subject: renderAddress(check.address),
    circumstances: circumstances(check, say),
    verdict: say(check.verdict.detail),
    first: first === undefined ? undefined : { text: say(first.text), code: first.code },
    sections: [
      section(say(message('report.port')), portLines(check, say), false),
      section(say(message('report.security')), securityLines(check, say), check.verdict.state !== 'rdp'),
      ...closingSections(check, say),
    ],
  };
}

function summary(marks: readonly ReportMark[], say: Say): string {
  const errors = marks.filter((mark) => mark === 'error').length;
  const warnings = marks.length - errors;
  const parts = [
    ...(errors === 0 ? [] : [say(errors === 1 ? message('report.oneError') : message('report.errors', errors))]),
    ...(warnings === 0 ? [] : [say(warnings === 1 ? message('report.oneWarning') : message('report.warnings', warnings))]),
  ];
  return parts.length === 0 ? say(message('report.nothingWrong')) : parts.join(', ');
}

// A line shows the worst that is said about it; information and hints leave no mark.
function marksOf(findings: Findings, factOf: (evidence: Evidence) => ListenerFact | undefined): ReadonlyMap<string, ReportMark> {
  const marks = new Map<string, ReportMark>();
  for (const { evidence, severity } of findings) {
    const fact = factOf(evidence);
    if (fact === undefined || (severity !== 'error' && severity !== 'warning')) continue;
    if (marks.get(fact) !== 'error') marks.set(fact, severity);
  }
  return marks;
}

function seenIn({ address, verdict }: ListenerCheck, { lines }: ReportText, document: DocumentId): ListenerSeen {
  const evidenceOf = (fact: ListenerFact): Evidence => {
    const ranges = lines.get(fact);
    if (ranges === undefined) throw new Error(`the report has no line for ${fact}`);
    return { document, range: ranges.line, nameRange: ranges.label, dataRange: ranges.value };
  };
  const evidence = {
    address: evidenceOf('address'),
    connection: evidenceOf('connection'),
    answer: evidenceOf('answer'),
    rdp: evidenceOf('rdp'),
    tls: evidenceOf('tls'),
    nla: evidenceOf('nla'),
    certificate: evidenceOf('certificate'),
  } satisfies Record<ListenerFact, Evidence>;
  return { address, verdict, evidence };
}
