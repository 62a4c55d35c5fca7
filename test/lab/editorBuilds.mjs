// Builds of the VS Code server from npm, cached outside the clone under a name that is the hash of their recipe.
// No install script of anyone runs: the native modules the server then lacks cost it the terminal, and the two it
// cannot do without are replaced by the files in standIns/.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './builds.mjs';
import { EDITOR_NODE, EDITOR_PACKAGE, NODE_PACKAGE } from './pins.mjs';
import { LAB } from './paths.mjs';
import { npmCommand, run } from './processes.mjs';

const INSTALL = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
const INSTALL_TIMEOUT_MS = 600_000;
const STAND_INS = [
  { file: 'spdlog.js', module: '@vscode/spdlog' },
  { file: 'nativeWatchdog.js', module: 'native-watchdog' }, // its name up to VS Code 1.100
  { file: 'nativeWatchdog.js', module: '@vscode/native-watchdog' },
];
const MINIMUM_STAND_INS = 2; // one of each, or the build is not the one this recipe was written for

/** @typedef {{ node: string, serverMain: string, serverRoot: string }} EditorBuild */

/**
 * @param {import("./pins.mjs").EditorVersion} version
 * @returns {Promise<EditorBuild>}
 */
export async function ensureEditorBuild(version) {
  const [node, serverRoot] = [await ensureNode(), await ensureServer(EDITOR_PACKAGE[version])];
  return { node, serverRoot, serverMain: join(serverRoot, 'out', 'server-main.js') };
}

async function ensureNode() {
  const platform = /** @type {keyof typeof NODE_PACKAGE} */ (`${process.platform}-${process.arch}`);
  const name = NODE_PACKAGE[platform];
  if (name === undefined) throw new Error(`npm carries no Node ${EDITOR_NODE} for ${platform}; the editor server needs it`);
  const folder = await ensureBuild(`node-${EDITOR_NODE}`, [name], (target) => npmInstall(target, [`${name}@${EDITOR_NODE}`]));
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** @param {string} packageVersion of `code-server` */
async function ensureServer(packageVersion) {
  const standIns = STAND_INS.map(({ file }) => readFileSync(join(LAB, 'standIns', file), 'utf8'));
  const inside = join('node_modules', 'code-server', 'lib', 'vscode');
  const folder = await ensureBuild(`editor-${packageVersion}`, [...standIns, INSTALL.join(' ')], async (target) => {
    await npmInstall(target, [`code-server@${packageVersion}`]);
    await npmInstall(join(target, inside), []);
    await npmInstall(join(target, inside, 'extensions'), []);
    const replaced = STAND_INS.map(({ file, module }) => ({ file, main: join(target, inside, 'node_modules', module, 'index.js') }));
    const present = replaced.filter(({ main }) => existsSync(main));
    if (present.length < MINIMUM_STAND_INS) throw new Error(`code-server ${packageVersion} lacks the modules the stand-ins replace`);
    for (const { file, main } of present) copyFileSync(join(LAB, 'standIns', file), main);
  });
  return join(folder, inside);
}

/**
 * @param {string} cwd
 * @param {readonly string[]} packages
 */
export async function npmInstall(cwd, packages) {
  const npm = npmCommand();
  const args = [...npm.args, 'install', ...INSTALL, ...packages];
  const { code, output } = await run(npm.file, args, { cwd, timeoutMs: INSTALL_TIMEOUT_MS });
  if (code !== 0) throw new Error(`npm install ${packages.join(' ')} in ${cwd} ended with ${code}:\n${output}`);
}
