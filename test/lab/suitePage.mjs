// Opens a workbench page that was told to run a test suite, and gathers what it reports through the two functions VS Code
// calls for that: `codeAutomationLog` and `codeAutomationExit`.
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { grantTrust } from './workbenchTrust.mjs';

const SUITE_TIMEOUT_MS = 600_000;

/** What a test may ask of the harness by printing it: clicks for which the extension interface has nothing. */
const REQUESTS = { 'HARNESS:grant-trust': grantTrust };

/**
 * @param {string} address
 * @returns {Promise<{ code: number, output: string, browser: string }>}
 */
export async function runOnPage(address) {
  const browser = await launchBrowser();
  try {
    return { ...(await drive(await browser.newPage(), address)), browser: `Chromium ${browser.version()}` };
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('playwright-core').Page} page
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
