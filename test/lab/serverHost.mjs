// Runs a suite in the VS Code server build: the page is told to load the extension and its tests, and reports through
// two functions exposed to it, `codeAutomationLog` and `codeAutomationExit`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { startEditorServer } from './editorServer.mjs';
import { EDITOR_PACKAGE } from './pins.mjs';
import { grantTrust } from './workbenchTrust.mjs';

const SUITE_TIMEOUT_MS = 600_000;

/** What a test may ask of the harness by printing it: clicks for which the extension interface has nothing. */
const REQUESTS = { 'HARNESS:grant-trust': grantTrust };

/**
 * @param {import("./editorHost.mjs").SuiteOptions & { version: import("./pins.mjs").EditorVersion, extension: string, tests: string, workspace: string }} suite
 * @returns {Promise<{ host: string, code: number, output: string }>}
 */
export async function runInServer(suite) {
  const { publisher, name } = JSON.parse(readFileSync(join(suite.extension, 'package.json'), 'utf8'));
  const kind = suite.web === true ? { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } } : {};
  const server = await startEditorServer({
    version: suite.version,
    smokeTestDriver: true,
    settings: { ...kind, ...suite.settings },
    ...(suite.trust === undefined ? {} : { trust: suite.trust }),
    ...(suite.env === undefined ? {} : { env: suite.env }),
    ...(suite.keepLogsIn === undefined ? {} : { keepLogsIn: suite.keepLogsIn }),
  });
  try {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const { code, output } = await drive(page, suiteAddress(server.origin, suite));
      const where = suite.web === true ? 'web extension host' : 'extension host';
      const host = `VS Code server build (code-server ${EDITOR_PACKAGE[suite.version]}), ${where}, Chromium ${browser.version()}`;
      return { host, code, output: code === 0 ? output : `${output}\n${server.output()}` };
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/**
 * @param {string} origin
 * @param {{ workspace: string, extension: string, tests: string }} suite
 */
function suiteAddress(origin, { workspace, extension, tests }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://${new URL(origin).host}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ];
  return `${origin}/?${new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) })}`;
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} address
 */
async function drive(page, address) {
  let output = '';
  /** @type {(code: number) => void} */
  let finish = () => {};
  /** @type {Promise<number>} */
  const finished = new Promise((resolve) => (finish = resolve));
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ values) => {
    const text = format(...values); // the first value is a format string
    output += `${text}\n`;
    const request = REQUESTS[/** @type {keyof typeof REQUESTS} */ (text.trim())];
    request?.(page).catch((/** @type {unknown} */ error) => {
      output += `${text.trim()} failed: ${error}\n`;
      finish(1);
    });
  });
  await page.exposeFunction('codeAutomationExit', finish);
  page.once('crash', () => finish(1));
  const timer = setTimeout(() => {
    output += `The suite did not end within ${SUITE_TIMEOUT_MS / 1000} s\n`;
    finish(1);
  }, SUITE_TIMEOUT_MS);
  await page.goto(address);
  const code = await finished;
  clearTimeout(timer);
  return { code, output };
}
