// Writes docs/rules/README.md from the table of rules and docs/settings.md from the tables of settings and policies, as the second
// half of `npm run generate`. test/core/rules/pages.test.ts and test/core/rdp/settingIndex.test.ts notice when it should have been run.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { OUT, ROOT } from './paths.mjs';

const contents = [
  "export { ruleIndex } from './test/lab/ruleIndex';",
  "export { settingIndex } from './test/lab/settingIndex';",
  "export { rules } from './src/core/rules/table';",
];
const outfile = join(OUT, 'ruleIndex.cjs');
await build({
  stdin: { contents: contents.join('\n'), resolveDir: ROOT, loader: 'ts' },
  tsconfig: join(ROOT, 'tsconfig.base.json'),
  outfile,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  logLevel: 'warning',
});
const { ruleIndex, rules, settingIndex } = createRequire(import.meta.url)(outfile);
writeFileSync(join(ROOT, 'docs', 'rules', 'README.md'), ruleIndex(rules));
writeFileSync(join(ROOT, 'docs', 'settings.md'), settingIndex());
