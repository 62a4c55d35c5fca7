// The comment that silences one finding, for its line or for the file, as an edit. A comment that is already there takes the code in.

import { lineStart, nextLine } from '../formats/reg/characters';
import type { RegFile } from '../formats/reg/nodes';
import { nodeAt } from '../formats/reg/nodeSearch';
import { newlineOf, removeLines } from '../formats/reg/spelling';
import { readSuppressions } from '../formats/reg/suppressions';
import { SUPPRESS_FILE, SUPPRESS_NEXT_LINE, type Suppression } from '../formats/suppression';
import { message, type Message } from '../messages/message';
import type { Finding } from '../rules/rule';
import type { TextEdit } from '../text/edits';
import type { TextRange } from '../text/range';

export interface SuppressionFix {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
}

/** The code, behind those that the comment has. */
export function takeIn({ codes, codesAt }: Suppression, code: string): TextEdit {
  const at = codes.at(-1)?.range.end ?? codesAt;
  return { range: { start: at, end: at }, newText: ` ${code}` };
}

function forLine(file: RegFile, { code, evidence }: Finding, present: readonly Suppression[]): TextEdit | undefined {
  const node = nodeAt(file, evidence.range.start);
  // What is said about a comment is not said about a line that a comment could stand above.
  if (node === undefined || node.kind === 'comment') return undefined;
  const start = lineStart(file.text, node.start);
  // Nothing may stand above the header.
  if (start <= file.header.end) return undefined;
  const above = present.find(({ scope, covers }) => scope === 'nextLine' && covers.start === start);
  return above === undefined
    ? { range: { start, end: start }, newText: `; ${SUPPRESS_NEXT_LINE} ${code}${newlineOf(file.text)}` }
    : takeIn(above, code);
}

function forFile(file: RegFile, { code }: Finding, present: readonly Suppression[]): TextEdit {
  const other = present.find(({ scope }) => scope === 'file');
  if (other !== undefined) return takeIn(other, code);
  const { header, text } = file;
  const newline = newlineOf(text);
  const comment = `; ${SUPPRESS_FILE} ${code}`;
  // A first line that is no header is content: it stays where it is.
  if (header.verdict.kind === 'rejected' && header.verdict.why === 'missing') return { range: { start: 0, end: 0 }, newText: comment + newline };
  const at = nextLine(text, header.end);
  const isLineStart = at > 0 && /[\r\n]/.test(text.charAt(at - 1));
  return { range: { start: at, end: at }, newText: isLineStart ? comment + newline : newline + comment };
}

/** Above the header a comment is what makes Windows refuse the file (RDP001): taking it away would change that. */
export function removeSuppression({ text, header }: RegFile, comment: TextRange): TextEdit | undefined {
  return comment.start < header.end ? undefined : removeLines(text, comment);
}

/** What can be offered for one finding: its line first, then the file. */
export function suppressionFixes(file: RegFile, finding: Finding): readonly SuppressionFix[] {
  const present = readSuppressions(file);
  const line = forLine(file, finding, present);
  return [
    ...(line === undefined ? [] : [{ title: message('suppress.line', finding.code), edits: [line] }]),
    { title: message('suppress.file', finding.code), edits: [forFile(file, finding, present)] },
  ];
}
