// A Windows API without Windows: a Wine prefix that says it is Windows 10 and has our engine where powershell.exe belongs, made once into
// the cache. Nobody runs in it: test/lab/wine.ts makes a light copy for each use. `node test/lab/powershell/wine.mjs` prints its folder.
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from '../builds.mjs';
import { run } from '../processes.mjs';
import { onPath } from '../programs.mjs';
import { ensureEngine } from './engine.mjs';

const STEP_TIMEOUT_MS = 300_000;
const STEPS = [
  ['wine', 'wineboot', '-i'],
  ['wine', 'winecfg', '-v', 'win10'],
  // Without it the runtime of .NET dies under Wine at its first full garbage collection.
  ['wine', 'reg', 'add', 'HKCU\\Environment', '/v', 'DOTNET_EnableWriteXorExecute', '/d', '0', '/f'],
  // The registry is on disk once the server has ended.
  ['wineserver', '-w'],
];

/** @param {string} prefix */
function wineEnvironment(prefix) {
  // Nobody is asked to download Mono or Gecko. Programs run without this: assemblies of .NET are loaded by way of mscoree.
  const env = { ...process.env, WINEPREFIX: prefix, WINEDEBUG: '-all', WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=d', LC_ALL: 'C.UTF-8' };
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'SHELL']) delete env[name];
  return env;
}

/** @returns {Promise<string>} the folder of the prefix; its drive_c is shared by all copies */
export async function ensureWinePrefix() {
  const engine = await ensureEngine('win-x64');
  const version = execFileSync(onPath('wine') ?? 'wine', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const folder = await ensureBuild('wine', [version, engine, ...STEPS.flat()], async (target) => {
    const prefix = join(target, 'prefix');
    for (const [program = '', ...args] of STEPS) {
      const { code, output } = await run(onPath(program) ?? program, args, { env: wineEnvironment(prefix), timeoutMs: STEP_TIMEOUT_MS });
      if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output}`);
    }
    cpSync(engine, join(prefix, 'drive_c/windows/system32/WindowsPowerShell/v1.0'), { recursive: true, force: true });
  });
  return join(folder, 'prefix');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await ensureWinePrefix());
