// Makes the package people install from what is in dist/.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OUT, ROOT } from './paths.mjs';

/** @returns {string} where the package of this version is */
export function packageFile() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return join(OUT, `rdp-diagnostics-${version}.vsix`);
}

/** @returns {Promise<string>} the file */
export async function makePackage() {
  const { createVSIX } = await import('@vscode/vsce'); // late: this file is also imported before dependencies exist
  const packagePath = packageFile();
  rmSync(packagePath, { force: true }); // a failed run must not leave an older package to be tested
  mkdirSync(OUT, { recursive: true });
  // Everything is bundled, hence no dependencies; there is no repository address yet that links could be completed with.
  await createVSIX({ cwd: ROOT, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  return packagePath;
}
