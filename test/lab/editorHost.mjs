// Runs a compiled mocha suite inside a real VS Code and says which one: the desktop where there is one, else the
// server build with a headless browser. Both load the same files.
import { join } from 'node:path';
import { desktopExecutable, runInDesktop } from './desktopHost.mjs';
import { OUT, ROOT } from './paths.mjs';
import { runInServer } from './serverHost.mjs';
import { readReport, testLines } from './testReport.mjs';
import { copyDemo } from './workspace.mjs';

/**
 * @typedef {object} SuiteOptions
 * @property {import("./pins.mjs").EditorVersion} [version]
 * @property {string} [extension] folder of the extension under test
 * @property {string} [tests] the compiled file that exports `run`
 * @property {string} [workspace] a folder to open; a copy of the demo when absent
 * @property {boolean} [web] load the extension from its `browser` entry, in the editor's web worker
 * @property {boolean} [trust] false opens the folder untrusted
 * @property {Record<string, unknown>} [settings]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [keepLogsIn]
 */

/**
 * @typedef {object} SuiteResult
 * @property {string} host which editor ran it, for people
 * @property {number} code 0 when all passed
 * @property {string} output the tests' own text; everything, where the suite did not get to its end
 * @property {import("./testReport.mjs").TestReport | undefined} report
 */

/**
 * @param {SuiteOptions} [options]
 * @returns {Promise<SuiteResult>}
 */
export async function runEditorSuite(options = {}) {
  const demo = options.workspace === undefined ? copyDemo() : undefined;
  const suite = {
    version: /** @type {const} */ ('newest'),
    extension: ROOT,
    tests: join(OUT, 'test', 'editor', 'index.js'),
    workspace: demo?.folder ?? options.workspace ?? '',
    ...options,
  };
  try {
    // The web worker host of a desktop is not what vscode.dev runs, and a desktop window cannot be told apart from a
    // person's own where trust is concerned: both go to the server build.
    const desktop = suite.web === true || suite.trust === false ? undefined : await desktopExecutable(suite.version);
    const ran = desktop === undefined ? await runInServer(suite) : await runInDesktop(desktop, suite);
    const report = readReport(ran.output);
    return { ...ran, report, output: report === undefined ? ran.output : testLines(ran.output) };
  } finally {
    demo?.remove();
  }
}
