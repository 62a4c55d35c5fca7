// Runs a compiled mocha suite inside a real VS Code and says which one: the desktop where there is one, else the
// server build with a headless browser. Both load the same files.
import { join } from 'node:path';
import { runInBrowser } from './browserHost.mjs';
import { desktopExecutable, runInDesktop } from './desktopHost.mjs';
import { OUT, ROOT } from './paths.mjs';
import { runInServer } from './serverHost.mjs';
import { readReport, testLines } from './testReport.mjs';
import { copyDemo } from './workspace.mjs';

/**
 * Which entry of the extension is loaded, and where: `main` in Node, `browser` in the web worker beside a server, or
 * `browser` where there is no server at all, as on vscode.dev.
 * @typedef {'node' | 'worker' | 'serverless'} Door
 */

/**
 * @typedef {object} SuiteOptions
 * @property {import('./pins.mjs').EditorVersion} [version]
 * @property {string} [extension] folder of the extension under test
 * @property {string} [tests] the compiled file that exports `run`
 * @property {string} [workspace] a folder to open; a copy of the demo when absent
 * @property {Door} [door]
 * @property {boolean} [trust] false opens the folder untrusted
 * @property {string} [locale] display language; server build only
 * @property {Record<string, unknown>} [settings]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [keepLogsIn]
 */

/** @typedef {SuiteOptions & Required<Pick<SuiteOptions, 'version' | 'extension' | 'tests' | 'workspace' | 'door'>>} Suite */

/**
 * @typedef {object} SuiteResult
 * @property {string} host which editor ran it, for people
 * @property {number} code 0 when all passed
 * @property {string} output the tests' own text; everything, where the suite did not get to its end
 * @property {import('./testReport.mjs').TestReport | undefined} report
 */

/**
 * @param {SuiteOptions} [options]
 * @returns {Promise<SuiteResult>}
 */
export async function runEditorSuite(options = {}) {
  const demo = options.workspace === undefined ? copyDemo() : undefined;
  /** @type {Suite} */
  const suite = {
    version: 'newest',
    door: 'node',
    extension: ROOT,
    tests: join(OUT, 'test', 'editor', 'index.js'),
    workspace: demo?.folder ?? '',
    ...options,
  };
  try {
    const ran = await runIn(suite);
    const report = readReport(ran.output);
    return { ...ran, report, output: report === undefined ? ran.output : testLines(ran.output) };
  } finally {
    demo?.remove();
  }
}

/** @param {Suite} suite */
async function runIn(suite) {
  if (suite.door === 'serverless') return runInBrowser(suite);
  // A desktop's worker host is not what vscode.dev runs, trust is granted by clicks on a page, and a desktop speaks the
  // languages somebody installed: these need the server.
  const serverOnly = suite.door === 'worker' || suite.trust === false || suite.locale !== undefined;
  const desktop = serverOnly ? undefined : await desktopExecutable(suite.version);
  return desktop === undefined ? runInServer(suite) : runInDesktop(desktop, suite);
}
