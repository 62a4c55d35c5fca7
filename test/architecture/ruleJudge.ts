// One code = one rule = one file = one page = at least one fixture that is flagged and one that is not = one entry in the setting.

export interface RuleFacts {
  readonly rules: readonly { readonly code: string; readonly symptom: number | null }[];
  /** Files of rules, below src/core/rules. */
  readonly files: readonly string[];
  /** File names in docs/rules and their first lines. */
  readonly pages: Readonly<Record<string, string>>;
  /** Paths below test/fixtures/rules. */
  readonly fixtures: readonly string[];
  /** Codes in the severity setting. */
  readonly settingCodes: readonly string[];
}

const count = (items: readonly string[], wanted: (item: string) => boolean): number => items.filter(wanted).length;

function codeProblems(code: string, { files, pages, fixtures, settingCodes }: RuleFacts): readonly string[] {
  const stem = new RegExp(`(?:^|/)${code.toLowerCase()}[A-Z][A-Za-z0-9]*\\.ts$`);
  const ofCode = fixtures.filter((path) => path.startsWith(`${code}/`));
  const page = pages[`${code}.md`];
  return [
    ...(count(files, (file) => stem.test(file)) === 1 ? [] : [`${code} is not in exactly one file`]),
    ...(page === undefined ? [`${code} has no page`] : []),
    ...(page === undefined || new RegExp(`^# ${code}\\b`).test(page) ? [] : [`the page of ${code} does not open with its code`]),
    ...(count(ofCode, (path) => /^[^/]+\/bad/.test(path)) > 0 ? [] : [`${code} has no fixture that must be flagged`]),
    ...(count(ofCode, (path) => /^[^/]+\/good/.test(path)) > 0 ? [] : [`${code} has no fixture that must not be flagged`]),
    ...(settingCodes.includes(code) ? [] : [`${code} is not in the severity setting`]),
  ];
}

// What only the wire shows about security was numbered with the listener.
const aboutSecurity: ReadonlySet<string> = new Set(['RDP214', 'RDP215']);

/** RDP0xx is about files and has no symptom, RDP1xx to RDP4xx are symptoms 1 to 4, RDP5xx names the symptom it belongs to. */
function symptomProblem({ code, symptom }: RuleFacts['rules'][number]): string | undefined {
  const group = aboutSecurity.has(code) ? 3 : Number(code.charAt(3));
  const fits = group === 0 ? symptom === null : group === 5 ? symptom !== null : symptom === group;
  return fits ? undefined : `${code} has symptom ${String(symptom)}`;
}

export function ruleProblems(facts: RuleFacts): readonly string[] {
  const codes = facts.rules.map((rule) => rule.code);
  const unknown = (items: readonly string[], codeOf: (item: string) => string, what: string): readonly string[] =>
    [...new Set(items.map(codeOf))].filter((code) => !codes.includes(code)).map((code) => `${code} is ${what} and not a rule`);
  return [
    ...codes.filter((code) => !/^RDP[0-5]\d\d$/.test(code)).map((code) => `${code} is not a code`),
    ...codes.filter((code, index) => codes.indexOf(code) !== index).map((code) => `${code} is given twice`),
    ...codes.filter((code, index) => index > 0 && code < (codes[index - 1] ?? '')).map((code) => `${code} is out of order`),
    ...facts.rules.map(symptomProblem).filter((problem) => problem !== undefined),
    ...[...new Set(codes)].flatMap((code) => codeProblems(code, facts)),
    ...unknown(facts.files, (file) => (/rdp\d{3}/.exec(file)?.[0] ?? file).toUpperCase(), 'a file'),
    ...unknown(Object.keys(facts.pages), (page) => page.replace(/\.md$/, ''), 'a page'),
    ...unknown(facts.fixtures, (path) => path.split('/')[0] ?? '', 'a folder of fixtures'),
    ...unknown(facts.settingCodes, (code) => code, 'in the setting'),
  ];
}
