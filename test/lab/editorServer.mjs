// Starts and ends one VS Code server build: its own port (asked from the system), its own data folder, its own
// settings. Loopback only and without a connection token: it serves a temporary folder to this machine's own tests.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureEditorBuild } from './editorBuilds.mjs';
import { run, startSupervised } from './processes.mjs';

const START_TIMEOUT_MS = 60_000;
const INSTALL_TIMEOUT_MS = 60_000;

/** code-server's own variable; without it the workbench asks a marketplace about every extension it sees. */
const NO_GALLERY = '{}';

/** A quiet workbench: nothing that covers the editor, animates, asks, or adds fixes of its own to the lightbulb. */
export const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true, // the built-in assistant adds "Fix" and "Explain" to every list of quick fixes
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'workbench.editor.useModal': 'off',
  'workbench.colorTheme': 'Default Light Modern',
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'security.workspace.trust.startupPrompt': 'never', // as in the newest; the floor would ask over the editor
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * The setting by which an extension runs from its `browser` entry, in the workbench's web worker.
 * @param {string} extension its folder
 */
export function webKind(extension) {
  const { publisher, name } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
}

/**
 * @typedef {object} ServerOptions
 * @property {import("./pins.mjs").EditorVersion} [version]
 * @property {boolean} [trust] false leaves workspace trust switched on, so every folder opens untrusted
 * @property {boolean} [smokeTestDriver] lets the page load a development extension and its tests; hides notification toasts
 * @property {string} [linkedExtension] folder of an extension to use in place, as if it had been installed
 * @property {string} [vsix] an extension package to install
 * @property {Record<string, unknown>} [settings] user settings on top of QUIET_SETTINGS
 * @property {string} [locale] display language; the workbench's own words stay English
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {readonly string[]} [arguments] more arguments for the server
 * @property {string} [keepLogsIn] folder that receives the logs when the server ends
 */

/**
 * @typedef {object} EditorServer
 * @property {number} port
 * @property {string} origin `http://localhost:PORT`
 * @property {string} dataFolder
 * @property {() => string} output what the server printed so far
 * @property {Promise<unknown>} closed when the server has ended, for whatever reason
 * @property {() => Promise<void>} stop ends the server and removes its data folder
 */

/**
 * @param {ServerOptions} [options]
 * @returns {Promise<EditorServer>}
 */
export async function startEditorServer(options = {}) {
  const build = await ensureEditorBuild(options.version ?? 'newest');
  const dataFolder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-editor-'));
  prepareData(dataFolder, options);
  const common = ['--server-data-dir', dataFolder, '--accept-server-license-terms'];
  if (options.vsix !== undefined) await installVsix(build, common, options.vsix);
  let output = '';
  /** @type {(port: number) => void} */
  let listening = () => {};
  /** @type {Promise<number>} */
  const port = new Promise((resolve) => (listening = resolve));
  const child = startSupervised(
    build.node,
    [
      build.serverMain,
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      ...['--disable-telemetry', '--disable-experiments', ...common],
      ...(options.trust === false ? [] : ['--disable-workspace-trust']),
      ...(options.smokeTestDriver === true ? ['--enable-smoke-test-driver'] : []),
      ...(options.locale === undefined ? [] : ['--locale', options.locale]),
      ...(options.arguments ?? []),
    ],
    {
      env: { ...process.env, EXTENSIONS_GALLERY: NO_GALLERY, ...options.env },
      onText(text) {
        output += text;
        const found = /Extension host agent listening on (\d+)/u.exec(output);
        if (found?.[1] !== undefined) listening(Number(found[1]));
      },
    },
  );
  /** @type {EditorServer['stop']} */
  const stop = async () => {
    await child.end();
    if (options.keepLogsIn !== undefined) rmSync(options.keepLogsIn, { recursive: true, force: true });
    if (options.keepLogsIn !== undefined) cpSync(join(dataFolder, 'data', 'logs'), options.keepLogsIn, { recursive: true });
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  const bound = await Promise.race([port, child.exited.then(() => undefined), timeout()]);
  if (bound === undefined) {
    await stop();
    throw new Error(`The editor server did not start:\n${output}`);
  }
  return { port: bound, origin: `http://localhost:${bound}`, dataFolder, output: () => output, closed: child.exited, stop };
}

/** @returns {Promise<undefined>} */
function timeout() {
  return new Promise((resolve) => setTimeout(resolve, START_TIMEOUT_MS, undefined).unref());
}

/**
 * @param {string} dataFolder
 * @param {ServerOptions} options
 */
function prepareData(dataFolder, { settings, linkedExtension, locale }) {
  const user = join(dataFolder, 'data', 'User');
  mkdirSync(user, { recursive: true });
  mkdirSync(join(dataFolder, 'data', 'logs'), { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, 2));
  if (linkedExtension !== undefined) linkExtension(dataFolder, linkedExtension);
  if (locale !== undefined) declareLanguage(dataFolder, locale);
}

/**
 * The list of installed extensions may point anywhere, so the clone itself can be "installed": it behaves as for a
 * user (toasts included), and a rebuild followed by a window reload shows the change.
 * @param {string} dataFolder
 * @param {string} extension
 */
function linkExtension(dataFolder, extension) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  const location = { $mid: 1, scheme: 'file', path: decodeURI(pathToFileURL(extension).pathname) };
  mkdirSync(join(dataFolder, 'extensions'), { recursive: true });
  writeFileSync(
    join(dataFolder, 'extensions', 'extensions.json'),
    JSON.stringify([{ identifier: { id: `${publisher}.${name}` }, version, location, metadata: {} }]),
  );
}

/**
 * The server switches language only to one that some language pack declares; an empty pack is enough.
 * @param {string} dataFolder
 * @param {string} locale
 */
function declareLanguage(dataFolder, locale) {
  const vscode = join(dataFolder, 'main.i18n.json');
  writeFileSync(vscode, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'lab.language' }, version: '1.0.0' }];
  writeFileSync(
    join(dataFolder, 'data', 'languagepacks.json'),
    JSON.stringify({ [locale]: { hash: 'lab', extensions, translations: { vscode }, label: locale } }),
  );
}

/**
 * @param {import("./editorBuilds.mjs").EditorBuild} build
 * @param {readonly string[]} common
 * @param {string} vsix
 */
async function installVsix(build, common, vsix) {
  const args = [build.serverMain, ...common, '--install-extension', vsix];
  const { code, output } = await run(build.node, args, { timeoutMs: INSTALL_TIMEOUT_MS });
  if (code !== 0) throw new Error(`Installing ${vsix} ended with ${code}:\n${output}`);
}
