// The index of the pages of the rules, made from the table of rules. Written by `npm run generate`.
import { english } from '../../src/core/messages/english';
import type { Rule } from '../../src/core/rules/rule';

const symptoms = {
  1: '1, connections',
  2: '2, port and listener',
  3: '3, security',
  4: '4, licensing',
} as const;

const opening = `# Rules

Every finding has a code. The severity is the one a rule has of its own; in some places it gives less. The setting
\`rdpDiagnostics.rules\` changes it or turns a rule off. Symptoms are numbered as in Microsoft's article 2477176.

| code | severity | symptom | what it finds |
| --- | --- | --- | --- |
`;

/** The text of docs/rules/README.md. */
export function ruleIndex(rules: readonly Rule[]): string {
  const rows = rules.map(({ code, severity, symptom, title }) => {
    const cells = [`[${code}](${code}.md)`, severity, symptom === null ? 'the file itself' : symptoms[symptom], english(title)];
    return `| ${cells.join(' | ')} |\n`;
  });
  return opening + rows.join('');
}
