// A report as text: verdict first, then the first action, then one fact a line (label, plain value, source) by symptom. The columns are
// fixed and nothing varies but the facts, so that two reports can be compared line by line. Knows the layout, not the subject.

import { oneLine } from '../text/oneLine';
import type { TextRange } from '../text/range';

/** `id` names a fact that something can point at; `also` are other facts that the same line shows. */
export interface ReportLine {
  readonly id?: string;
  readonly also?: readonly string[];
  readonly label: string;
  readonly value: string;
  readonly source: string;
}

export interface ReportSection {
  /** Names the heading itself. */
  readonly id?: string;
  /** `2  Port and listener`, or a heading without a number. */
  readonly title: string;
  /** What the section comes to, in a few words; empty for none. */
  readonly summary: string;
  readonly lines: readonly ReportLine[];
}

export interface Report {
  /** Who was checked, and when from where. */
  readonly subject: string;
  readonly circumstances: string;
  readonly verdict: string;
  /** What to do first, and the code of the page that explains it. */
  readonly first: { readonly text: string; readonly code: string } | undefined;
  readonly sections: readonly ReportSection[];
  /** Where the longest values stand, a report has a wider column for them. */
  readonly valueWidth?: number;
}

export type ReportMark = 'error' | 'warning';

/** The parts of a line: all of it behind the mark, the label, the value. */
export interface LineRanges {
  readonly line: TextRange;
  readonly label: TextRange;
  readonly value: TextRange;
}

export interface ReportText {
  readonly text: string;
  /** Where the lines and headings with an id stand. */
  readonly lines: ReadonlyMap<string, LineRanges>;
}

const marks: Readonly<Record<ReportMark, string>> = { error: ' ✖ ', warning: ' ⚠ ' };
const noMark = '   ';
const labelWidth = 28;
const usualValueWidth = 16;
const titleWidth = 54;
const subjectWidth = 32;
const codeColumn = 74;
// What anybody reads in one piece of a line.
const longest = 2000;

/** Lays a report out. Lines end with LF; every fact is one line, whatever the server calls things. */
export function layOut(report: Report, marked: ReadonlyMap<string, ReportMark>): ReportText {
  const ranges = new Map<string, LineRanges>();
  const valueWidth = report.valueWidth ?? usualValueWidth;
  let text = `${column(shownPart(report.subject), subjectWidth)}${shownPart(report.circumstances)}\n\n${shownPart(report.verdict)}\n`;
  if (report.first !== undefined) text += `${column(shownPart(report.first.text), codeColumn)}${report.first.code}\n`;
  for (const section of report.sections) {
    text += '\n';
    if (section.id !== undefined) {
      const title = { start: text.length, end: text.length + section.title.length };
      ranges.set(section.id, { line: title, label: title, value: title });
    }
    text += `${`${column(section.title, titleWidth)}${section.summary}`.trimEnd()}\n`;
    for (const line of section.lines.map(shownLine)) {
      const mark = worstOf(line, marked);
      text += mark === undefined ? noMark : marks[mark];
      const start = text.length;
      const label = column(line.label, labelWidth);
      const shown = `${label}${column(line.value, valueWidth)}${line.source}`.trimEnd();
      const here = lineRanges(start, label.length, line, shown.length);
      for (const id of factsOf(line)) if (!ranges.has(id)) ranges.set(id, here); // a fact stands where it is told first
      text += `${shown}\n`;
    }
  }
  return { text, lines: ranges };
}

function shownPart(text: string): string {
  return oneLine(text, longest);
}

function shownLine({ label, value, source, ...facts }: ReportLine): ReportLine {
  return { ...facts, label: shownPart(label), value: shownPart(value), source: shownPart(source) };
}

function factsOf({ id, also = [] }: ReportLine): readonly string[] {
  return id === undefined ? also : [id, ...also];
}

/** The mark of a line: the worst of what is said about the facts it shows. */
export function worstOf(line: ReportLine, marked: ReadonlyMap<string, ReportMark>): ReportMark | undefined {
  const found = factsOf(line).flatMap((id) => marked.get(id) ?? []);
  return found.includes('error') ? 'error' : found[0];
}

function lineRanges(start: number, valueAt: number, line: ReportLine, length: number): LineRanges {
  return {
    line: { start, end: start + length },
    label: { start, end: start + line.label.length },
    value: { start: start + valueAt, end: start + valueAt + line.value.length },
  };
}

// At least two blanks, however long the text: a column that is full must not swallow the gap.
function column(text: string, width: number): string {
  return text.length > width - 2 ? `${text}  ` : text.padEnd(width);
}
