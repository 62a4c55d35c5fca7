// A remedy, spelled as edits of a security template. The statement is found by its offset; line ends, comments, blanks and everything the
// remedy is not about stay as they are, and so does the encoding, which no edit touches. Data that a template has no spelling for (a type
// it does not know, a text with a line break) gives no edit.

import { accountIdentity } from '../../rdp/accountNames';
import { textOf, textsOf, dwordOf, valueType, type ValueData } from '../../registry/valueData';
import type { RemedyAction } from '../../remedies/remedy';
import type { TextEdit } from '../../text/edits';
import type { TextRange } from '../../text/range';
import type { Principal } from '../entry';
import { templateLines, wholeLine } from './lines';
import { identified, isSidWithoutStar, spelledPrincipal } from './principals';
import { registryLine } from './registryValueLine';
import { statementIn, type ListLine, type TemplateStatement } from './statements';

/** The edit that takes a statement out with its whole line. */
export function removeLine(text: string, line: TextRange): TextEdit {
  return { range: wholeLine(text, line), newText: '' };
}

/** `type,data` as a line of [Registry Values] has it; undefined where it has no spelling that reads back as these bytes. */
export function spelledData(data: ValueData): string | undefined {
  const spelled = spelledContent(data);
  if (spelled === undefined || /[\r\n]/.test(spelled)) return undefined;
  const line = `MACHINE\\k\\v=${String(data.type)},${spelled}`;
  const read = registryLine(line, { start: 0, end: line.length });
  const same = !('why' in read) && read.bytes.length === data.bytes.length && read.bytes.every((byte, at) => byte === data.bytes[at]);
  return same ? `${String(data.type)},${spelled}` : undefined;
}

function spelledContent(data: ValueData): string | undefined {
  switch (data.type) {
    case valueType.sz:
    case valueType.expandSz:
      return quoted(textOf(data) ?? '');
    case valueType.multiSz:
      return (textsOf(data) ?? []).map((item) => (/[",]|^[ \t]|[ \t]$/.test(item) ? quoted(item) : item)).join(',');
    case valueType.dword:
      return dwordOf(data)?.toString();
    case valueType.binary:
      return [...data.bytes].join(',');
    default:
      return undefined;
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Some accounts or groups fewer, with the commas that told them from their neighbours. */
function removePrincipals({ list, principals }: Pick<ListLine, 'list' | 'principals'>, removed: readonly Principal[]): readonly TextEdit[] {
  const gone = new Set(removed);
  if (principals.every((principal) => gone.has(principal))) return [{ range: list, newText: '' }];
  const edits: TextEdit[] = [];
  let lastKept: Principal | undefined;
  let since: TextRange | undefined;
  for (const principal of principals) {
    const { range } = principal.evidence;
    if (gone.has(principal)) {
      since ??= range;
      continue;
    }
    // To the start of the one that stays.
    if (since !== undefined) edits.push({ range: { start: since.start, end: range.start }, newText: '' });
    since = undefined;
    lastKept = principal;
  }
  const last = principals.at(-1);
  if (since !== undefined && lastKept !== undefined && last !== undefined) {
    edits.push({ range: { start: lastKept.evidence.range.end, end: last.evidence.range.end }, newText: '' });
  }
  return edits;
}

/** The one at this place of the list, without a look at the others: a list may be long, and each of its names a fault. */
export function removePrincipalAt({ list, principals }: Pick<ListLine, 'list' | 'principals'>, at: number): TextEdit {
  const [before, one, next] = [principals[at - 1], principals[at], principals[at + 1]];
  if (one === undefined || (before === undefined && next === undefined)) return { range: list, newText: '' };
  const { start, end } = one.evidence.range;
  // To the start of the next one; the last one goes with the comma in front.
  if (next !== undefined) return { range: { start, end: next.evidence.range.start }, newText: '' };
  return { range: { start: before?.evidence.range.end ?? start, end }, newText: '' };
}

/** At the end of the list. `added` are SIDs or names. */
function addPrincipals({ list, principals }: Pick<ListLine, 'list' | 'principals'>, added: readonly string[]): TextEdit {
  const spelled = added.map(spelledPrincipal).join(',');
  const last = principals.at(-1);
  if (last === undefined) return { range: list, newText: spelled };
  return { range: { start: last.evidence.range.end, end: last.evidence.range.end }, newText: `,${spelled}` };
}

/** The edits for one action on the statement at `offset`; undefined where a template cannot say it there. */
export function spellTemplateAction(text: string, offset: number, action: RemedyAction, { lines } = templateLines(text)): readonly TextEdit[] | undefined {
  if (action.kind === 'editText') return action.edits;
  const line = lines.find(({ start, end }) => start <= offset && offset <= end);
  const statement = line === undefined ? undefined : statementIn(text, line, '');
  if (line === undefined || statement === undefined) return undefined;
  switch (action.kind) {
    case 'removeStatement':
      return [removeLine(text, line)];
    case 'deleteValue': // A template can only leave a value alone.
    case 'renameKey':
    case 'renameValue':
      return undefined;
    case 'setValue':
      return setData(statement, action);
    case 'changeRight':
      return statement.kind === 'right' ? changeRight(statement.right, action) : undefined;
  }
}

function setData(statement: TemplateStatement, { place, data }: Extract<RemedyAction, { kind: 'setValue' }>): readonly TextEdit[] | undefined {
  if (statement.kind === 'registry') {
    const newText = spelledData(data);
    return newText === undefined ? undefined : [{ range: statement.value.data, newText }];
  }
  const mode = dwordOf(data);
  if (statement.kind !== 'service' || place.name.toLowerCase() !== 'start' || mode === undefined || mode < 2 || mode > 4) return undefined;
  return [{ range: statement.service.modeRange, newText: String(mode) }];
}

function changeRight(right: ListLine, { remove, add }: Extract<RemedyAction, { kind: 'changeRight' }>): readonly TextEdit[] | undefined {
  const unwanted = new Set(remove.map(identityOf));
  const removed = right.principals.filter((principal) => unwanted.has(accountIdentity(principal)));
  const present = new Set(right.principals.map(accountIdentity));
  const added = add.filter((principal) => !present.has(identityOf(principal)));
  if (removed.length === 0 && added.length === 0) return undefined;
  // Nobody is left of those who were there: the list is written anew.
  if (added.length > 0 && removed.length === right.principals.length) return [{ range: right.list, newText: added.map(spelledPrincipal).join(',') }];
  return [...(removed.length === 0 ? [] : removePrincipals(right, removed)), ...(added.length === 0 ? [] : [addPrincipals(right, added)])];
}

const identityOf = (principal: string): string => accountIdentity(identified(isSidWithoutStar(principal) ? `*${principal}` : principal));
