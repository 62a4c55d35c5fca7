// `npm test` and `npm run test:full`: from a fresh clone to one closing line.
// `--full` runs the long tests (`.full.` in the name) instead of the others; it does not repeat the checks.
// `npm test -- listenerTruth` runs the files that have this in their path, wherever they belong, and nothing else.
import { build } from './build.mjs';
import { checkStages } from './checkStages.mjs';
import { compile } from './compile.mjs';
import { makePackage } from './makePackage.mjs';
import { ensureComponents, ensureDependencies, ensureEditors, ensureShells } from './setup.mjs';
import { ensureSarifValidator } from './sarifValidator.mjs';
import { printSummary, runStages } from './stage.mjs';
import { testFilesByStage } from './testFiles.mjs';
import { testStages } from './testStages.mjs';
import { bundleWebTests } from './webSuite.mjs';

const LANES = 2; // four editors at once on two cores gain nothing

const full = process.argv.includes('--full');
const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const some = words.length > 0;
const files = testFilesByStage(some ? { full, words } : { full });
const onDisk = [...files.values()].flat();
const needsProduct = !some || [...files.keys()].some((folder) => folder !== 'unit' && folder !== 'node');

await ensureDependencies();
const missing = await ensureComponents();
if (needsProduct) await ensureEditors(['newest', 'floor']);
await ensureShells(missing);
await ensureSarifValidator();
await compile();
const web = files.get('web');
const webTests = web === undefined ? undefined : await bundleWebTests(web);

// Everything below reads dist/ and the package, so they are made first and once.
const made = needsProduct ? await runStages([{ name: 'build', run: makeProduct }], 1) : [];
const stages = [...(full || some ? [] : checkStages()), ...testStages({ files, missing, full, some, webTests })];
const results = [...made, ...(await runStages(stages, LANES))];
process.exitCode = printSummary(results, onDisk);

async function makeProduct() {
  const output = await build();
  const file = await makePackage();
  return { passed: 1, failed: 0, skipped: 0, detail: file, output };
}
