// Writes docs/rules/README.md from the table of rules and docs/settings.md from the tables of settings and policies, as the second
// half of `npm run generate`. test/core/rules/pages.test.ts and test/core/rdp/settingIndex.test.ts notice when it should have been run.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { loadTables } from './tables.mjs';

const { ruleIndex, rules, settingIndex } = await loadTables('ruleIndex', [
  "export { ruleIndex } from './test/lab/ruleIndex';",
  "export { settingIndex } from './test/lab/settingIndex';",
  "export { rules } from './src/core/rules/table';",
]);
writeFileSync(join(ROOT, 'docs', 'rules', 'README.md'), ruleIndex(rules));
writeFileSync(join(ROOT, 'docs', 'settings.md'), settingIndex());
