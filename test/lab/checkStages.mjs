// The stages of the inner loop: types, lint, fences between the rooms, unused code. Each is one foreign tool run as it
// would be by hand, counted as one test.
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { run } from './processes.mjs';

const TIMEOUT_MS = 600_000;

/** Longest first, so that two lanes end at about the same time. */
const TOOLS = [
  { name: 'lint', script: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  { name: 'types', script: 'typescript/bin/tsc', args: ['-b'] },
  { name: 'rooms', script: 'dependency-cruiser/bin/dependency-cruise.mjs', args: ['src', '--config'] },
  { name: 'unused code', script: 'knip/bin/knip.js', args: [] },
];

/** @returns {import('./stage.mjs').Stage[]} */
export function checkStages() {
  return TOOLS.map(({ name, script, args }) => ({
    name,
    async run() {
      const tool = join(ROOT, 'node_modules', script);
      const { code, output } = await run(process.execPath, [tool, ...args], { cwd: ROOT, timeoutMs: TIMEOUT_MS });
      const [passed, failed] = code === 0 ? [1, 0] : [0, 1];
      return { passed, failed, skipped: 0, detail: code === 0 ? 'clean' : `exit code ${code}`, output };
    },
  }));
}
