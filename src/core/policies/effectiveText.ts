// The result of GPOs in an order as a text: one fact a line with the statement that counts and those it overrode, each with its file and
// line, by the four symptoms. Nothing varies but the facts, so that two results can be compared line by line.

import { layOut, type Report, type ReportLine, type ReportMark, type ReportSection } from '../diagnosis/reportText';
import { message, type Message, type Say } from '../messages/message';
import type { Symptom } from '../rdp/symptom';
import type { TextRange } from '../text/range';
import { effectiveResult, type Applied, type Standing } from './effectiveResult';
import type { Gpo } from './gpo';
import { targetOf, type PolicyFact, type Said } from './policyFacts';
import type { Target } from './readPolicyFile';

export interface EffectiveText {
  readonly text: string;
  /** The files and lines it names. */
  readonly links: readonly { readonly range: TextRange; readonly target: Target }[];
}

export const symptomTitles: readonly { readonly symptom: Symptom | null; readonly title: Message }[] = [
  { symptom: 1, title: message('report.connections') },
  { symptom: 2, title: message('report.port') },
  { symptom: 3, title: message('report.security') },
  { symptom: 4, title: message('report.licensing') },
  { symptom: null, title: message('policies.other') },
];

const VALUE_WIDTH = 24;

/** @param gpos the first is applied first, the last one wins */
export function effectiveText(gpos: readonly Gpo[], say: Say): EffectiveText {
  const standing = effectiveResult(gpos).toSorted((a, b) => order(said(labelOf(a.about), say), said(labelOf(b.about), say)) || order(a.id, b.id));
  const sections = symptomTitles.flatMap(({ symptom, title }): readonly ReportSection[] => {
    const lines = standing.filter(({ about }) => about.symptom === symptom).map((one) => standingLine(one, say));
    return lines.length === 0 ? [] : [{ title: say(title), summary: '', lines }];
  });
  const applied = gpos.map(({ name, where, disabled }, index): ReportLine => ({
    label: String(index + 1),
    value: name,
    source: [where, ...disabled.map((half) => say(message(`policies.disabled.${half}`)))].join('; '),
  }));
  const unknown = [message('policies.unknown.links'), message('policies.unknown.filters'), message('policies.unknown.order')];
  const report: Report = {
    subject: say(gpos.length === 1 ? message('policies.resultOfOne') : message('policies.result', gpos.length)),
    circumstances: say(message('policies.resultOrder')),
    verdict: say(message('policies.resultVerdict', standing.length, standing.filter(({ overrode }) => overrode.length > 0).length)),
    first: undefined,
    sections: [
      { title: say(message('policies.order')), summary: '', lines: applied },
      ...sections,
      { title: say(message('policies.unknown')), summary: '', lines: unknown.map((text): ReportLine => ({ label: say(text), value: '', source: '' })) },
    ],
    valueWidth: VALUE_WIDTH,
  };
  const { text, lines } = layOut(report, marksOf(standing));
  const links = standing.flatMap(({ id, winner, overrode, decidedBy }) => {
    const range = lines.get(id)?.line;
    return range === undefined ? [] : linksIn(text, range, [winner, ...(decidedBy === undefined ? [] : [decidedBy]), ...overrode.toReversed()]);
  });
  return { text, links };
}

// By code unit: the same everywhere.
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function labelOf({ title, name }: PolicyFact): Said {
  return typeof title === 'string' || name === '' ? title : name;
}

function said(words: Said, say: Say): string {
  return typeof words === 'string' ? words : say(words);
}

function standingLine({ id, about, winner, overrode, decidedBy }: Standing, say: Say): ReportLine {
  const { fact, gpo } = winner;
  const data = said(fact.data, say);
  // Where the data stands in front already, its name is enough.
  const what = about.name === '' ? data : fact.meaning === undefined ? about.name : `${about.name} = ${data}`;
  const counted = message(`policies.by.${fact.phase}`, what, gpo.name, placeIn(winner));
  const parts = [
    say(counted),
    ...(fact.effect === 'ifAbsent' ? [say(message('policies.ifAbsent'))] : []),
    ...(decidedBy === undefined ? [] : [say(message('policies.decidedBy', `${decidedBy.fact.name} = ${said(decidedBy.fact.data, say)}`, decidedBy.gpo.name, placeIn(decidedBy)))]),
    ...overrode.toReversed().map((other) => say(message('policies.overrides', said(other.fact.data, say), other.gpo.name, placeIn(other)))),
    ...codesOf(fact),
  ];
  return { id, label: said(labelOf(about), say), value: fact.meaning ?? data, source: parts.join('; ') };
}

/** Below the folder of the export, which the list of GPOs names: `Machine/registry.pol:0x8`. */
function placeIn({ gpo: { where }, fact: { file, evidence } }: Applied): string {
  const inside = file.path.startsWith(`${where}/`) ? file.path.slice(where.length + 1) : file.path;
  return `${inside.replace(/^domainsysvol\/gpo\//i, '')}:${file.placeText(evidence.range.start)}`;
}

function codesOf({ findings }: PolicyFact): readonly string[] {
  return [...new Set(findings.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code))];
}

function marksOf(standing: readonly Standing[]): ReadonlyMap<string, ReportMark> {
  const marks = new Map<string, ReportMark>();
  for (const { id, winner } of standing) {
    const severities = winner.fact.findings.map(({ severity }) => severity);
    if (severities.includes('error')) marks.set(id, 'error');
    else if (severities.includes('warning')) marks.set(id, 'warning');
  }
  return marks;
}

/** The places in the order in which the line names them. */
function linksIn(text: string, line: TextRange, named: readonly Applied[]): EffectiveText['links'] {
  let from = line.start;
  return named.flatMap((applied) => {
    const { fact } = applied;
    const place = placeIn(applied);
    const start = text.indexOf(place, from);
    if (start < 0 || start + place.length > line.end) return [];
    from = start + place.length;
    return [{ range: { start, end: from }, target: targetOf(fact) }];
  });
}
