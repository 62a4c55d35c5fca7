// The sections of the report of a server, in the article's order, from whatever was seen of it. What was not seen has its own section and
// its own word in the summaries: a section without marks is "nothing wrong" only where all of it was looked at.

import { message, type Say } from '../../messages/message';
import type { Statements } from '../../rules/statements';
import { dataOf } from '../../snapshot/sectionData';
import type { SectionName, Snapshot } from '../../snapshot/snapshot';
import { effectiveValues, type EffectiveValue } from '../effectiveValues';
import { closingSections, portLines, securityLines, unseenOutside, type ListenerCheck } from '../listenerReport';
import type { Marks } from '../markedReport';
import type { ReportLine, ReportSection } from '../reportText';
import type { ServerSight } from '../serverSight';
import { summaryOf } from '../summary';
import { accessLines, otherServiceLines, powerLines, serviceLines, sessionLines } from './connectionLines';
import { channelLines, eventLines } from './eventLines';
import { collectionLines, hostLines, unseenLines } from './hostLines';
import { licensingLines } from './licensingLines';
import { otherValueLines } from './otherValues';
import { firewallLines, listenerLines, socketLines } from './portLines';
import { certificateLines } from './securityLines';
import { askedFirst, otherSettings, symptomSettings } from './settingLines';

/** What each symptom is judged by: without all of it, no marks is not yet "nothing wrong". */
export const judgedBy: Readonly<Record<1 | 2 | 3 | 4, readonly SectionName[]>> = {
  1: ['registry', 'services', 'rights', 'groups', 'sessions'],
  2: ['registry', 'services', 'sockets', 'firewall'],
  3: ['registry', 'certificates', 'host'],
  4: ['registry', 'licensing'],
};

export interface SectionParts {
  readonly sight: ServerSight;
  readonly snapshot: Snapshot | undefined;
  readonly statements: Statements;
  readonly say: Say;
}

/** A section whose summary waits for the marks. */
type Draft = Omit<ReportSection, 'summary'> & { readonly unseen: 'nothing' | 'some' | 'all' | 'unsaid' };

/** Which lines there are does not depend on what is found in them. */
export function draftSections(parts: SectionParts): readonly Draft[] {
  const { sight, snapshot, say } = parts;
  // Once for all sections: it reads every open file.
  const values = valuesOf(parts);
  const numbered = numberedSections(parts, values);
  const check = listenerCheckOf(sight);
  const closing = check === undefined ? [] : closingSections(check, say);
  const [outsideUnseen, outsideHow] = closing;
  const unseen = [
    ...(snapshot === undefined ? [] : unseenLines(snapshot, say)),
    ...(sight.collected?.ok === false ? [{ id: 'unseen:host', label: say(message('report.theHost')), value: say(message('report.sectionNotSeen')), source: say(sight.collected.failure.message) }] : []),
    // What a login would show is told by the failure of the login, where one was tried.
    ...(sight.collected === undefined ? (outsideUnseen?.lines ?? []) : check === undefined ? [] : unseenOutside(check, say)),
  ];
  const how = [...(snapshot === undefined ? [] : collectionLines(snapshot, say)), ...(outsideHow?.lines ?? [])];
  return [
    ...numbered,
    ...detailSections(parts, values, numbered),
    { id: 'section:unseen', title: say(message('report.notSeen')), lines: unseen.length > 0 ? unseen : [{ label: say(message('report.none')), value: '', source: '' }], unseen: 'unsaid' },
    { id: 'section:how', title: say(message('report.how')), lines: how, unseen: 'unsaid' },
  ];
}

export function finished(drafts: readonly Draft[], marks: Marks, say: Say): readonly ReportSection[] {
  return drafts.map(({ unseen, ...section }) => ({ ...section, summary: summaryText(section.lines, unseen, marks, say) }));
}

function summaryText(lines: readonly ReportLine[], unseen: Draft['unseen'], marks: Marks, say: Say): string {
  const found = summaryOf(lines, marks, say);
  const nothing = found === say(message('report.nothingWrong'));
  if (!nothing) return found;
  if (unseen === 'unsaid') return '';
  if (unseen === 'all') return say(message('report.sectionNotSeen'));
  return unseen === 'some' ? say(message('report.nothingWrongSeen')) : found;
}

function listenerCheckOf({ outside, startedAt, from }: ServerSight): ListenerCheck | undefined {
  return outside === undefined ? undefined : { ...outside, startedAt, from };
}

