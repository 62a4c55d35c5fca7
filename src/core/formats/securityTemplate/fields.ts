// What stands behind the equals sign, taken apart at its commas. Quotes protect commas, blanks and semicolons, a doubled quote inside them
// is one quote, and they may cover a part of a field only: Windows writes a comma inside a list item as `","`. Outside of quotes a
// semicolon starts a comment only where the caller says so, because texts of people are stored without quotes. Source: real templates.

import type { TextRange } from '../../text/range';
import { trimmed } from './lines';

export interface Field extends TextRange {
  /** Without quotes and the blanks around. */
  readonly text: string;
  /** The field has a quote in it. */
  readonly quoted: boolean;
  /** Something other than blanks stands before the first quote or after the last. */
  readonly mixed: boolean;
}

export interface Fields {
  /** One for each comma and one more; none where there is nothing. */
  readonly fields: readonly Field[];
  /** A quote is never closed. */
  readonly open: boolean;
  /** Where the comment starts, or the end. */
  readonly end: number;
}

interface Growing {
  readonly start: number;
  readonly parts: string[];
  /** How much of it is behind a closed quote and stays, blanks or not. */
  kept: number;
  length: number;
  quoted: boolean;
  mixed: boolean;
}

const fresh = (start: number): Growing => ({ start, parts: [], kept: 0, length: 0, quoted: false, mixed: false });

export function fieldsOf(text: string, range: TextRange, { comments }: { readonly comments: boolean }): Fields {
  const fields: Field[] = [];
  let inQuotes = false;
  let field = fresh(range.start);
  let at = range.start;
  for (; at < range.end; at++) {
    const unit = text[at] ?? '';
    if (unit === '"') {
      if (inQuotes && text[at + 1] === '"' && at + 1 < range.end) {
        grow(field, '"');
        at++;
        continue;
      }
      if (inQuotes) field.kept = field.length;
      field.quoted = true;
      inQuotes = !inQuotes;
    } else if (inQuotes) grow(field, unit);
    else if (unit === ',') {
      fields.push(finished(text, field, at));
      field = fresh(at + 1);
    } else if (comments && unit === ';') break;
    else growOutside(field, unit);
  }
  const last = finished(text, field, at);
  if (fields.length > 0 || last.start < last.end) fields.push(last);
  return { fields, open: inQuotes, end: at };
}

function grow(field: Growing, unit: string): void {
  field.parts.push(unit);
  field.length++;
}

function growOutside(field: Growing, unit: string): void {
  const blank = unit === ' ' || unit === '\t';
  if (blank && field.length === 0 && !field.quoted) return;
  if (!blank) field.mixed = true;
  grow(field, unit);
}

function finished(text: string, field: Growing, end: number): Field {
  const all = field.parts.join('');
  const whole = all.slice(0, field.kept) + withoutTail(all.slice(field.kept));
  return { ...trimmed(text, { start: field.start, end }), text: whole, quoted: field.quoted, mixed: field.quoted && field.mixed };
}

function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return text.slice(0, end);
}
