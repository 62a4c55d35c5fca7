// The list of quick fixes, opened as a person opens it: by the keyboard, on a problem.
import { errors } from 'playwright-core';
import { clickAt } from './workbench.mjs';

const TRIES = 5;

/** A press that nothing came of in this time was lost. */
const ANSWER_TIMEOUT_MS = 10_000;

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

/**
 * Goes to the problem of a line with F8 and opens the list there.
 * @param {Workbench} workbench
 * @param {string} suffix of the document's address
 * @param {string} text part of the line
 */
export async function openFixesOfProblem(workbench, suffix, text) {
  const { page } = workbench;
  await clickAt(page, workbench.line(suffix, text));
  await page.keyboard.press('Home'); // F8 goes to the next problem after the cursor
  await page.keyboard.press('F8');
  // The problem opens below its line, and until it has closed again the keyboard is not the editor's.
  const problem = page.locator('.marker-widget').first();
  await problem.waitFor();
  await page.keyboard.press('Escape');
  await problem.waitFor({ state: 'detached' });
  await open(workbench, suffix);
}

/**
 * Opens the list where the squiggle is on the screen, which after typing is not where the editor last heard of the problem.
 * @param {Workbench} workbench
 * @param {string} suffix of the document's address
 * @param {string} text part of the line; the problem is near its start
 */
export async function openFixesAt(workbench, suffix, text) {
  await clickAt(workbench.page, workbench.line(suffix, text));
  await open(workbench, suffix);
}

/**
 * @param {Workbench} workbench
 * @param {string} title of a row in the open list
 */
export function fix({ page }, title) {
  return page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first();
}

/**
 * The editor throws an answer away when any extension has registered fixes meanwhile, as several do in the seconds after the start, and
 * then says that there are none: a person presses again. A press before the lightbulb is there can be lost to the editor's own question.
 * @param {Workbench} workbench
 * @param {string} suffix
 */
async function open(workbench, suffix) {
  const { page } = workbench;
  const rows = page.locator('.action-widget .monaco-list-row.action');
  const none = page.locator('.monaco-editor-overlaymessage');
  for (let tries = 0; tries < TRIES; tries++) {
    await workbench.editor(suffix).locator('.lightBulbWidget, [class*="codicon-gutter-lightbulb"]').first().waitFor();
    await page.keyboard.press('Control+.');
    if (await appears(rows.or(none).first()) && (await rows.count()) > 0) return;
    await page.keyboard.press('Escape');
    await none.waitFor({ state: 'detached' });
  }
  throw new Error('The editor shows no fixes');
}

/** @param {import('playwright-core').Locator} wanted */
async function appears(wanted) {
  try {
    await wanted.waitFor({ timeout: ANSWER_TIMEOUT_MS });
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
}
