// Runs a suite in a desktop VS Code: the one `VSCODE_TEST_EXECUTABLE` names, or one `@vscode/test-electron` downloads.
// Not downloaded in CI, where the server build is always there and the result must not depend on a third party's server.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUIET_SETTINGS } from './editorServer.mjs';
import { cacheFolder } from './paths.mjs';
import { DESKTOP_VERSION } from './pins.mjs';
import { run } from './processes.mjs';

const SUITE_TIMEOUT_MS = 600_000;

/** @returns {boolean} whether a window could be shown at all */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * @param {import("./pins.mjs").EditorVersion} version
 * @returns {Promise<string | undefined>} undefined where the server build has to do
 */
export async function desktopExecutable(version) {
  const named = process.env['VSCODE_TEST_EXECUTABLE'];
  if (named !== undefined && version === 'newest') return named; // one program is one version: the floor runs elsewhere
  if (process.env['CI'] === 'true' || !hasDisplay()) return undefined;
  try {
    const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
    return await downloadAndUnzipVSCode({ version: DESKTOP_VERSION[version], cachePath: join(cacheFolder(), 'desktop') });
  } catch (error) {
    console.log(`No desktop VS Code ${DESKTOP_VERSION[version]} could be downloaded (${error}); using the server build`);
    return undefined;
  }
}

/**
 * @param {string} executable
 * @param {{ extension: string, tests: string, workspace: string, settings?: Record<string, unknown>, env?: NodeJS.ProcessEnv }} suite
 * @returns {Promise<{ host: string, code: number, output: string }>}
 */
export async function runInDesktop(executable, suite) {
  const profile = makeProfile(suite.settings);
  try {
    const { code, output } = await run(
      executable,
      [
        suite.workspace,
        `--extensionDevelopmentPath=${suite.extension}`,
        `--extensionTestsPath=${suite.tests}`,
        ...profile.arguments,
        '--disable-workspace-trust',
      ],
      { timeoutMs: SUITE_TIMEOUT_MS, env: { ...process.env, ...suite.env } },
    );
    return { host: `desktop VS Code (${executable})`, code, output };
  } finally {
    profile.remove();
  }
}

/**
 * A profile of its own: the tests neither see nor change what the person at this machine has set.
 * @param {Record<string, unknown>} [settings]
 */
export function makeProfile(settings) {
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-profile-'));
  mkdirSync(join(folder, 'data', 'User'), { recursive: true });
  writeFileSync(join(folder, 'data', 'User', 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, 2));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    folder,
    arguments: [
      `--user-data-dir=${join(folder, 'data')}`,
      `--extensions-dir=${join(folder, 'extensions')}`,
      ...['--disable-telemetry', '--disable-updates', '--skip-welcome', '--skip-release-notes', '--disable-gpu-sandbox'],
      ...root,
    ],
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
