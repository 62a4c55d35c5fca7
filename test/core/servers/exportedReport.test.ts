import { deepEqual, equal, ok } from 'node:assert/strict';
import { english } from '../../../src/core/messages/english';
import { message } from '../../../src/core/messages/message';
import type { Finding } from '../../../src/core/rules/rule';
import { reportJson, reportMarkdown } from '../../../src/core/servers/exportedReport';

const text = 'rds-07\n\nport taken\n ✖ Owner   `httpd`\n';
const at = text.indexOf('Owner');

const finding: Finding = {
  code: 'RDP217',
  severity: 'error',
  symptom: 2,
  message: message('RDP217.message', 3389, '[httpd](http://x)', 4),
  evidence: { document: 'rdp-report:/x', range: { start: at, end: at + 5 } },
  places: [],
  related: [],
  tags: [],
  remedies: [],
  certainty: 'confirmed',
  why: message('RDP217.why'),
  unseen: [],
};

describe('an exported report', () => {
  it('is Markdown in which nothing that others wrote is more than text', () => {
    const markdown = reportMarkdown({ name: 'rds *07*', report: { text, findings: [finding] }, snapshot: undefined }, english);
    ok(markdown.startsWith('# rds \\*07\\*\n'), markdown);
    ok(markdown.includes('- **Error** RDP217: '), markdown);
    ok(markdown.includes('\\[httpd\\](http://x)'), markdown);
    ok(markdown.includes('(line 4)'), markdown);
    ok(markdown.includes(`\`\`\`text\n${text}\`\`\`\n`), markdown);
  });

  it('is fenced by more backticks than it holds', () => {
    const markdown = reportMarkdown({ name: 'x', report: { text: '````\n# not a heading\n', findings: [] }, snapshot: undefined }, english);
    ok(markdown.includes('`````text\n````\n# not a heading\n`````\n'), markdown);
    ok(markdown.includes('Nothing was found.'));
  });

  it('is JSON with the lines of the findings', () => {
    const json = JSON.parse(reportJson({ name: 'x', report: { text, findings: [finding] }, snapshot: undefined }, english)) as Record<string, unknown>;
    deepEqual(json['report'], text.trimEnd().split('\n'));
    equal(json['snapshot'], null);
    const [row] = json['findings'] as readonly Record<string, unknown>[];
    deepEqual([row?.['code'], row?.['line'], row?.['symptom'], row?.['certainty']], ['RDP217', 4, 2, 'confirmed']);
  });
});
