// Which test files exist and which stage runs each of them. The folders decide, so that a new file cannot be forgotten:
// a folder that no stage names belongs to the unit stage.
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ROOT } from './paths.mjs';

/** `*.test.ts` is compiled and run from out/, `*.test.mjs` runs as it is; `.full.` in the name makes a run a long one. */
const TEST_FILE = /\.(?:test|ui|full)\.(?:ts|mjs)$/u;

/** Folders under test/ that have a stage of their own. */
const STAGE_OF_FOLDER = /** @type {const} */ ({
  node: 'node',
  collector: 'node',
  cli: 'cli',
  editor: 'editor',
  web: 'web',
  ui: 'ui',
  vsix: 'vsix',
});

/** @typedef {'unit' | (typeof STAGE_OF_FOLDER)[keyof typeof STAGE_OF_FOLDER]} StageFolder */

/**
 * @param {{ full: boolean, root?: string, words?: readonly string[] }} options `words`: only files that have one of them in their path
 * @returns {Map<StageFolder, string[]>} files relative to test/, with `/`, sorted
 */
export function testFilesByStage({ full, root = join(ROOT, 'test'), words = [''] }) {
  /** @type {Map<StageFolder, string[]>} */
  const stages = new Map();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = name.split(sep).join('/');
    if (!TEST_FILE.test(file) || file.includes('fixtures/') || file.includes('.full.') !== full) continue;
    if (!words.some((word) => file.includes(word))) continue;
    const [folder = ''] = file.split('/');
    const stage = STAGE_OF_FOLDER[/** @type {keyof typeof STAGE_OF_FOLDER} */ (folder)] ?? 'unit';
    stages.set(stage, [...(stages.get(stage) ?? []), file]);
  }
  return stages;
}
