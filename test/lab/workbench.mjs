// Drives the workbench as a person would: keys, clicks, what is on the screen. Selectors are VS Code's own and belong
// to the pinned version (pins.mjs); they live here and nowhere else.
// Lists and editors draw only the rows in view, hence the tall window; blanks in editor lines are U+00A0.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { startEditorServer, webKind } from './editorServer.mjs';
import { ROOT, SCREENSHOTS } from './paths.mjs';
import { startWebServer } from './webServer.mjs';
import { copyDemo, DEMO_SETTINGS } from './workspace.mjs';

/** Ten times what the slowest step takes here. */
const STEP_TIMEOUT_MS = 60_000;
const WINDOW = { width: 1280, height: 1600 };

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} [folder] opened instead of a fresh copy of the demo workspace
 * @property {string} [vsix] install this package instead of using the clone in place
 * @property {Record<string, unknown>} [settings] user settings on top of the demo's
 * @property {import('./pins.mjs').EditorVersion} [version]
 * @property {boolean} [trust] false opens the folder untrusted
 * @property {string} [locale] display language, for example `de`
 * @property {NodeJS.ProcessEnv} [env] added to the environment of the extension host
 * @property {import('./editorHost.mjs').Door} [door] which entry of the extension, and where; `serverless` has the demo in memory
 */

/**
 * Starts a server, a browser and a page with the extension in it.
 * @param {WorkbenchOptions} [options]
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench(options = {}) {
  const demo = options.folder === undefined ? copyDemo() : undefined;
  // The list of servers has the side bar to itself: two lists would be rows of one name, and half of each out of sight.
  if (demo !== undefined) rmSync(join(demo.folder, 'gpo-backups'), { recursive: true });
  const folder = demo?.folder ?? options.folder ?? '';
  /** @type {(() => void | Promise<void>)[]} */
  const undo = [() => demo?.remove()];
  const close = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    const server = await startServer(options);
    undo.push(server.stop);
    const browser = await launchBrowser();
    undo.push(() => browser.close());
    const context = await browser.newContext({
      viewport: WINDOW,
      reducedMotion: 'reduce',
      ...(options.locale && { locale: options.locale }),
    });
    context.setDefaultTimeout(STEP_TIMEOUT_MS);
    const page = await context.newPage();
    await page.goto(options.door === 'serverless' ? server.origin : `${server.origin}/?${new URLSearchParams({ folder })}`);
    const workbench = new Workbench(page, folder, server, close);
    await workbench.ready();
    return workbench;
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * @param {WorkbenchOptions} options
 * @returns {Promise<Server>}
 */
function startServer(options) {
  const settings = { ...DEMO_SETTINGS, ...options.settings };
  if (options.door === 'serverless') return startWebServer({ extension: ROOT, settings });
  return startEditorServer({
    ...options,
    ...(options.vsix === undefined ? { linkedExtension: ROOT } : {}),
    settings: { ...(options.door === 'worker' ? webKind(ROOT) : {}), ...settings },
  });
}

/** @typedef {{ origin: string, stop: () => Promise<void> }} Server */

export class Workbench {
  /**
   * @param {import('playwright-core').Page} page
   * @param {string} folder the opened workspace on disk
   * @param {Server} server
   * @param {() => Promise<void>} close ends the browser and the server and removes what they left
   */
  constructor(page, folder, server, close) {
    this.page = page;
    this.folder = folder;
    this.server = server;
    this.close = close;
    this.quickInput = page.locator('.quick-input-widget:not([style*="display: none"])');
    this.dialog = page.locator('.monaco-dialog-box');
  }

  /** "Restored" is not "extensions known": wait for something only the extension contributes. */
  async ready() {
    await this.page.locator('.explorer-viewlet .monaco-list-row').first().waitFor();
    const title = viewContainerTitle();
    if (title !== undefined) await this.viewContainer(title).waitFor();
  }

  /** @param {string} label the start of its name in the activity bar */
  viewContainer(label) {
    return this.page.locator(`.activitybar .action-item a.action-label[aria-label^="${label}"]`);
  }

  /** @param {string} title of a command, with or without its category */
  async palette(title) {
    await this.page.keyboard.press('F1');
    await this.quickInput.locator('input.input').fill(`>${title}`);
    await this.quickPick(title.replace(/^[^:]*: /u, ''));
  }

  /** @param {string} text part of the row to choose */
  async quickPick(text) {
    await this.quickInput.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().click();
  }

