// Offsets and positions, with the three line ends an editor knows.
import { deepEqual, equal } from 'node:assert/strict';
import { createLineMap } from '../../../src/core/text/lineMap';

describe('the line map', () => {
  const text = 'a\r\nb\nc\rd';
  const lines = createLineMap(text);
  it('counts CRLF, LF and CR as one line end each', () => equal(lines.lineCount, 4));
  it('gives the position of every offset', () => {
    deepEqual(
      Array.from(text, (_, offset) => lines.positionAt(offset)).map(({ line, column }) => `${String(line)}:${String(column)}`),
      ['0:0', '0:1', '0:2', '1:0', '1:1', '2:0', '2:1', '3:0'],
    );
  });
  it('stays inside the text', () => deepEqual([lines.positionAt(-5), lines.positionAt(99)], [{ line: 0, column: 0 }, { line: 3, column: 1 }]));
  it('an empty text has one line', () => equal(createLineMap('').lineCount, 1));
});
