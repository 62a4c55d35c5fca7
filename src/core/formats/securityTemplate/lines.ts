// The lines of a security template with the section each stands in. Section names are compared without case, a section may come more than
// once, and a line that begins with ; is a comment. Nothing here knows what a line means. Follows MS-GPSB 2.2 and templates of real backups.

import type { TextRange } from '../../text/range';

export interface TemplateLine extends TextRange {
  /** Lower case, without the brackets; empty before the first section. */
  readonly section: string;
}

export interface TemplateLines {
  /** In order, without blank lines, comments and section lines; ranges are without the blanks around. */
  readonly lines: readonly TemplateLine[];
  /** The section lines. */
  readonly heads: readonly TemplateLine[];
  /** Section lines without the closing bracket. */
  readonly damaged: readonly TextRange[];
}

const isBlank = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';

/** The same range without blanks at its ends. */
export function trimmed(text: string, { start, end }: TextRange): TextRange {
  let [from, to] = [start, end];
  while (from < to && isBlank(text, from)) from++;
  while (to > from && isBlank(text, to - 1)) to--;
  return { start: from, end: to };
}

export function templateLines(text: string): TemplateLines {
  const lines: TemplateLine[] = [];
  const heads: TemplateLine[] = [];
  const damaged: TextRange[] = [];
  let section = '';
  for (const raw of rawLines(text)) {
    const line = trimmed(text, raw);
    const first = text[line.start];
    if (line.start === line.end || first === ';') continue;
    if (first !== '[') {
      lines.push({ ...line, section });
      continue;
    }
    const close = text.slice(line.start, line.end).indexOf(']');
    // What stands below belongs to no section anybody can be sure of.
    section = close < 0 ? '' : text.slice(line.start + 1, line.start + close).trim().toLowerCase();
    if (close < 0) damaged.push(line);
    else heads.push({ ...line, section });
  }
  return { lines, heads, damaged };
}

/** Line ends are CRLF, LF and lone CR, as an editor shows them. */
function* rawLines(text: string): Generator<TextRange> {
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (unit !== '\n' && unit !== '\r') continue;
    yield { start, end: at };
    if (unit === '\r' && text[at + 1] === '\n') at++;
    start = at + 1;
  }
  yield { start, end: text.length };
}

/** The line with everything up to where the next one starts. */
export function wholeLine(text: string, { start, end }: TextRange): TextRange {
  let [from, to] = [start, end];
  while (from > 0 && text[from - 1] !== '\n' && text[from - 1] !== '\r') from--;
  while (to < text.length && text[to] !== '\n' && text[to] !== '\r') to++;
  if (text[to] === '\r' && text[to + 1] === '\n') to += 2;
  else if (to < text.length) to++;
  return { start: from, end: to };
}
