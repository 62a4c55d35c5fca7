// What a stage of a test run is, and how one is judged: a stage that ran nothing, or other files than are on disk, has
// failed however green it looks.

/**
 * @typedef {object} StageResult
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} detail one line for people: which files, which host, or what is wrong
 * @property {string} output printed before the summary
 * @property {readonly string[]} [ran] test files that ran
 * @property {readonly string[]} [failures] a line each, repeated after the summary
 * @property {readonly string[]} [repeated] a line each: what passed only at a second run
 * @property {readonly string[]} [passedOver] test files of a stage that was skipped as a whole
 * @property {number} seconds
 */

/** @typedef {Omit<StageResult, 'name' | 'seconds'>} StageOutcome */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {() => Promise<StageOutcome>} run
 */

/**
 * @param {{ code: number, output: string, report: import('./testReport.mjs').TestReport | undefined }} ran
 * @param {readonly string[]} onDisk the files the stage had to run, named as in the report
 * @param {string} [host]
 * @returns {StageOutcome}
 */
export function judge({ code, output, report }, onDisk, host) {
  const { passed = 0, failed = 0, skipped = 0, files = [], failures } = report ?? {};
  const problems = [];
  if (report === undefined) problems.push(`the run did not get to its end (exit code ${code})`);
  else {
    const idle = onDisk.filter((file) => !files.includes(file));
    const unknown = files.filter((file) => !onDisk.includes(file));
    if (onDisk.length === 0) problems.push('there is no test file');
    if (idle.length > 0) problems.push(`ran no test: ${idle.join(', ')}`);
    if (unknown.length > 0) problems.push(`ran, but is not on disk: ${unknown.join(', ')}`);
    if (code !== 0 && failed === 0 && problems.length === 0) problems.push(`exit code ${code} although no test failed`);
  }
  const detail = [`${files.length} of ${onDisk.length} files`, ...(host === undefined ? [] : [host]), ...problems].join('; ');
  return { passed, failed: failed + (problems.length > 0 && failed === 0 ? 1 : 0), skipped, detail, output, ran: files, ...(failures === undefined ? {} : { failures }) };
}

/**
 * @param {readonly string[]} onDisk
 * @param {readonly string[]} missing
 * @returns {StageOutcome}
 */
export function skippedStage(onDisk, missing) {
  const detail = `skipped: needs ${missing.join(', ')}`;
  return { passed: 0, failed: 0, skipped: onDisk.length, detail, output: detail, passedOver: onDisk };
}

/**
 * Runs stages side by side; an unexpected error fails the stage it came from and no other.
 * @param {readonly Stage[]} stages
 * @param {number} lanes
 * @returns {Promise<StageResult[]>} in the order of `stages`
 */
export async function runStages(stages, lanes) {
  /** @type {StageResult[]} */
  const results = [];
  const waiting = [...stages.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, { name, run }] = next;
      const started = Date.now();
      console.log(`started: ${name}`);
      const outcome = await run().catch(
        /** @returns {StageOutcome} */ (/** @type {unknown} */ error) => {
          const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
          return { passed: 0, failed: 1, skipped: 0, detail: 'could not be run', output: text };
        },
      );
      const result = { name, ...outcome, seconds: Math.round((Date.now() - started) / 1000) };
      results[index] = result;
      print(result);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** @param {StageResult} result */
function print({ name, output, ...rest }) {
  const text = output.trim();
  console.log(`\n==== ${name}${text === '' ? '' : `\n${text}`}\n---- ${summaryLine({ name, output, ...rest })}\n`);
}

/** @param {StageResult} result */
export function summaryLine({ name, passed, failed, skipped, seconds, detail }) {
  const verdict = failed > 0 ? 'FAILED' : passed === 0 && skipped > 0 ? 'SKIPPED' : 'ok';
  return `${verdict.padEnd(8)}${name.padEnd(18)}${passed} passed, ${failed} failed, ${skipped} skipped, ${seconds} s (${detail})`;
}

/**
 * @param {readonly StageResult[]} results
 * @param {readonly string[]} onDisk every test file this run was to execute
 * @returns {number} the exit code
 */
export function printSummary(results, onDisk) {
  const ran = new Set(results.flatMap((result) => result.ran ?? []));
  const forgotten = onDisk.filter((file) => !ran.has(file) && !results.some((result) => result.passedOver?.includes(file)));
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) => results.reduce((total, result) => total + result[key], 0);
  const failed = sum('failed') + (forgotten.length > 0 && sum('failed') === 0 ? 1 : 0);
  console.log('==== summary');
  for (const result of results) console.log(summaryLine(result));
  console.log(`Test files: ${onDisk.length} on disk, ${ran.size} run`);
  if (forgotten.length > 0) console.log(`Neither run nor skipped: ${forgotten.join(', ')}`);
  for (const { name, repeated = [] } of results) for (const line of repeated) console.log(`${name}: ${line}`);
  for (const { name, failures = [] } of results) for (const line of failures) console.log(`${name}: FAILED ${line}`);
  console.log(`${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped`);
  return failed === 0 && sum('passed') > 0 ? 0 : 1;
}
