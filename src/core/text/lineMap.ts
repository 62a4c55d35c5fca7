// Offsets to lines and columns and back. Line ends are CRLF, LF and lone CR, the three that VS Code knows,
// so that a position here is the position an editor shows.

export interface Position {
  /** From 0. */
  readonly line: number;
  /** From 0, in UTF-16 code units. */
  readonly column: number;
}

export interface LineMap {
  readonly lineCount: number;
  positionAt(offset: number): Position;
  /** Start offset of a line; the length of the text for a line past the end. */
  lineStart(line: number): number;
}

const LF = 10;
const CR = 13;

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}

/** Builds the map of one text. Reads the whole text once; look-ups are binary searches. */
export function createLineMap(text: string): LineMap {
  const starts = lineStarts(text);
  // Not the text itself: a map may be kept for as long as what was found in it.
  const { length } = text;
  return {
    lineCount: starts.length,
    lineStart: (line) => starts[line] ?? length,
    positionAt(offset) {
      const wanted = Math.max(0, Math.min(offset, length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= wanted) low = middle;
        else high = middle - 1;
      }
      return { line: low, column: wanted - (starts[low] ?? 0) };
    },
  };
}
