// Every rule is whole: file, page, fixtures, setting; and every kind of fault is some rule's, and only one's.

import { deepEqual, throws } from 'node:assert/strict';
import { faultKinds, type FaultKind } from '../../src/core/formats/fault';
import { english } from '../../src/core/messages/english';
import type { Rule } from '../../src/core/rules/rule';
import { createStatements, type Statements } from '../../src/core/rules/statements';
import { rules } from '../../src/core/rules/table';
import type { Manifest } from './manifestJudge';
import { filesUnder, readJson, readText } from './project';
import { ruleProblems } from './ruleJudge';

const below = (folder: string, files: readonly string[]): readonly string[] => files.map((file) => file.slice(folder.length + 1));

function settingProperties(): Readonly<Record<string, unknown>> {
  const { contributes } = readJson('package.json') as Manifest;
  return contributes.configuration.map((section) => section.properties['rdpDiagnostics.rules']).find((schema) => schema !== undefined)?.properties ?? {};
}

/** The kinds of fault a rule asks for, seen by letting it look at nothing. */
function kindsAskedBy(rule: Rule): readonly FaultKind[] {
  const asked: FaultKind[] = [];
  const empty: Statements = {
    ...createStatements([], []),
    get faults(): never {
      throw new Error(`${rule.code} reads all faults: it has to say of which kind`);
    },
    ofKind: (kind) => {
      asked.push(kind);
      return [];
    },
  };
  for (const found of rule.check(empty)) throw new Error(`${rule.code} finds ${found.message.key} in nothing`);
  return asked;
}

/** `kind: codes` for every kind that is not the business of exactly one rule. */
function badlyHandled(table: readonly Rule[]): readonly string[] {
  const handlers = new Map<FaultKind, string[]>(faultKinds.map((kind) => [kind, []]));
  for (const rule of table) for (const kind of new Set(kindsAskedBy(rule))) handlers.get(kind)?.push(rule.code);
  return [...handlers].filter(([, codes]) => codes.length !== 1).map(([kind, codes]) => `${kind}: ${codes.join(' ')}`);
}

describe('the rules', () => {
  it('have one file, one page, fixtures of both kinds and one entry in the severity setting each', () => {
    const pages = filesUnder('docs/rules', (page) => !page.endsWith('/README.md')); // the index of them, no page of a rule
    const problems = ruleProblems({
      rules,
      files: below('src/core/rules', filesUnder('src/core/rules', (file) => /\/rdp\d{3}[^/]*$/.test(file))),
      pages: Object.fromEntries(pages.map((page) => [below('docs/rules', [page])[0] ?? '', readText(page).split('\n')[0] ?? ''])),
      fixtures: below('test/fixtures/rules', filesUnder('test/fixtures/rules')),
      settingCodes: Object.keys(settingProperties()),
    });
    deepEqual(problems, []);
  });

  it('share the kinds of fault among them, each kind to one rule', () => {
    deepEqual(badlyHandled(rules), []);
  });

  it('stand in the severity setting with their titles and every severity', () => {
    const schemas = settingProperties() as Readonly<Record<string, { readonly description?: string; readonly enum?: readonly string[] }>>;
    const manifestTexts = readJson('package.nls.json') as Readonly<Record<string, string>>;
    const told = rules.map(({ code }) => {
      const { description = '', enum: severities = [] } = schemas[code] ?? {};
      return [code, manifestTexts[description.replaceAll('%', '')] ?? description, [...severities].sort().join(' ')];
    });
    deepEqual(
      told,
      rules.map(({ code, title }) => [code, english(title), 'error hint information off warning']),
    );
  });
});

describe('a table of rules that is not whole', () => {
  it('is told everything that is missing', () => {
    deepEqual(
      ruleProblems({
        rules: [
          { code: 'RDP002', symptom: null },
          { code: 'RDP001', symptom: 1 },
          { code: 'RDP201', symptom: 2 },
          { code: 'RDP201', symptom: 2 },
          { code: 'RDP501', symptom: null },
          { code: 'RDP9', symptom: 1 },
        ],
        files: ['file/rdp002A.ts', 'file/rdp001B.ts', 'port/rdp201C.ts', 'port/rdp201D.ts', 'security/rdp501E.ts', 'file/rdp777F.ts', 'rdp9G.ts'],
        pages: { 'RDP002.md': '# RDP002 A', 'RDP001.md': '# B', 'RDP501.md': '# RDP501: E', 'RDP888.md': '', 'RDP9.md': '# RDP9' },
        fixtures: ['RDP002/bad.reg', 'RDP002/good.reg', 'RDP001/bad.reg', 'RDP201/good-a.reg', 'RDP999/bad.reg', 'RDP9/bad', 'RDP9/good'],
        settingCodes: ['RDP001', 'RDP002', 'RDP201', 'RDP666', 'RDP9'],
      }),
      [
        'RDP9 is not a code',
        'RDP201 is given twice',
        'RDP001 is out of order',
        'RDP001 has symptom 1',
        'RDP501 has symptom null',
        'RDP9 has symptom 1',
        'the page of RDP001 does not open with its code',
        'RDP001 has no fixture that must not be flagged',
        'RDP201 is not in exactly one file',
        'RDP201 has no page',
        'RDP201 has no fixture that must be flagged',
        'RDP501 has no fixture that must be flagged',
        'RDP501 has no fixture that must not be flagged',
        'RDP501 is not in the severity setting',
        'RDP777 is a file and not a rule',
        'RDP9G.TS is a file and not a rule',
        'RDP888 is a page and not a rule',
        'RDP999 is a folder of fixtures and not a rule',
        'RDP666 is in the setting and not a rule',
      ],
    );
  });

  it('is told which kinds of fault nobody or two rules handle', () => {
    const [first] = rules;
    const handled = first === undefined ? [] : kindsAskedBy(first);
    const told = badlyHandled(first === undefined ? [] : [first, first]);
    deepEqual(told.length, faultKinds.length);
    for (const kind of handled) deepEqual(told.includes(`${kind}: ${first?.code ?? ''} ${first?.code ?? ''}`), true);
  });

  it('cannot read faults past their kinds', () => {
    const greedy: Rule = {
      code: 'RDP000',
      title: { key: 'RDP001.title', args: [] },
      severity: 'error',
      symptom: null,
      *check(statements) {
        for (const fault of statements.faults) yield { message: { key: 'RDP001.title', args: [] }, evidence: fault.evidence };
      },
    };
    throws(() => kindsAskedBy(greedy), /RDP000 reads all faults/);
  });
});
