// Tests under BoringSSL. An editor on a desktop has it instead of Node's OpenSSL: it knows fewer ciphers and refuses other options, so
// what speaks SSH or TLS has to pass under both. Only the harness's runtime is another one: the same files, the same mocha, the same counts.
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './builds.mjs';
import { npmInstall } from './editorBuilds.mjs';
import { runNodeTests } from './nodeStages.mjs';
import { BORINGSSL_PACKAGE, BORINGSSL_VERSION } from './pins.mjs';
import { run } from './processes.mjs';
import { skippedStage } from './stage.mjs';

/** Whatever talks over a network or checks a signature. What runs on the far end is the same from any runtime. */
const CONCERNED = /^node\/(?!sshShells)(?:addresses|certificates|datagrams|tlsStream|ssh|hostKeys|rememberedKeys|shells|sockets|listener|malformed|secrets)/u;

/** @param {readonly string[]} files of the node stage */
export function concernedFiles(files) {
  return files.filter((file) => CONCERNED.test(file));
}

/** @returns {Promise<string | undefined>} the program; undefined where npm carries none for this platform */
async function ensureRuntime() {
  const name = BORINGSSL_PACKAGE[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  const wanted = `${name}@${BORINGSSL_VERSION}`;
  const folder = await ensureBuild('boringssl', [wanted], (target) => npmInstall(target, [wanted]));
  return join(folder, 'node_modules', name, 'bin', 'bun');
}

/**
 * @param {readonly string[]} files
 * @param {{ testTimeoutMs: number, env: NodeJS.ProcessEnv }} options
 */
export async function runUnderBoringSsl(files, { testTimeoutMs, env }) {
  const runtime = await ensureRuntime();
  if (runtime === undefined) return skippedStage(files, [`a BoringSSL runtime for ${process.platform}-${process.arch}`]);
  const { output } = await run(runtime, ['--print', 'process.versions.boringssl']);
  if (!/^[0-9a-f]{7,}$/u.test(output.trim())) throw new Error(`${runtime} is not built on BoringSSL: ${output}`);
  // The runtime takes the name of the user from the environment.
  const outcome = await runNodeTests(files, { testTimeoutMs, env: { USER: userInfo().username, ...env }, runtime: [runtime] });
  return { ...outcome, detail: `${outcome.detail}; BoringSSL ${output.trim().slice(0, 12)}` };
}
