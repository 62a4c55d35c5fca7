// Runs a suite in a workbench that has no server at all, as on vscode.dev.
import { relative, sep } from 'node:path';
import { EDITOR_PACKAGE } from './pins.mjs';
import { runOnPage } from './suitePage.mjs';
import { startWebServer } from './webServer.mjs';

/**
 * @param {import('./editorHost.mjs').Suite} suite
 * @returns {Promise<{ host: string, code: number, output: string }>}
 */
export async function runInBrowser({ extension, tests, settings }) {
  const server = await startWebServer({ extension, tests: relative(extension, tests).split(sep).join('/'), settings });
  try {
    const { code, output, browser } = await runOnPage(server.origin);
    return { host: `VS Code without a server (from code-server ${EDITOR_PACKAGE.newest}), ${browser}`, code, output };
  } finally {
    await server.stop();
  }
}
