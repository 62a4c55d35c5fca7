// The one line by which a test process tells the harness what happened. Counting dots and ticks in printed output
// would call a suite that never loaded a success; this line cannot be printed without having run.

export const REPORT_MARK = "RDP-DIAGNOSTICS-TESTS ";
export const BEGIN_MARK = "RDP-DIAGNOSTICS-TESTS-BEGIN";

/**
 * @typedef {object} TestReport
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} files the test files that contributed at least one test, with `/` and relative to the
 *   folder the runner was given
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
 * @returns {string} the tests' own text, without the marks and without what the editor prints around it
 */
export function withoutMarks(output) {
  const lines = output.split(/\r?\n/u);
  const begin = lines.findIndex((text) => text.startsWith(BEGIN_MARK));
  const end = lines.findLastIndex((text) => text.startsWith(REPORT_MARK));
  return lines.slice(begin + 1, end === -1 ? undefined : end).join("\n");
}