function numberedSections({ sight, snapshot, say }: SectionParts, values: readonly EffectiveValue[]): readonly Draft[] {
  const of = (make: (seen: Snapshot, tell: Say) => readonly ReportLine[]): readonly ReportLine[] => (snapshot === undefined ? [] : make(snapshot, say));
  const check = listenerCheckOf(sight);
  const settings = (symptom: 1 | 2 | 3 | 4): readonly ReportLine[] => symptomSettings(values, symptom, listenersOf(snapshot), say);
  const events = (symptom: 1 | 2 | 3 | 4): readonly ReportLine[] => (snapshot === undefined ? [] : eventLines(snapshot, symptom, say));
  const outsidePort = check === undefined ? [] : portLines(check, say).map((line) => (line.id === 'answer' ? { ...line, also: [...(line.also ?? []), 'outside'] } : line));
  const outsideSecurity = check === undefined ? [] : securityLines(check, say);
  const draft = (symptom: 1 | 2 | 3 | 4, title: string, lines: readonly ReportLine[]): Draft => ({ id: `section:${String(symptom)}`, title, lines, unseen: unseenIn(symptom, sight, snapshot) });
  return [
    draft(1, say(message('report.connections')), [...settings(1), ...of(serviceLines), ...of(accessLines), ...of(sessionLines), ...of(powerLines), ...events(1)]),
    draft(2, say(message('report.port')), [...settings(2), ...of(listenerLines), ...of(socketLines), ...outsidePort, ...of(firewallLines), ...events(2)]),
    draft(3, say(message('report.security')), [...settings(3), ...outsideSecurity, ...of(certificateLines), ...events(3)]),
    draft(4, say(message('report.licensing')), [...settings(4), ...of(licensingLines), ...events(4)]),
  ];
}

/** Whether the symptom was looked at whole: from within, and for 2 and 3 also from outside. */
export function unseenIn(symptom: 1 | 2 | 3 | 4, { outside }: Pick<ServerSight, 'outside'>, snapshot: Snapshot | undefined): 'nothing' | 'some' | 'all' {
  const names = judgedBy[symptom];
  const missing = names.filter((name) => snapshot === undefined || 'failure' in snapshot.sections[name] || snapshot.sections[name].unseen.length > 0);
  const whole = names.filter((name) => snapshot === undefined || 'failure' in snapshot.sections[name]);
  const fromOutside = outside !== undefined && (symptom === 2 || (symptom === 3 && outside.verdict.state === 'rdp'));
  if (whole.length === names.length && !fromOutside) return 'all';
  return missing.length === 0 ? 'nothing' : 'some';
}

function valuesOf({ sight: { files }, snapshot, statements }: SectionParts): readonly EffectiveValue[] {
  if (snapshot === undefined || dataOf(snapshot.sections.registry) === undefined) return [];
  return effectiveValues({ statements, sources: dataOf(snapshot.sections.policySources)?.sources ?? [], files }, askedFirst);
}

function listenersOf(snapshot: Snapshot | undefined): readonly string[] {
  return snapshot === undefined ? [] : (dataOf(snapshot.sections.registry)?.listeners ?? []);
}

function detailSections({ snapshot, say }: SectionParts, values: readonly EffectiveValue[], numbered: readonly Draft[]): readonly Draft[] {
  if (snapshot === undefined) return [];
  const registry = dataOf(snapshot.sections.registry);
  const others = otherSettings(values, listenersOf(snapshot), say);
  const told = new Set([...numbered.flatMap(({ lines }) => lines), ...others].flatMap(({ id, also = [] }) => (id === undefined ? also : [id, ...also])));
  const section = (id: string, title: string, lines: readonly ReportLine[]): readonly Draft[] => (lines.length === 0 ? [] : [{ id: `section:${id}`, title, lines, unseen: 'unsaid' }]);
  return [
    ...section('host', say(message('report.host')), [...hostLines(snapshot, say), ...otherServiceLines(snapshot, say)]),
    ...section('settings', say(message('report.otherSettings')), others),
    ...section('values', say(message('report.otherValues')), registry === undefined ? [] : otherValueLines(registry, told, say)),
    ...section('events', say(message('report.otherEvents')), [...eventLines(snapshot, undefined, say), ...channelLines(snapshot, say)]),
  ];
}
