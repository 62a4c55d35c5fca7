// The outline and the folds of the policy texts that people write line by line: sections and lines of a security template, keys and entries
// of LGPO text. XML has both from the editor itself. Offsets are of the text.

import type { Entry, GroupMemberEntry, RegistryEntry, UserRightEntry } from '../formats/entry';
import type { PolicyTextFormat } from '../formats/policySource';
import { templateLines, type TemplateLine } from '../formats/securityTemplate/lines';
import { valueType } from '../registry/valueData';
import type { TextRange } from '../text/range';
import { plainDataText } from './dataText';
import type { Fold } from './folding';
import { principalName } from './policyLanguage';
import type { RegSymbol } from './symbols';

const DEFAULT_VALUE = '(Default)';
const LONGEST_DETAIL = 60;
const NOTHING = '-';

const lastEnd = (symbols: readonly RegSymbol[], otherwise: number): number => symbols.at(-1)?.range.end ?? otherwise;

function lineSymbol(text: string, { start, end }: TemplateLine): RegSymbol {
  const written = text.slice(start, end);
  // Services and other lists begin with a quoted name and have no sign of equality.
  const [, name = written, rest = ''] = /^([^=]*?)[ \t]*=[ \t]*(.*)$/s.exec(written) ?? /^"?([^",]+)"?,(.*)$/s.exec(written) ?? [];
  const kind = /^(?:4,)?\d+$/.test(rest) ? 'number' : 'text';
  return { kind, name: name === '' ? written : name, detail: rest.slice(0, LONGEST_DETAIL), range: { start, end }, selection: { start, end: start + Math.min(name.length, end - start) }, children: [] };
}

function listSymbol(name: string, { principals, evidence: { range, nameRange = range } }: UserRightEntry | GroupMemberEntry): RegSymbol {
  const detail = principals.map(principalName).join(', ').slice(0, LONGEST_DETAIL);
  return { kind: 'list', name, detail: detail === '' ? NOTHING : detail, range, selection: nameRange, children: [] };
}

/** With the last part of a registry path as name, and accounts by their names. */
function statementSymbol(text: string, entry: Entry | undefined): RegSymbol | undefined {
  switch (entry?.kind) {
    case 'registry':
      return entrySymbol(text, entry);
    case 'userRight':
      return listSymbol(entry.right, entry);
    case 'groupMember':
      return listSymbol(`${principalName(entry.group)} (${entry.relation})`, entry);
    case 'service': {
      const { range, nameRange = range } = entry.evidence;
      return { kind: 'service', name: entry.name, detail: entry.startMode === undefined ? NOTHING : String(entry.startMode), range, selection: nameRange, children: [] };
    }
    case 'firewallRule':
    case 'policy':
    case undefined:
      return undefined;
  }
}

/** A section that comes twice stands there twice. */
function templateSymbols(text: string, entries: readonly Entry[]): readonly RegSymbol[] {
  const byStart = new Map(entries.map((entry) => [entry.evidence.range.start, entry]));
  const { lines, heads } = templateLines(text);
  let at = 0;
  return heads.map((head, index): RegSymbol => {
    const next = heads[index + 1]?.start ?? text.length;
    const children: RegSymbol[] = [];
    for (let line = lines[at]; line !== undefined && line.start < next; line = lines[++at]) {
      if (line.start > head.start) children.push(statementSymbol(text, byStart.get(line.start)) ?? lineSymbol(text, line));
    }
    const name = text.slice(head.start + 1, head.end).replace(/\].*$/s, '').trim();
    return { kind: 'key', name: name === '' ? '[ ]' : name, detail: '', range: { start: head.start, end: lastEnd(children, head.end) }, selection: { start: head.start, end: head.end }, children };
  });
}

function kindOf({ action, type }: RegistryEntry): RegSymbol['kind'] {
  if (action !== 'set' && action !== 'soft') return action === 'createKey' ? 'key' : 'deletedValue';
  if (type === valueType.dword || type === valueType.qword) return 'number';
  return type === valueType.sz || type === valueType.expandSz || type === valueType.multiSz ? 'text' : 'bytes';
}

function entrySymbol(text: string, entry: RegistryEntry): RegSymbol {
  const { name, type, data, evidence } = entry;
  const { range, nameRange = range, dataRange = range } = evidence;
  const plain = type === undefined || kindOf(entry) === 'bytes' ? undefined : plainDataText({ type, bytes: data });
  const detail = plain ?? text.slice(dataRange.start, Math.min(dataRange.end, dataRange.start + LONGEST_DETAIL));
  return { kind: kindOf(entry), name: name.trim() === '' ? DEFAULT_VALUE : name, detail: detail.slice(0, LONGEST_DETAIL), range, selection: nameRange, children: [] };
}

/** Entries under one key that follow each other stand below it once. */
function lgpoSymbols(text: string, entries: readonly Entry[]): readonly RegSymbol[] {
  const groups: { readonly identity: string; readonly entries: RegistryEntry[] }[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'registry') continue;
    const identity = `${entry.hive}\n${entry.account ?? ''}\n${entry.key}`.toLowerCase();
    const last = groups.at(-1);
    if (last?.identity === identity) last.entries.push(entry);
    else groups.push({ identity, entries: [entry] });
  }
  return groups.flatMap(({ entries: [first, ...more] }): readonly RegSymbol[] => {
    if (first === undefined) return [];
    const children = [first, ...more].map((entry) => entrySymbol(text, entry));
    const parts = first.key.replace(/\\+$/, '').split('\\');
    const { start, end } = first.evidence.range;
    const scope = /^[^\r\n]*/.exec(text.slice(start, end))?.[0] ?? '';
    const detail = [scope, ...parts.slice(0, -1)].join('\\');
    const name = parts.at(-1)?.trim() ?? '';
    return [{ kind: 'key', name: name === '' ? '[ ]' : name, detail, range: { start, end: lastEnd(children, end) }, selection: { start, end: start + scope.length }, children }];
  });
}

/** None for formats whose structure the editor knows itself. */
export function policySymbols(format: PolicyTextFormat, text: string, entries: readonly Entry[]): readonly RegSymbol[] {
  if (format === 'security-template') return templateSymbols(text, entries);
  return format === 'lgpo' ? lgpoSymbols(text, entries) : [];
}

/** Lines that begin with a semicolon, two and more in a row. */
function commentBlocks(text: string): readonly TextRange[] {
  return [...text.matchAll(/^[ \t]*;[^\r\n]*(?:(?:\r\n|\r|\n)[ \t]*;[^\r\n]*)+/gm)].map(({ index, 0: block }) => ({ start: index, end: index + block.length }));
}

/** Keys or sections, entries of several lines, and blocks of comments. */
export function policyFolds(format: PolicyTextFormat, text: string, entries: readonly Entry[]): readonly Fold[] {
  if (format !== 'security-template' && format !== 'lgpo') return [];
  const symbols = policySymbols(format, text, entries);
  const spans = (range: TextRange): boolean => /[\r\n]/.test(text.slice(range.start, range.end));
  return [
    ...symbols.flatMap(({ range, children }): readonly Fold[] => [
      { kind: 'key', range },
      ...(children.length > 1 ? children.map((child): Fold => ({ kind: 'data', range: child.range })) : []),
    ]),
    ...commentBlocks(text).map((range): Fold => ({ kind: 'comment', range })),
  ].filter(({ range }) => spans(range));
}
