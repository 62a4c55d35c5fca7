// What the page of a registry.pol is told and what it asks: plain data with every sentence ready. The page may be anybody's: what it asks is
// read as unknown, and what is no question is none.

import { message, type Message } from '../messages/message';
import type { PolFile } from './polFile';
import { pageOf, PAGE_ROWS, type PolFinding, type PolPage, type PolQuery, type PolRow, type Say } from './polTable';

export interface ShownPolFinding {
  readonly code: string;
  readonly severity: string;
  readonly severityText: string;
  readonly text: string;
  readonly at: number;
  /** Where it is, for findings about the file as a whole; empty where the text says so. */
  readonly place: string;
  readonly fixes: readonly string[];
}

interface ShownRow extends Omit<PolRow, 'findings'> {
  readonly findings: readonly ShownPolFinding[];
}

export interface PolAnswer {
  readonly kind: 'page';
  /** Where the file is none: the sentence that says so, and nothing else. */
  readonly otherwise: string | undefined;
  readonly summary: string;
  readonly above: readonly ShownPolFinding[];
  readonly rows: readonly ShownRow[];
  /** How many rows match, and the index among them of the first that is shown. */
  readonly matching: number;
  readonly from: number;
  readonly shown: string;
  /** Where the pages before and after start. */
  readonly previous: number | undefined;
  readonly next: number | undefined;
}

function shownText(page: PolPage, query: PolQuery, total: number): Message {
  const isAll = query.search.trim() === '' && !query.rdpOnly;
  if (total === 0) return message('pol.noEntries');
  if (page.matching === 0) return message('pol.noneMatch', total);
  const [first, last] = [page.from + 1, page.from + page.rows.length];
  return isAll ? message('pol.shown', first, last, total) : message('pol.shownOf', first, last, page.matching, total);
}

function shownFinding(finding: PolFinding, say: Say): ShownPolFinding {
  return {
    ...finding,
    severityText: say(message(`pol.severity.${finding.severity}`)),
    // Damage tells by itself where it is.
    place: finding.text.includes(String(finding.at)) ? '' : say(message('pol.atByte', finding.at)),
    fixes: finding.fixes.map((title) => say(message('pol.fix', title))),
  };
}

export function answerPolQuery(file: PolFile, query: PolQuery, say: Say): PolAnswer {
  const table = file.table();
  const page = pageOf(table, query);
  return {
    kind: 'page',
    otherwise: file.otherwise === undefined ? undefined : say(file.otherwise),
    summary: say(file.summary()),
    above: table.above.map((finding) => shownFinding(finding, say)),
    rows: page.rows.map((row) => ({ ...row, findings: row.findings.map((finding) => shownFinding(finding, say)) })),
    matching: page.matching,
    from: page.from,
    shown: say(shownText(page, query, table.rows.length)),
    previous: page.from > 0 ? page.from - PAGE_ROWS : undefined,
    next: page.from + PAGE_ROWS < page.matching ? page.from + PAGE_ROWS : undefined,
  };
}

/** Where the file cannot be read now. The page stays where it was, and asks again from there when the file is back. */
export function answerWithout(why: string, { from }: PolQuery): PolAnswer {
  return { kind: 'page', otherwise: why, summary: '', above: [], rows: [], matching: 0, from, shown: '', previous: undefined, next: undefined };
}

export type PolQuestion =
  | { readonly kind: 'query'; readonly query: PolQuery }
  | { readonly kind: 'fix'; readonly code: string; readonly at: number; readonly fix: number }
  | { readonly kind: 'rule'; readonly code: string }
  | { readonly kind: 'openAsText' | 'convert' | 'reopen' };

const LONGEST_SEARCH = 1000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isIndex = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

export function readPolQuestion(asked: unknown): PolQuestion | undefined {
  if (!isRecord(asked)) return undefined;
  const { kind, search, rdpOnly, from, code, at, fix } = asked;
  switch (kind) {
    case 'query':
      if (typeof search !== 'string' || typeof rdpOnly !== 'boolean' || !isIndex(from)) return undefined;
      return { kind, query: { search: search.slice(0, LONGEST_SEARCH), rdpOnly, from } };
    case 'fix':
      return typeof code === 'string' && isIndex(at) && isIndex(fix) ? { kind, code, at, fix } : undefined;
    case 'rule':
      return typeof code === 'string' ? { kind, code } : undefined;
    case 'openAsText':
    case 'convert':
    case 'reopen':
      return { kind };
    default:
      return undefined;
  }
}
