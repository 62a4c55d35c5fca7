// From a check of a listener to its report and findings. What a login on the server would add is serverDiagnosis.ts.

import { renderAddress } from '../listener/address';
import { listenerFacts, type ListenerSeen } from '../listener/seen';
import { message, type Say } from '../messages/message';
import type { DocumentId } from '../registry/observation';
import type { Finding } from '../rules/rule';
import { createStatements, type Statements } from '../rules/statements';
import { firstAction } from './firstAction';
import { byWeight } from './headline';
import { circumstances, closingSections, portLines, securityLines, type ListenerCheck } from './listenerReport';
import { markReport, type EvidenceOf, type Marks } from './markedReport';
import type { Report } from './reportText';
import { summaryOf } from './summary';

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
  const { text, findings, evidence } = markReport({
    document,
    compose: (found, marks) => reportOf(check, found, marks, say),
    run: (evidenceOf) => run(createStatements([], [], listenerSeen(check, evidenceOf))),
    standIn: (factId) => factId,
  });
  return { text, findings, seen: listenerSeen(check, evidence) };
}

function reportOf(check: ListenerCheck, findings: Findings, marks: Marks, say: Say): Report {
  const first = firstAction(byWeight(findings), check);
  const section = (title: string, lines: ReturnType<typeof portLines>, empty: boolean): Report['sections'][number] => ({
    title,
    summary: empty ? say(message('report.sectionNotSeen')) : summaryOf(lines, marks, say),
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

/** The verdict as rules see it, with the line of each fact. */
export function listenerSeen({ address, verdict, startedAt: at }: Pick<ListenerCheck, 'address' | 'verdict' | 'startedAt'>, evidenceOf: EvidenceOf): ListenerSeen {
  const evidence = Object.fromEntries(listenerFacts.map((fact) => [fact, evidenceOf(fact)])) as ListenerSeen['evidence'];
  return { address, verdict, at, evidence };
}
