// Comments that silence findings in the text formats of group policy, and the edits that write and remove them. They are honoured in each of
// them. None is written into a report, which says what somebody saw, nor into a preference: that Windows reads one with a comment in it was
// not seen, and the editor of group policy would drop it.

import type { PolicyTextFormat } from '../formats/policySource';
import { lgpoEntryStarts } from '../formats/lgpoText/reading';
import { readLgpoSuppressions, readTemplateSuppressions } from '../formats/lineSuppressions';
import { isLineEnd, lineEnd, lineStart, nextLine } from '../formats/reg/characters';
import { newlineOf } from '../formats/reg/spelling';
import { SUPPRESS_FILE, SUPPRESS_NEXT_LINE, type Suppression } from '../formats/suppression';
import { wholeLine } from '../formats/securityTemplate/lines';
import { readXml } from '../formats/xml/readXml';
import { readXmlSuppressions } from '../formats/xml/suppressions';
import { wholeElement } from '../formats/xml/written';
import { message } from '../messages/message';
import type { Finding } from '../rules/rule';
import type { TextEdit } from '../text/edits';
import type { TextRange } from '../text/range';
import { takeIn, type SuppressionFix } from './suppressionEdits';

export function readPolicySuppressions(format: PolicyTextFormat, text: string): readonly Suppression[] {
  if (format === 'security-template') return readTemplateSuppressions(text);
  return format === 'lgpo' ? readLgpoSuppressions(text) : readXmlSuppressions(text);
}

export function removePolicySuppression(format: PolicyTextFormat, text: string, comment: TextRange): TextEdit | undefined {
  switch (format) {
    case 'gpo-report':
    case 'rsop':
      return undefined;
    case 'security-template':
      return { range: wholeLine(text, comment), newText: '' };
    case 'lgpo':
      return { range: setsApart(text, comment) ? comment : wholeLine(text, comment), newText: '' };
    case 'gpp-registry':
    case 'policy-rules':
      return { range: wholeElement(text, comment), newText: '' };
  }
}

/** Whether this comment is all that stands between two entries: an empty line has to stay. */
function setsApart(text: string, { start, end }: TextRange): boolean {
  const isEntryLine = (from: number): boolean => !/^(?:\s*$|;)/.test(text.slice(from, lineEnd(text, from)));
  return start > 0 && isEntryLine(lineStart(text, beforeLineEnd(text, start))) && isEntryLine(nextLine(text, end));
}

/** The end of the line above. */
function beforeLineEnd(text: string, start: number): number {
  return text.startsWith('\r\n', start - 2) ? start - 2 : start - 1;
}

interface Writing {
  readonly comment: (words: string) => string;
  /** Where the statement begins that holds this place; undefined where none does. */
  readonly startOf: (text: string, at: number) => number | undefined;
  /** In front of what a comment about the whole file stands. */
  readonly top: (text: string) => number;
}

const semicolon = (words: string): string => `; ${words}`;

const writings: Readonly<Partial<Record<PolicyTextFormat, Writing>>> = {
  'security-template': { comment: semicolon, startOf: lineStart, top: () => 0 },
  lgpo: { comment: semicolon, startOf: (text, at) => lgpoEntryStarts(text).findLast((start) => start <= at), top: () => 0 },
  'policy-rules': { comment: (words) => `<!-- ${words} -->`, startOf: ruleStart, top: (text) => elementStarts(text, 0)[0] ?? 0 },
};

function elementStarts(text: string, depth: number): readonly number[] {
  const starts: number[] = [];
  readXml(text, {
    wants: ({ startTag }, ancestors) => {
      if (ancestors.length === depth) starts.push(startTag.start);
      return false;
    },
    take: () => undefined,
  });
  return starts;
}

function ruleStart(text: string, at: number): number | undefined {
  return elementStarts(text, 1).findLast((start) => start <= at);
}

/** The comment with a line of its own above the one that begins here, as far in as that is; in front of it where other things come first. */
function above(text: string, at: number, comment: string): TextEdit {
  const line = lineStart(text, at);
  const indent = text.slice(line, at);
  return { range: { start: at, end: at }, newText: /^[ \t]*$/.test(indent) ? comment + newlineOf(text) + indent : comment };
}

/** What can be offered for one finding: its entry first, then the file. */
export function policySuppressionFixes(format: PolicyTextFormat, text: string, { code, evidence: { range } }: Finding): readonly SuppressionFix[] {
  const writing = writings[format];
  if (writing === undefined) return [];
  const present = readPolicySuppressions(format, text);
  const fixes: SuppressionFix[] = [];
  // What is about the file as a whole shows no statement.
  const start = range.start === range.end ? undefined : writing.startOf(text, range.start);
  const inComment = present.some((other) => other.range.start <= range.start && range.start <= other.range.end);
  if (start !== undefined && !isLineEnd(text.charCodeAt(start)) && !inComment) {
    const own = present.find(({ scope, covers }) => scope !== 'file' && covers.start === start);
    const edit = own === undefined ? above(text, start, writing.comment(`${SUPPRESS_NEXT_LINE} ${code}`)) : takeIn(own, code);
    fixes.push({ title: message(format === 'security-template' ? 'suppress.line' : 'suppress.entry', code), edits: [edit] });
  }
  const other = present.find(({ scope }) => scope === 'file');
  const edit = other === undefined ? above(text, writing.top(text), writing.comment(`${SUPPRESS_FILE} ${code}`)) : takeIn(other, code);
  return [...fixes, { title: message('suppress.file', code), edits: [edit] }];
}
