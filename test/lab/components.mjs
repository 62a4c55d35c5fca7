// The programs the tests need that npm does not carry: is each one here, and how does it get here.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findSdk, installedPowerShell } from './powershell/engine.mjs';
import { run } from './processes.mjs';
import { isProgram, onPath } from './programs.mjs';

/**
 * @typedef {object} Component
 * @property {readonly string[]} debian packages that provide it; empty where Debian has none
 * @property {string} [brew] the Homebrew arguments that install it
 * @property {string} [winget] the winget package
 * @property {true} [bench] only `npm run bench` uses it: tests do not install it
 * @property {() => string | undefined} find the program, where it is installed
 */

/** Later work adds its own rows; nothing else has to change. */
export const COMPONENTS = /** @satisfies {Readonly<Record<string, Component>>} */ ({
  chromium: { debian: ['chromium'], brew: '--cask chromium', winget: 'Google.Chrome', find: findChromium },
  ssh: { debian: ['openssh-client'], find: () => onPath('ssh-keygen') },
  sshd: { debian: ['openssh-server', 'openssh-client'], find: () => onPath('sshd') },
  // A PowerShell, or what builds one (powershell/engine.mjs); the one inside Wine is always built. Debian carries neither, so a machine
  // has to bring them along.
  powershell: { debian: [], brew: 'powershell', winget: 'Microsoft.PowerShell', find: () => installedPowerShell() ?? findSdk() },
  dotnet: { debian: [], brew: 'dotnet', winget: 'Microsoft.DotNet.SDK.10', find: findSdk },
  wine: { debian: ['wine', 'wine64'], find: () => onPath('wine') },
  openssl: { debian: ['openssl'], brew: 'openssl', find: () => onPath('openssl') },
  xrdp: { debian: ['xrdp', 'faketime'], find: () => (onPath('faketime') === undefined ? undefined : onPath('xrdp')) },
  shadow: { debian: ['freerdp2-shadow-x11', 'winpr-utils', 'xvfb'], find: findShadow },
  // Wireshark's reader: what it makes of the packets we send.
  tshark: { debian: ['tshark'], brew: 'wireshark', winget: 'WiresharkFoundation.Wireshark', find: () => onPath('tshark') },
  // Another reader of registry.pol: a module of the system's own Python, which another Python on PATH does not see.
  samba: { debian: ['python3-samba'], find: () => (existsSync('/usr/lib/python3/dist-packages/samba/dcerpc') ? '/usr/bin/python3' : undefined) },
  nmap: { debian: ['nmap'], brew: 'nmap', winget: 'Insecure.Nmap', bench: true, find: () => onPath('nmap') },
  sslscan: { debian: ['sslscan'], brew: 'sslscan', bench: true, find: () => onPath('sslscan') },
  ansible: { debian: ['ansible-core'], brew: 'ansible', bench: true, find: () => onPath('ansible') },
});

/** @typedef {keyof typeof COMPONENTS} ComponentName */

/** @type {Readonly<Record<ComponentName, Component>>} */
const ROWS = COMPONENTS;
const NAMES = /** @type {ComponentName[]} */ (Object.keys(ROWS));
/** What the tests use. */
export const COMPONENT_NAMES = NAMES.filter((name) => ROWS[name].bench !== true);

/**
 * Installs what is absent where this process may (Debian, root), says so, and returns what is still absent.
 * With `CI=true` an absent component is an error: a build that skips tests silently proves nothing.
 * @param {readonly ComponentName[]} [names]
 * @returns {Promise<ComponentName[]>}
 */
export async function ensureComponents(names = COMPONENT_NAMES) {
  let missing = names.filter((name) => COMPONENTS[name].find() === undefined);
  if (missing.length > 0 && mayInstall()) {
    const packages = missing.flatMap((name) => COMPONENTS[name].debian);
    if (packages.length > 0) await aptInstall(packages);
    missing = missing.filter((name) => COMPONENTS[name].find() === undefined);
  }
  if (missing.length === 0) return [];
  const advice = `Missing: ${missing.join(', ')}. To install: ${installCommand(missing)}`;
  if (process.env['CI'] === 'true') throw new Error(`${advice} (with CI=true a missing component is an error)`);
  console.log(advice);
  return missing;
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get') !== undefined;
}

/** @param {readonly string[]} packages */
async function aptInstall(packages) {
  console.log(`Installing Debian packages: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { code, output } = await run('apt-get', args, { env, timeoutMs: 600_000 });
    if (code !== 0) throw new Error(`apt-get ${args.join(' ')} ended with ${code}:\n${output}`);
  }
}

/** @param {readonly ComponentName[]} names */
function installCommand(names) {
  /** @type {readonly Component[]} */
  const rows = names.map((name) => COMPONENTS[name]);
  if (process.platform === 'linux') {
    const packages = rows.flatMap((row) => row.debian);
    const others = names.filter((name) => COMPONENTS[name].debian.length === 0);
    return [...(packages.length > 0 ? [`sudo apt-get install ${packages.join(' ')}`] : []), ...others.map((name) => `${name} by hand`)].join('; ');
  }
  const tool = process.platform === 'darwin' ? 'brew install' : 'winget install';
  const known = rows.flatMap((row) => (process.platform === 'darwin' ? row.brew : row.winget) ?? []);
  return known.length === 0 ? 'there is no build for this system' : `${tool} ${known.join(' ')}`;
}

// FreeRDP's server needs a display, and its accounts a program of its own.
function findShadow() {
  const programs = ['freerdp-shadow-cli', 'winpr-hash', 'Xvfb'].map(onPath);
  return programs.includes(undefined) ? undefined : programs[0];
}

/** @returns {string | undefined} any Chromium that Playwright can drive */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined) return named;
  const programFiles = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)']].filter((folder) => folder !== undefined);
  return (
    ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
      .map(onPath)
      .find((path) => path !== undefined) ??
    [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ...programFiles.flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]),
    ].find(isProgram)
  );
}
