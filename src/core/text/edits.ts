// Text edits as an algebra: apply, merge, invert. Edits of one set refer to the same text and do not overlap.

import type { TextRange } from './range';

export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

const byPosition = (a: TextEdit, b: TextEdit): number => a.range.start - b.range.start || a.range.end - b.range.end;

/** Applies a set of edits to `text`. Edits that overlap an earlier one (by position) are left out, as {@link mergeEdits} says. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const edit of mergeEdits(edits)) {
    parts.push(text.slice(position, edit.range.start), edit.newText);
    position = edit.range.end;
  }
  parts.push(text.slice(position));
  return parts.join('');
}

/**
 * One ordered set without overlaps. Of two edits that overlap, the one that starts first stays (at equal start the shorter);
 * equal edits count once. Deterministic, so that "fix all" gives the same file whatever order the findings came in.
 */
export function mergeEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of [...edits].sort(byPosition)) {
    const last = merged.at(-1);
    if (last !== undefined) {
      const same = last.range.start === edit.range.start && last.range.end === edit.range.end;
      if (same || edit.range.start < last.range.end) continue;
    }
    merged.push(edit);
  }
  return merged;
}

/** The edits that turn `applyEdits(text, edits)` back into `text`. */
export function invertEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return mergeEdits(edits).map((edit) => {
    const start = edit.range.start + shift;
    const inverse: TextEdit = {
      range: { start, end: start + edit.newText.length },
      newText: text.slice(edit.range.start, edit.range.end),
    };
    shift += edit.newText.length - (edit.range.end - edit.range.start);
    return inverse;
  });
}
