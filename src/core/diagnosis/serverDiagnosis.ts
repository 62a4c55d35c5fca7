// From what is known of a server to its report and findings: the rules see the registry, the snapshot and the listener at once, and every
// finding stands on the line of the report that proves it. Follows the article's four symptoms; changes nothing and asks nothing.

import { message, type Say } from '../messages/message';
import type { DocumentId } from '../registry/observation';
import type { Finding, Related } from '../rules/rule';
import { createStatements, type Statements } from '../rules/statements';
import { observationsOf } from '../snapshot/observations';
import { dataOf } from '../snapshot/sectionData';
import type { Snapshot } from '../snapshot/snapshot';
import { placeId } from './effectiveValues';
import { firstAction } from './firstAction';
import { byWeight } from './headline';
import { listenerSeen } from './listenerDiagnosis';
import { duration } from './listenerReport';
import { markReport, type EvidenceOf } from './markedReport';
import type { FileBeside, ServerSight } from './serverSight';
import { draftSections, finished } from './server/serverSections';
import { timeText } from './server/hostLines';

// Meanings of settings are sentences, and stand where another report has a word.
const VALUE_WIDTH = 34;

export interface ServerDiagnosis {
  readonly text: string;
  /** In the order of the text; every range lies in `text`, those of related evidence there or in an open file. */
  readonly findings: readonly Finding[];
}

/** `document` is what the report will be called; `run` runs the rules, with the severities of the user. */
export function diagnoseServer(sight: ServerSight, document: DocumentId, say: Say, run: (statements: Statements) => readonly Finding[]): ServerDiagnosis {
  const snapshot = sight.collected?.ok === true ? sight.collected.value : undefined;
  const statementsAt = (evidenceOf: EvidenceOf): Statements => statementsOf(sight, snapshot, evidenceOf);
  const nowhere: EvidenceOf = () => ({ document, range: { start: 0, end: 0 } });
  const drafts = draftSections({ sight, snapshot, statements: statementsAt(nowhere), say });
  const headings = new Set(drafts.flatMap(({ id }) => id ?? []));
  const beside = filesByPlace(sight.files);
  const { text, findings } = markReport({
    document,
    compose: (found, marks) => ({ ...headOf(sight, snapshot, found, say), sections: finished(drafts, marks, say), valueWidth: VALUE_WIDTH }),
    run: (evidenceOf) => run(statementsAt(evidenceOf)).map((finding) => ({ ...finding, related: [...finding.related, ...linesBeside(finding, beside)] })),
    standIn: (factId) => standIn(factId, headings),
  });
  return { text, findings };
}

function statementsOf({ outside, startedAt, arrivedAt }: ServerSight, snapshot: Snapshot | undefined, evidenceOf: EvidenceOf): Statements {
  const registry = snapshot === undefined ? undefined : dataOf(snapshot.sections.registry);
  const observations = registry === undefined ? [] : observationsOf(registry, evidenceOf);
  const listener = outside === undefined ? undefined : listenerSeen({ ...outside, startedAt }, evidenceOf);
  if (snapshot === undefined) return createStatements(observations, [], listener);
  const arrived = arrivedAt === undefined ? {} : { arrivedAt: new Date(arrivedAt).toISOString() };
  return createStatements(observations, [], listener, { snapshot, ...arrived, evidence: evidenceOf });
}

const headingOf: readonly (readonly [RegExp, string])[] = [
  [/^(?:service|sessions|right|group|power)/, 'section:1'],
  [/^(?:socket|listener|firewall|port|outside)/, 'section:2'],
  [/^certificate/, 'section:3'],
  [/^licensing/, 'section:4'],
  [/^event/, 'section:events'],
  [/^value/, 'section:settings'],
  [/^(?:host|edition|clock|restart)/, 'section:host'],
  [/^unseen/, 'section:unseen'],
];

/** A fact that has no line stands at the heading it would stand under. */
function standIn(factId: string, headings: ReadonlySet<string>): string {
  const heading = headingOf.find(([prefix]) => prefix.test(factId))?.[1];
  return heading !== undefined && headings.has(heading) ? heading : 'section:1';
}

function headOf(sight: ServerSight, snapshot: Snapshot | undefined, findings: readonly Finding[], say: Say): { subject: string; circumstances: string; verdict: string; first: { text: string; code: string } | undefined } {
  const first = firstAction(byWeight(findings), sight.outside);
  return { subject: sight.subject, circumstances: circumstancesOf(sight, snapshot, say), verdict: verdictOf(sight, snapshot, findings, say), first: first === undefined ? undefined : { text: say(first.text), code: first.code } };
}

function circumstancesOf({ outside, way, startedAt, durationMs, from }: ServerSight, snapshot: Snapshot | undefined, say: Say): string {
  if (outside === undefined && snapshot !== undefined && way === undefined) {
    return say(snapshot.collection.at === '' ? message('report.snapshotUndated') : message('report.snapshotFrom', timeText(snapshot.collection.at)));
  }
  const when = timeText(new Date(startedAt).toISOString());
  const took = duration(durationMs, say);
  return say(way === undefined ? message('report.checked', when, from, took) : message('report.checkedOver', when, from, say(way), took));
}

function verdictOf({ outside, collected }: ServerSight, snapshot: Snapshot | undefined, findings: readonly Finding[], say: Say): string {
  const [worst] = byWeight(findings);
  const unreached = collected?.ok === false ? [say(message('report.hostUnreached', say(collected.failure.message)))] : [];
  if (worst !== undefined) return [say(worst.message), ...unreached].join(' ');
  const fromOutside = outside === undefined ? [] : [say(outside.verdict.detail)];
  const whole = snapshot !== undefined && Object.values(snapshot.sections).every((section) => 'data' in section);
  const inside = snapshot === undefined ? [] : [say(whole ? message('report.nothingFound') : message('report.nothingFoundSeen'))];
  return [...fromOutside, ...inside, ...unreached].join(' ');
}

type Beside = ReadonlyMap<string, readonly Related[]>;

/** Where open files set a place, as what a finding about it is related to. */
function filesByPlace(files: readonly FileBeside[]): Beside {
  const found = new Map<string, Related[]>();
  // Exports of GPOs are named by the lines of their settings; a finding is not related to every GPO of a workspace.
  for (const file of files.filter(({ gpo }) => gpo === undefined)) {
    for (const observation of file.observations) {
      if (observation.kind !== 'set') continue;
      const id = placeId(observation.place);
      const line = `${file.name}:${String(file.lineOf(observation.evidence.range.start))}`;
      found.set(id, [...(found.get(id) ?? []), { message: message('report.setHere', line), evidence: observation.evidence }]);
    }
  }
  return found;
}

function linesBeside({ places }: Finding, beside: Beside): readonly Related[] {
  return places.flatMap((place) => beside.get(placeId(place)) ?? []);
}
