// How many single-character slips lie between two words: insertions, deletions, replacements and swaps of neighbours
// (optimal string alignment). Made for key names of some twenty characters, hence the early way out and no cleverness.

/** The distance, or undefined where it is more than `limit`. Compares exactly; fold the case before. */
export function editDistance(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  let twoAbove: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = at(above, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? at(twoAbove, column - 2) + 1 : Infinity;
      current.push(Math.min(replaced, swapped, at(above, column) + 1, at(current, column - 1) + 1));
    }
    twoAbove = above;
    above = current;
  }
  const distance = at(above, b.length);
  return distance <= limit ? distance : undefined;
}

// A cell outside the table is out of reach.
function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
