// `npm run check`: the inner loop. Dependencies if needed, then everything that needs no foreign program.
import { checkStages } from './checkStages.mjs';
import { compile } from './compile.mjs';
import { ensureDependencies } from './setup.mjs';
import { printSummary, runStages } from './stage.mjs';
import { testFilesByStage } from './testFiles.mjs';
import { testStages } from './testStages.mjs';

await ensureDependencies();
await compile();
const files = testFilesByStage({ full: false });
const unit = testStages({ files, missing: [], full: false, webTests: undefined }).filter(({ name }) => name === 'unit');
process.exitCode = printSummary(await runStages([...unit, ...checkStages()], 2), files.get('unit') ?? []);
