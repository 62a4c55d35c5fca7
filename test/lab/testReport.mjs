// How a test process tells the harness what happened: its own lines carry a mark, and the last one has the counts.
// Counting ticks in printed output would call a suite that never loaded a success; the last line cannot be printed
// without having run. Inside an editor the marks also tell the tests' lines from the workbench's own.

export const REPORT_MARK = 'RDP-DIAGNOSTICS-TESTS ';
export const LINE_MARK = 'RDP-DIAGNOSTICS-TEST| ';

/**
 * @typedef {object} TestReport
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} files the test files that ran at least one test
 * @property {readonly string[]} [failures] a line each: the title and what was wrong; an editor's suites leave them to their output
 */

/**
 * @param {string} output
 * @returns {TestReport | undefined} undefined where the run did not get to its end
 */
export function readReport(output) {
  const line = output.split(/\r?\n/u).findLast((text) => text.startsWith(REPORT_MARK));
  return line === undefined ? undefined : JSON.parse(line.slice(REPORT_MARK.length));
}

/**
 * @param {string} output
 * @returns {string} the tests' own lines, without their marks
 */
export function testLines(output) {
  const lines = output.split(/\r?\n/u).filter((text) => text.startsWith(LINE_MARK));
  return lines.map((text) => text.slice(LINE_MARK.length)).join('\n');
}
