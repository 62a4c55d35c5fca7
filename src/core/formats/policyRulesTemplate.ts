// Lines of security templates inside a file of Policy Analyzer: put together again as one template for each GPO and read as such, with what
// they say told at the place of the line in the file. Repairs of lines are left out: they would be edits of a template that is not there.

import type { DocumentId, Evidence } from '../registry/observation';
import type { TextRange } from '../text/range';
import type { Entry } from './entry';
import type { Fault } from './fault';
import { readSecurityTemplate } from './securityTemplate/reading';
import type { SourceReading } from './source';
import { childNamed, childText, innerRange, type XmlElement } from './xml/element';

const HEAD = '[Unicode]\nUnicode=yes\n[Version]\nsignature="$CHICAGO$"\nRevision=1\n';

interface Line extends TextRange {
  /** The line in the file. */
  readonly told: TextRange;
  /** Its characters stand there as they are, none of them written as an entity. */
  readonly asWritten: boolean;
}

/** @param items the elements `SecurityTemplate`, in their order */
export function readRulesTemplate(items: readonly XmlElement[], text: string, document: DocumentId): SourceReading {
  const gpos = new Map<string, XmlElement[]>();
  for (const item of items) {
    const gpo = childText(item, 'PolicyName');
    const own = gpos.get(gpo);
    if (own === undefined) gpos.set(gpo, [item]);
    else own.push(item);
  }
  const entries: Entry[] = [];
  const faults: Fault[] = [];
  for (const [gpo, own] of gpos) {
    const { template, lines } = together(own, text);
    const reading = readSecurityTemplate(template, { encoding: 'utf-16le', bom: true }, document);
    const place = (evidence: Evidence): Evidence => evidenceIn(evidence, lines);
    // One by one: as arguments of a call there can be too many.
    for (const entry of reading.entries) entries.push({ ...placed(entry, place), carriedOutBy: 'template', ...(gpo === '' ? {} : { gpo }) });
    for (const { related, ...fault } of reading.faults) faults.push({ ...fault, evidence: place(fault.evidence), remedies: [], ...(related === undefined ? {} : { related: place(related) }) });
  }
  return { document, entries, faults };
}

function together(items: readonly XmlElement[], text: string): { readonly template: string; readonly lines: readonly Line[] } {
  const parts = [HEAD];
  const lines: Line[] = [];
  let at = HEAD.length;
  for (const item of items) {
    const child = childNamed(item, 'LineItem');
    if (child === undefined) continue;
    const told = innerRange(child, text);
    const content = child.text.trim();
    const head = `[${(item.attributes.get('Section')?.value ?? '').replace(/[\r\n\]]/g, ' ')}]\n`;
    parts.push(head, content.replace(/[\r\n]/g, ' '), '\n');
    const start = at + head.length;
    lines.push({ start, end: start + content.length, told, asWritten: text.slice(told.start, told.end) === content });
    at = start + content.length + 1;
  }
  return { template: parts.join(''), lines };
}

/** The last line that starts at the offset or before it, else the first one. */
function lineAt(lines: readonly Line[], offset: number): Line | undefined {
  let [low, high] = [0, lines.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return lines[low];
}

function evidenceIn(evidence: Evidence, lines: readonly Line[]): Evidence {
  const moved = ({ start, end }: TextRange): TextRange => {
    const line = lineAt(lines, start);
    if (line === undefined) return { start: 0, end: 0 };
    if (!line.asWritten) return line.told;
    const shift = line.told.start - line.start;
    return { start: Math.max(start + shift, line.told.start), end: Math.min(Math.max(end + shift, line.told.start), line.told.end) };
  };
  const { nameRange, dataRange } = evidence;
  return { ...evidence, range: moved(evidence.range), ...(nameRange === undefined ? {} : { nameRange: moved(nameRange) }), ...(dataRange === undefined ? {} : { dataRange: moved(dataRange) }) };
}

function placed(entry: Entry, place: (evidence: Evidence) => Evidence): Entry {
  const evidence = place(entry.evidence);
  if (entry.kind !== 'userRight' && entry.kind !== 'groupMember') return { ...entry, evidence };
  return { ...entry, evidence, principals: entry.principals.map((principal) => ({ ...principal, evidence: place(principal.evidence) })) };
}
