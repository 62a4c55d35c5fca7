// A registry.pol as LGPO text, and its findings on that text: what is found in bytes is shown where the text says the same, also where it
// says so in a comment. The findings are those of the file. Linting the text would give others: it has no bytes, no sizes, no structure.

import { writeLgpoText, type WrittenEntry } from '../formats/lgpoText/writer';
import type { RegistryEntry } from '../formats/entry';
import { message } from '../messages/message';
import { onOneLine } from '../messages/onOneLine';
import type { DocumentId, Evidence } from '../registry/observation';
import type { Finding } from '../rules/rule';
import type { TextRange } from '../text/range';
import { entryAt, type Say } from './polTable';

const NEWLINE = '\r\n';

/** A finding of the file, and the same with its evidence in the text. */
export interface ShownFinding {
  readonly inFile: Finding;
  readonly inText: Finding;
}

export interface PolText {
  readonly text: string;
  readonly findings: readonly ShownFinding[];
}

interface Layout {
  readonly entries: readonly RegistryEntry[];
  readonly written: readonly WrittenEntry[];
  /** Where the comment of a finding about no entry stands. */
  readonly heads: ReadonlyMap<Finding, TextRange>;
  /** How far the entries stand behind their own text. */
  readonly shift: number;
  readonly from: DocumentId;
  readonly to: DocumentId;
}

const isSame = (a: TextRange | undefined, b: TextRange): boolean => a?.start === b.start && a.end === b.end;

/** The part of the text that says what a part of the entry's bytes says. */
function partOf({ evidence: { range, nameRange, dataRange } }: RegistryEntry, written: WrittenEntry, wanted: TextRange): TextRange {
  if (isSame(range, wanted)) return written.range;
  if (isSame(dataRange, wanted)) return written.dataRange ?? written.range;
  if (isSame(nameRange, wanted)) return written.nameRange ?? written.range;
  const isKey = nameRange !== undefined && wanted.start > range.start && wanted.end < nameRange.start;
  return isKey ? (written.keyRange ?? written.range) : written.range;
}

function rangeInText({ entries, written, shift }: Layout, wanted: TextRange): TextRange | undefined {
  const index = entryAt(entries, wanted);
  const [entry, place] = index === undefined ? [] : [entries[index], written[index]];
  if (entry === undefined || place === undefined) return undefined;
  const { start, end } = partOf(entry, place, wanted);
  return { start: start + shift, end: end + shift };
}

function evidenceInText(layout: Layout, evidence: Evidence, head: TextRange | undefined): Evidence {
  if (evidence.document !== layout.from) return evidence;
  return { document: layout.to, range: head ?? rangeInText(layout, evidence.range) ?? { start: 0, end: 0 } };
}

function findingInText(layout: Layout, finding: Finding): Finding {
  return {
    ...finding,
    evidence: evidenceInText(layout, finding.evidence, layout.heads.get(finding)),
    related: finding.related.map((other) => ({ ...other, evidence: evidenceInText(layout, other.evidence, undefined) })),
  };
}

export interface PolTextRequest {
  readonly entries: readonly RegistryEntry[];
  /** Evidence in bytes of the file. */
  readonly findings: readonly Finding[];
  /** What the file is called in its evidence, and what the text is called. */
  readonly from: DocumentId;
  readonly to: DocumentId;
  readonly say: Say;
}

/** What is about no entry stands in comments at the top, one line each. */
export function polText({ entries, findings, from, to, say }: PolTextRequest): PolText {
  const pieces: string[] = [];
  const heads = new Map<Finding, TextRange>();
  let shift = 0;
  for (const finding of findings) {
    if (entryAt(entries, finding.evidence.range) !== undefined) continue;
    const line = `; ${say(message('pol.inText', finding.code, say(onOneLine(finding.message))))}`;
    heads.set(finding, { start: shift, end: shift + line.length });
    pieces.push(line, NEWLINE);
    shift += line.length + NEWLINE.length;
  }
  if (pieces.length > 0) {
    pieces.push(NEWLINE);
    shift += NEWLINE.length;
  }
  const { text, written } = writeLgpoText(entries);
  const layout: Layout = { entries, written, heads, shift, from, to };
  return { text: pieces.join('') + text, findings: findings.map((inFile) => ({ inFile, inText: findingInText(layout, inFile) })) };
}
