// The validator of SARIF logs that Microsoft publishes; it carries the schema of the standard and the rules GitHub has for a log.
// Run by itself it prints where the program is, empty where npm carries none for this platform.
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './builds.mjs';
import { npmInstall } from './editorBuilds.mjs';
import { SARIF_VALIDATOR_PACKAGE, SARIF_VALIDATOR_VERSION } from './pins.mjs';

/** @returns {Promise<string | undefined>} */
export async function ensureSarifValidator() {
  const held = SARIF_VALIDATOR_PACKAGE[`${process.platform}-${process.arch}`];
  if (held === undefined) return undefined;
  const wanted = `${held.name}@${SARIF_VALIDATOR_VERSION}`;
  const inside = join('node_modules', held.name, held.program);
  const folder = await ensureBuild('sarif-validator', [wanted, '0755'], async (target) => {
    await npmInstall(target, [wanted]);
    chmodSync(join(target, inside), 0o755); // as the package that would install it does
  });
  return join(folder, inside);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify((await ensureSarifValidator()) ?? ''));