  /**
   * Fills an input box and confirms it.
   * @param {string} text
   */
  async input(text) {
    await this.quickInput.locator('input.input').fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** @returns {import('playwright-core').Locator} what an input box objects to, or explains */
  inputMessage() {
    return this.quickInput.locator('.quick-input-message');
  }

  /** @param {string} name in the Explorer, opened to stay */
  async openFile(name) {
    await this.page.locator('.explorer-viewlet .monaco-list-row', { hasText: name }).first().dblclick();
    await this.editor(name).locator('.view-line').first().waitFor();
  }

  /** @param {string} suffix of the document's address, such as `/port.reg` or `.rdp-report` */
  editor(suffix) {
    return this.page.locator(`.monaco-editor[data-uri$="${suffix}"]`);
  }

  /** @param {string} suffix */
  async lines(suffix) {
    const texts = await this.editor(suffix).locator('.view-line').allInnerTexts();
    return texts.map((text) => text.replaceAll('\u00a0', ' '));
  }

  /**
   * @param {string} suffix
   * @param {'error' | 'warning' | 'info' | 'hint'} severity
   */
  squiggles(suffix, severity) {
    return this.editor(suffix).locator(`.squiggly-${severity}`);
  }

  /**
   * @param {string} suffix
   * @param {string} text part of the line
   */
  line(suffix, text) {
    return this.editor(suffix)
      .locator('.view-line', { hasText: text.replaceAll(' ', '\u00a0') })
      .first();
  }

  /**
   * @param {string} suffix
   * @param {string} text part of the line to point at, at its middle
   * @returns {Promise<string>} the text that appears
   */
  async hover(suffix, text) {
    await this.line(suffix, text).locator('span span').last().hover();
    // Until the first provider has answered, the editor says that it is loading.
    const box = this.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: /\S/u, hasNotText: 'Loading...' }).first();
    await box.waitFor();
    return (await box.innerText()).replaceAll('\u00a0', ' ');
  }

  /**
   * Opens what the status bar says of the file's language, behind `{}`.
   * @param {string} text part of it to wait for
   * @returns {Promise<string>} all of it
   */
  async languageStatus(text) {
    const item = this.page.locator('#status\\.languageStatus');
    const box = this.page.locator('.hover-language-status').first();
    await item.hover();
    await box.filter({ hasText: text }).waitFor();
    return box.innerText();
  }

  /** @param {string} [text] part of the row */
  treeRow(text) {
    const rows = this.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row');
    return text === undefined ? rows : rows.filter({ hasText: text }).first();
  }

  /** @param {string} text */
  async expand(text) {
    await this.treeRow(text).locator('.monaco-tl-twistie').click();
  }

  /**
   * @param {string} row
   * @param {string} action title of an inline action
   */
  async inlineAction(row, action) {
    await this.treeRow(row).hover();
    await this.treeRow(row).locator(`.actions .action-label[aria-label^="${action}"]`).click();
  }

  /** @param {string} button in the modal dialog that is open */
  async answer(button) {
    await this.dialog.getByRole('button', { name: button, exact: true }).click();
  }

  /** @param {string} text part of a notification shown as a toast */
  toast(text) {
    return this.page.locator('.notifications-toasts .notification-list-item', { hasText: text });
  }

  /** @returns {Promise<string>} for example `Errors: 1, Warnings: 2` */
  async problemCounts() {
    return (await this.page.locator('#status\\.problems').getAttribute('aria-label')) ?? '';
  }

  /** Problems rows; opens the panel. */
  async problems() {
    await this.page.keyboard.press('Control+Shift+M');
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' '));
  }

  async save() {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active:not(.dirty)').first().waitFor();
  }

  /**
   * Kept for people to look at, never compared.
   * @param {string} name
   * @returns {Promise<string>} the file
   */
  async screenshot(name) {
    mkdirSync(SCREENSHOTS, { recursive: true });
    const path = join(SCREENSHOTS, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }
}

/** @returns {string | undefined} as the manifest says it, in English */
function viewContainerTitle() {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const texts = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8'));
  const title = manifest.contributes?.viewsContainers?.activitybar?.[0]?.title;
  return title?.replace(/^%(.*)%$/u, (/** @type {string} */ _whole, /** @type {string} */ key) => texts[key]);
}

/**
 * `locator.click()` scrolls into view first, and that can scroll Monaco's hidden containers until the text is gone.
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').Locator} locator
 */
export async function clickAt(page, locator) {
  await locator.waitFor();
  const box = await locator.boundingBox();
  if (box === null) throw new Error('There is nothing on the screen to click at');
  await page.mouse.click(box.x + Math.min(box.width / 2, 100), box.y + box.height / 2);
}
