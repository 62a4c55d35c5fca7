// Serves VS Code's workbench as plain files, without its server: no Node anywhere, only a browser, which is what
// vscode.dev is. The extension under test is loaded over http, the workspace lives in memory.
import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, relative } from 'node:path';
import { ensureEditorBuild } from './editorBuilds.mjs';
import { QUIET_SETTINGS } from './editorServer.mjs';
import { DEMO, LAB } from './paths.mjs';

const WORKBENCH = 'out/vs/code/browser/workbench/workbench.js';

/**
 * code-server's workbench takes for granted that its server is there. These two places are all that says so; the
 * version is pinned, and a place that is not found exactly once is an error.
 */
const CHANGES = /** @type {const} */ ([
  ['remoteAuthority:location.host}', 'remoteAuthority:void 0}'],
  [
    'get userRoamingDataHome(){return ze(P.file(this.userDataPath).with({scheme:J.vscodeRemote}),"User")}',
    'get userRoamingDataHome(){return P.file("/User").with({scheme:J.vscodeUserData})}',
  ],
]);

const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
});

/**
 * @param {{ extension: string, tests?: string | undefined, settings?: Record<string, unknown> | undefined }} options `tests` relative to `extension`
 * @returns {Promise<{ origin: string, stop: () => Promise<void> }>}
 */
export async function startWebServer({ extension, tests, settings }) {
  const { serverRoot } = await ensureEditorBuild('newest');
  const workbench = changedWorkbench(readFileSync(join(serverRoot, WORKBENCH), 'utf8'));
  const page = readFileSync(join(serverRoot, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    answer(pathname, request.headers.host ?? '').then(
      ({ body, type }) => response.writeHead(200, { 'Content-Type': type }).end(body),
      () => response.writeHead(404).end(), // the workbench asks for many files that need not be there
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  /**
   * @param {string} path
   * @param {string} host
   * @returns {Promise<{ body: string | Buffer, type: string }>}
   */
  async function answer(path, host) {
    if (path === '/') return { body: filledPage(page, configuration(host, tests, settings)), type: 'text/html' };
    if (path === `/static/${WORKBENCH}`) return { body: workbench, type: 'text/javascript' };
    if (path === '/workspace/extension.js') return { body: memoryWorkspace(), type: 'text/javascript' };
    const roots = { '/static/': serverRoot, '/ext/': extension, '/workspace/': join(LAB, 'memoryWorkspace') };
    const [prefix, root] = Object.entries(roots).find(([start]) => path.startsWith(start)) ?? [];
    if (prefix === undefined || root === undefined) throw new Error('no such path');
    // The package has no browser builds of the built-in extensions; an empty one spares an error message each.
    if (/^\/static\/extensions\/.*\.js$/u.test(path)) return { body: 'exports.activate = () => {};', type: 'text/javascript' };
    const inside = normalize(decodeURIComponent(path.slice(prefix.length)));
    if (inside.startsWith('..')) throw new Error('outside');
    return { body: await readFile(join(root, inside)), type: TYPES[extname(inside)] ?? 'application/octet-stream' };
  }

  return {
    origin: `http://localhost:${address.port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @param {string} source */
function changedWorkbench(source) {
  return CHANGES.reduce((text, [from, to]) => {
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`${from} is in this workbench ${parts.length - 1} times; it has to be there once`);
    return parts.join(to);
  }, source);
}

/**
 * @param {string} host
 * @param {string | undefined} tests
 * @param {Record<string, unknown> | undefined} settings
 */
function configuration(host, tests, settings) {
  const at = (/** @type {string} */ path) => ({ scheme: 'http', authority: host, path });
  return {
    userDataPath: '/User',
    webviewEndpoint: 'static/out/vs/workbench/contrib/webview/browser/pre',
    enableWorkspaceTrust: false,
    _wrapWebWorkerExtHostInIframe: false,
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    productConfiguration: { enableTelemetry: false },
    folderUri: { scheme: 'labfs', path: '/demo' },
    additionalBuiltinExtensions: [at('/workspace')],
    configurationDefaults: { ...QUIET_SETTINGS, ...settings },
    developmentOptions: { extensions: [at('/ext')], ...(tests === undefined ? {} : { extensionTestsPath: at(`/ext/${tests}`) }) },
  };
}

/**
 * @param {string} page
 * @param {object} settings
 */
function filledPage(page, settings) {
  const values = /** @type {Record<string, string>} */ ({
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(settings).replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    WORKBENCH_WEB_BASE_URL: '/static',
    WORKBENCH_NLS_FALLBACK_URL: '/static/out/nls.messages.js',
  });
  return page.replace(/\{\{(\w+)\}\}/gu, (_whole, name) => values[name] ?? '');
}

function memoryWorkspace() {
  const names = readdirSync(DEMO, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(DEMO, join(entry.parentPath, entry.name)));
  const files = Object.fromEntries(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(DEMO, name)).toString('base64')]));
  return `globalThis.labFiles = ${JSON.stringify(files)};\n${readFileSync(join(LAB, 'memoryWorkspace', 'extension.js'), 'utf8')}`;
}
