// A piece of a text as two offsets, in UTF-16 code units from the start of the text, end exclusive.
// Lines and columns exist only in lineMap.ts and where a door shows them: mixing the two is where position bugs come from.

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** True where two ranges share a character, or where one is empty and lies inside or at the edge of the other. */
export function rangesTouch(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}
