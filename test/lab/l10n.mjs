// Writes what is derived from the tables in core, so that nothing is written twice: the bundle translators work from, and the rows
// of the severity setting with their texts. `node test/lab/l10n.mjs`; test/architecture notices when it should have been run.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { loadTables } from './tables.mjs';

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];

const read = (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const write = (file, value) => {
  writeFileSync(join(ROOT, file), `${JSON.stringify(value, null, 2)}\n`);
};

const { texts, english, rules } = await loadTables('tables', [
  "export { texts } from './src/core/messages/table';",
  "export { english } from './src/core/messages/english';",
  "export { rules } from './src/core/rules/table';",
]);

mkdirSync(join(ROOT, 'l10n'), { recursive: true });
const sentences = [...new Set(Object.values(texts))].sort();
write('l10n/bundle.l10n.json', Object.fromEntries(sentences.map((text) => [text, text])));

const manifest = read('package.json');
const setting = manifest.contributes.configuration.flatMap((section) => Object.entries(section.properties)).find(([name]) => name === 'rdpDiagnostics.rules')?.[1];
if (setting === undefined) throw new Error('package.json has no setting rdpDiagnostics.rules');
setting.properties = Object.fromEntries(rules.map(({ code }) => [code, { type: 'string', enum: SEVERITIES, description: `%rule.${code}%` }]));
write('package.json', manifest);

const manifestTexts = Object.entries(read('package.nls.json')).filter(([key]) => !key.startsWith('rule.'));
write('package.nls.json', Object.fromEntries([...manifestTexts, ...rules.map(({ code, title }) => [`rule.${code}`, english(title)])]));
