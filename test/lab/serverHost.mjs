// Runs a suite in the VS Code server build: the page is told in its address to load the extension and its tests.
import { startEditorServer, webKind } from './editorServer.mjs';
import { EDITOR_PACKAGE } from './pins.mjs';
import { runOnPage } from './suitePage.mjs';

/**
 * @param {import('./editorHost.mjs').Suite} suite
 * @returns {Promise<{ host: string, code: number, output: string }>}
 */
export async function runInServer(suite) {
  const server = await startEditorServer({
    version: suite.version,
    smokeTestDriver: true,
    settings: { ...(suite.door === 'worker' ? webKind(suite.extension) : {}), ...suite.settings },
    ...(suite.trust === undefined ? {} : { trust: suite.trust }),
    ...(suite.locale === undefined ? {} : { locale: suite.locale }),
    ...(suite.env === undefined ? {} : { env: suite.env }),
    ...(suite.keepLogsIn === undefined ? {} : { keepLogsIn: suite.keepLogsIn }),
  });
  try {
    const { code, output, browser } = await runOnPage(suiteAddress(server.origin, suite));
    const where = suite.door === 'worker' ? 'web worker host' : 'extension host';
    const host = `VS Code server build (code-server ${EDITOR_PACKAGE[suite.version]}), ${where}, ${browser}`;
    return { host, code, output: code === 0 ? output : `${output}\n${server.output()}` };
  } finally {
    await server.stop();
  }
}

/**
 * The tests have to lie inside the extension's folder: the editor runs them in the host that has the extension they
 * are part of, and in the Node one where they are part of none.
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
