// docs/article.md names rules and pages that exist, and every mistake of the article that core knows.

import { deepEqual, equal } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { articleErrors } from '../../src/core/rdp/facts/articleErrors';
import { texts } from '../../src/core/messages/table';
import { rules } from '../../src/core/rules/table';
import { ROOT } from '../places';
import { readText } from './project';

const PAGE = 'docs/article.md';
const MISTAKES = '## Mistakes of the article';

interface ArticlePage {
  readonly text: string;
  readonly codes: readonly string[];
  readonly mistakes: readonly { readonly number: number; readonly says: string; readonly fact: string }[];
  readonly exists: (path: string) => boolean;
  /** What a report can say. */
  readonly reportTexts: readonly string[];
}

const anchorOf = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9 -]/g, '').replaceAll(' ', '-');

/** Whatever of the page leads nowhere, or says less than the tables it stands on. */
function articleProblems({ text, codes, mistakes, exists, reportTexts }: ArticlePage): readonly string[] {
  const [statements = '', list = ''] = text.split(`${MISTAKES}\n`);
  const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
  const links = [...text.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, label = '', target = '']) => ({ label, target }));
  const linked = new Set(links.map(({ label }) => label));
  const named = new Set([...text.replace(/\]\([^)]+\)/g, ']').matchAll(/\bRDP\d{3}\b/g)].map(([code]) => code));
  const headings = reportTexts.map((told) => told.replace(/^\d {2}/, ''));
  const labels = reportTexts.map((told) => told.replaceAll('{0}', 'TCP').replaceAll('{1}', '3389'));
  const parts = [...statements.matchAll(/[Rr]eport: \*([^*]+)\*((?:,? (?:and )?"[^"]+")*)/g)];
  const lines = parts.flatMap(([, , quoted = '']) => [...quoted.matchAll(/"([^"]+)"/g)].map(([, label = '']) => label));
  const referred = new Set([...statements.matchAll(/\bE(\d+)\b/g)].map(([, number]) => Number(number)));
  return [
    ...links.filter(({ target }) => (target.startsWith('#') ? !anchors.includes(target.slice(1)) : !exists(target))).map(({ target }) => `${target} leads nowhere`),
    ...links.filter(({ label, target }) => /^RDP\d{3}$/.test(label) && target !== `rules/${label}.md`).map(({ label, target }) => `${label} leads to ${target}`),
    ...[...named].filter((code) => !codes.includes(code)).map((code) => `${code} is no rule`),
    ...[...named].filter((code) => !linked.has(code)).map((code) => `${code} is not linked`),
    ...parts.filter(([, heading = '']) => !headings.includes(heading)).map(([, heading = '']) => `a report has no part ${heading}`),
    ...lines.filter((label) => !labels.includes(label)).map((label) => `a report has no line ${label}`),
    ...mistakes.filter(({ number, says, fact }) => !list.includes(`| E${number} | ${says} | ${fact} |\n`)).map(({ number }) => `E${number} does not stand in the list as core tells it`),
    ...mistakes.filter(({ number }) => !referred.has(number)).map(({ number }) => `E${number} belongs to no statement`),
    ...[...referred].filter((number) => !mistakes.some((mistake) => mistake.number === number)).map((number) => `E${number} is no mistake core knows`),
    ...statements.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:the article says|---)/.test(line) && !/^\| [^|]+ \| [^|]+ \|$/.test(line)),
  ];
}

describe('the page about the article', () => {
  it('names rules and pages that exist, and every mistake', () => {
    const exists = (path: string): boolean => existsSync(join(ROOT, dirname(PAGE), path));
    const reportTexts = Object.entries(texts).flatMap(([key, told]) => (key.startsWith('report.') ? [told] : []));
    deepEqual(articleProblems({ text: readText(PAGE), codes: rules.map(({ code }) => code), mistakes: articleErrors, exists, reportTexts }), []);
  });

  it('is told what is wrong with it', () => {
    const text = [
      '# Page', '| the article says | here |', '| --- | --- |', '| A. | [RDP101](rules/RDP102.md), RDP103, [RDP999](rules/RDP999.md). E1, E9 |',
      '| B. | |', '[away](#elsewhere) Report: *Ports*, "Owner". Report: *Security*, "Owner of TCP 3389" and "Level"', MISTAKES, '| E1 | One. | Other. |', '',
    ].join('\n');
    const mistakes = [{ number: 1, says: 'One.', fact: 'Two.' }, { number: 2, says: 'A.', fact: 'B.' }];
    deepEqual(articleProblems({ text, codes: ['RDP101', 'RDP103'], mistakes, exists: (path) => path !== 'rules/RDP999.md', reportTexts: ['3  Security', 'Owner of {0} {1}'] }), [
      'rules/RDP999.md leads nowhere',
      '#elsewhere leads nowhere',
      'RDP101 leads to rules/RDP102.md',
      'RDP999 is no rule',
      'RDP103 is not linked',
      'a report has no part Ports',
      'a report has no line Owner',
      'a report has no line Level',
      'E1 does not stand in the list as core tells it',
      'E2 does not stand in the list as core tells it',
      'E2 belongs to no statement',
      'E9 is no mistake core knows',
      '| B. | |',
    ]);
    equal(anchorOf('Symptom 2: port and listener'), 'symptom-2-port-and-listener');
  });
});
