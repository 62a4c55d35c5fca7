// What a deliberately bad file expects, written into it: `// bites: a b` on the line that is wrong, or `// bites below: a b` on the
// line before it where the line itself is a comment.

const MARKER = /\/\/ bites( below)?: (.+)$/;

/** Sorted `file:line id` for every id that the file expects to be reported. */
export function expectedBites(file: string, text: string): readonly string[] {
  const expected: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const [, below, ids] = MARKER.exec(line) ?? [];
    if (ids === undefined) continue;
    for (const id of ids.trim().split(/\s+/)) expected.push(`${file}:${index + (below === undefined ? 1 : 2)} ${id}`);
  }
  return expected.sort();
}

/** Sorted and without repetitions: two reports of one rule on one line are one bite. */
export const bites = (reported: readonly string[]): readonly string[] => [...new Set(reported)].sort();
