// A PowerShell for the tests: the real one where this machine has it, else the engine from NuGet behind Program.cs, built with the .NET
// SDK into the cache. `node test/lab/powershell/engine.mjs` says where they are.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from '../builds.mjs';
import { LAB } from '../paths.mjs';
import { run } from '../processes.mjs';
import { onPath } from '../programs.mjs';

const SOURCES = join(LAB, 'powershell');
const SDK_MAJOR = 10;
const BUILD_TIMEOUT_MS = 600_000;
const SYSTEMS = { linux: 'linux', darwin: 'osx', win32: 'win' };
// Neither talks home nor leaves a build server behind.
const ENV = { DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1', DOTNET_SKIP_FIRST_TIME_EXPERIENCE: '1', MSBUILDDISABLENODEREUSE: '1' };

/** @returns {string | undefined} a PowerShell that was installed by others */
export function installedPowerShell() {
  return onPath('powershell') ?? onPath('pwsh');
}

/** @returns {string | undefined} dotnet, where it can build the engine */
export function findSdk() {
  const dotnet = onPath('dotnet');
  if (dotnet === undefined) return undefined;
  const sdks = execFileSync(dotnet, ['--list-sdks'], { encoding: 'utf8', env: { ...process.env, ...ENV } });
  return sdks.split('\n').some((line) => Number.parseInt(line, 10) >= SDK_MAJOR) ? dotnet : undefined;
}

/** @returns {Promise<{ program: string, own: string | undefined }>} a PowerShell for this machine, and our own where it can be built */
export async function ensurePowerShell() {
  const installed = installedPowerShell();
  const system = SYSTEMS[/** @type {keyof typeof SYSTEMS} */ (process.platform)];
  if (installed !== undefined && findSdk() === undefined) return { program: installed, own: undefined };
  const own = join(await ensureEngine(`${system}-${process.arch}`), process.platform === 'win32' ? 'powershell.exe' : 'powershell');
  return { program: installed ?? own, own };
}

/**
 * @param {string} runtime a .NET runtime identifier: linux-x64, win-x64 …
 * @returns {Promise<string>} the folder of the program and all it needs
 */
export async function ensureEngine(runtime) {
  const sources = readdirSync(SOURCES).filter((name) => /\.(?:cs|csproj)$/u.test(name));
  const recipe = ['0755', runtime, ...sources.flatMap((name) => [name, readFileSync(join(SOURCES, name), 'utf8')])];
  const folder = await ensureBuild(`powershell-${runtime}`, recipe, async (target) => {
    const source = join(target, 'source');
    for (const name of sources) cpSync(join(SOURCES, name), join(source, name));
    const settings = ['--self-contained', '-p:UseSharedCompilation=false', '--nologo', '-v', 'quiet'];
    const args = ['publish', join(source, 'powershell.csproj'), '-c', 'Release', '-r', runtime, ...settings, '-o', join(target, 'program')];
    const { code, output } = await run(findSdk() ?? 'dotnet', args, { env: { ...process.env, ...ENV }, timeoutMs: BUILD_TIMEOUT_MS });
    if (code !== 0) throw new Error(`dotnet publish for ${runtime} ended with ${code}:\n${output}`);
    rmSync(source, { recursive: true, force: true });
    // NuGet unpacks for its owner only, and Wine loads no library that its user may not execute.
    for (const name of readdirSync(join(target, 'program'))) chmodSync(join(target, 'program', name), 0o755);
  });
  return join(folder, 'program');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await ensurePowerShell()));
