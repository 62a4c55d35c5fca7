// Builds of foreign programs, cached outside the clone under a name that is the hash of their recipe.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './paths.mjs';

/**
 * Makes a build in a temporary neighbour and renames it, so that an interrupted build is never taken for a whole one.
 * @param {string} label
 * @param {readonly string[]} recipe whatever, when changed, must lead to a new build
 * @param {(target: string) => Promise<void>} make
 */
export async function ensureBuild(label, recipe, make) {
  const hash = createHash('sha256')
    .update(JSON.stringify([label, process.platform, process.arch, ...recipe]))
    .digest('hex');
  const folder = join(cacheFolder(), `${label}-${hash.slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cacheFolder(), { recursive: true });
  const started = Date.now();
  console.log(`Building ${label} in ${cacheFolder()}`);
  const target = mkdtempSync(join(cacheFolder(), 'unfinished-'));
  try {
    // npm installs into the nearest folder that has one.
    writeFileSync(join(target, 'package.json'), '{ "private": true }\n');
    await make(target);
    renameSync(target, folder);
  } catch (error) {
    rmSync(target, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another process made the same build meanwhile, which serves as well
  }
  console.log(`Built ${label} in ${Math.round((Date.now() - started) / 1000)} s`);
  return folder;
}
