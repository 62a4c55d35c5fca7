// The stages that run test files: which files each runs, where, and what it cannot do without.
import { join } from 'node:path';
import { concernedFiles, runUnderBoringSsl } from './boringssl.mjs';
import { desktopExecutable } from './desktopHost.mjs';
import { runEditorSuite } from './editorHost.mjs';
import { againWhereItFails, runFilesOneByOne, runNodeTests } from './nodeStages.mjs';
import { OUT } from './paths.mjs';
import { judge, skippedStage } from './stage.mjs';

/** Ten times what a slow test of the kind takes here. */
const UNIT_TIMEOUT_MS = 20_000;
const NODE_TIMEOUT_MS = 60_000;
const WORKBENCH_TIMEOUT_MS = 180_000;

/**
 * @typedef {object} RunContext
 * @property {Map<import('./testFiles.mjs').StageFolder, string[]>} files
 * @property {readonly string[]} missing components that are not there
 * @property {boolean} full
 * @property {boolean} [some] not all files were asked for: stages without one are left out
 * @property {string | undefined} webTests the bundle, where there are web tests
 */

/**
 * @param {RunContext} context
 * @returns {import('./stage.mjs').Stage[]} longest first
 */
export function testStages(context) {
  const env = { RDP_DIAGNOSTICS_FULL: context.full ? '1' : '0', RDP_DIAGNOSTICS_MISSING: context.missing.join(',') };
  /** @param {import('./testFiles.mjs').StageFolder} folder */
  const filesOf = (folder) => context.files.get(folder) ?? [];
  const noBrowser = context.missing.filter((name) => name === 'chromium');

  /**
   * @param {import('./testFiles.mjs').StageFolder} folder
   * @param {number} testTimeoutMs
   * @param {readonly string[]} [needed]
   * @param {typeof runNodeTests} [runTests]
   * @returns {import('./stage.mjs').Stage & { files: number }}
   */
  const nodeStage = (folder, testTimeoutMs, needed = [], runTests = runNodeTests) => ({
    name: folder,
    files: filesOf(folder).length,
    run: async () => (needed.length > 0 ? skippedStage(filesOf(folder), needed) : runTests(filesOf(folder), { testTimeoutMs, env })),
  });

  /**
   * @param {string} name
   * @param {'editor' | 'web'} folder
   * @param {{ version: import('./pins.mjs').EditorVersion, door: import('./editorHost.mjs').Door }} where
   * @returns {import('./stage.mjs').Stage & { files: number }}
   */
  const editorStage = (name, folder, { version, door }) => ({
    name,
    files: filesOf(folder).length,
    async run() {
      const needsBrowser = door !== 'node' || (await desktopExecutable(version)) === undefined;
      if (needsBrowser && noBrowser.length > 0) return skippedStage(filesOf(folder), noBrowser);
      const keepLogsIn = join(OUT, 'editorLogs', name.replaceAll(' ', '-'));
      const tests = folder === 'web' ? { tests: context.webTests ?? '' } : {};
      return againWhereItFails('the suite', async () => {
        const ran = await runEditorSuite({ version, door, env, keepLogsIn, ...tests });
        return judge(ran, filesOf(folder), ran.host);
      });
    },
  });

  const underBoringSsl = concernedFiles(filesOf('node'));
  const stages = [
    nodeStage('unit', UNIT_TIMEOUT_MS),
    nodeStage('ui', WORKBENCH_TIMEOUT_MS, noBrowser, runFilesOneByOne),
    nodeStage('node', NODE_TIMEOUT_MS, [], runFilesOneByOne),
    { name: 'boringssl', files: underBoringSsl.length, run: () => runUnderBoringSsl(underBoringSsl, { testTimeoutMs: NODE_TIMEOUT_MS, env }) },
    nodeStage('vsix', WORKBENCH_TIMEOUT_MS, noBrowser, runFilesOneByOne),
    editorStage('editor newest', 'editor', { version: 'newest', door: 'node' }),
    editorStage('editor floor', 'editor', { version: 'floor', door: 'node' }),
    editorStage('web worker', 'web', { version: 'newest', door: 'worker' }),
    editorStage('web serverless', 'web', { version: 'newest', door: 'serverless' }),
    nodeStage('cli', NODE_TIMEOUT_MS, [], runFilesOneByOne),
  ];
  const withFiles = stages.filter(({ files }) => files > 0);
  if (context.some === true) return withFiles;
  if (!context.full) return stages;
  // The long runs are few and not in every folder; a folder without one is named, and the sum over all must not be zero.
  for (const { name } of stages.filter(({ files }) => files === 0)) console.log(`${name}: no long test files`);
  return withFiles;
}
