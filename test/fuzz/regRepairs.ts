// What a line-repairing fix may uncover: the next true finding on the line it repairs, and nothing else. "That line" is the statement the
// finding is about, with the lines it had swallowed. Where it is a key line, the value lines under it belong to it, each only where the
// repair changed what Windows does with it: an own comparison of two walks, which no finding has a part in.
import { leavesKeyOpen, walkImport } from '../../src/core/formats/reg/importer';
import type { KeyNode } from '../../src/core/formats/reg/nodes';
import { nodeAt } from '../../src/core/formats/reg/nodeSearch';
import { parseReg } from '../../src/core/formats/reg/parser';
import { english } from '../../src/core/messages/english';
import { keyText } from '../../src/core/registry/place';
import type { Finding } from '../../src/core/rules/rule';
import type { TextRange } from '../../src/core/text/range';
import { lint, type Fix } from './regFixes';

const IGNORED = 'ignored';

/** What Windows does with the statement at each offset and what decides that: the key line above, and whether it is known. */
function outcomes(text: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let above = '';
  const say = ({ start }: TextRange, what: string, certainty: string): unknown => found.set(start, `${what} (${certainty})`);
  const atKey = (node: KeyNode, what: string, certainty: string): void => {
    say(node, what, certainty);
    above = text.slice(node.name.start, node.name.end);
  };
  walkImport(parseReg(text), {
    createKey: (node, key, certainty) => { atKey(node, `create ${keyText(key)}`, certainty); },
    deleteKey: (node, key, certainty) => { atKey(node, `delete ${keyText(key)}`, certainty); },
    set: (node, key, certainty) => say(node, `set in ${keyText(key)}`, certainty),
    deleteValue: (node, key, certainty) => say(node, `delete in ${keyText(key)}`, certainty),
    skipValue: (node, inForce, reason, certainty) => say(node, `skip, ${reason} under ${inForce.kind === 'open' ? keyText(inForce.key) : `${inForce.reason} ${above}`}`, certainty),
    skipKey: (node, reason, certainty) => { atKey(node, `skip, ${reason}`, certainty); },
    skipLine: (node) => found.set(node.start, IGNORED),
  });
  return found;
}

/** Where an offset of the text before is in the text after; what is inserted exactly there comes before it, or after it. */
function moved({ edits }: Fix, offset: number, inserted: 'before' | 'after'): number {
  let shift = 0;
  for (const { range, newText } of edits) {
    const isBefore = range.start < offset ? range.end <= offset : range.start === offset && range.end === offset && inserted === 'before';
    if (isBefore) shift += newText.length - (range.end - range.start);
    else if (range.start < offset) return range.start + shift;
  }
  return offset + shift;
}

function linesAround(text: string, { start, end }: TextRange): TextRange {
  const first = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const rest = /[\r\n]/.exec(text.slice(end));
  return { start: start === 0 ? 0 : first, end: rest === null ? text.length : end + rest.index };
}

/** The statement the finding is about and what the fix wrote, as lines of the text after. */
function repairedLines(fix: Fix): readonly TextRange[] {
  const { text, fixed, finding, edits } = fix;
  const file = parseReg(text);
  const node = nodeAt(file, finding.evidence.range.start) ?? file.header;
  const lost = node.kind === 'value' ? node.lost?.range.end ?? node.end : node.end;
  const statement = { start: moved(fix, node.start, 'after'), end: moved(fix, Math.max(node.end, lost), 'before') };
  const written = edits.flatMap(({ range, newText }) => {
    const start = moved(fix, range.start, 'after');
    const end = start + newText.trimEnd().length;
    return newText.trim() === '' ? [] : [{ start, end }];
  });
  return [statement, ...written].map((range) => linesAround(fixed, range));
}

const holds = ({ start, end }: TextRange, offset: number): boolean => start <= offset && offset <= end;

/** The repaired lines, and the value lines that now follow another key line than before. */
function changedLines(fix: Fix): readonly TextRange[] {
  const repaired = repairedLines(fix);
  const before = outcomes(fix.text);
  const after = outcomes(fix.fixed);
  const keys = parseReg(fix.fixed).nodes.filter((node) => node.kind === 'key');
  // Under a damaged key line that leaves the one before it open, its block goes on.
  const closes = (from: number): number => keys.find((node) => node.start > from && !leavesKeyOpen(node))?.start ?? Infinity;
  const blocks = keys.flatMap(({ start }) => (repaired.some((range) => holds(range, start)) ? [{ start, end: closes(start) }] : []));
  const origin = new Map([...before].flatMap(([start, outcome]) => [[moved(fix, start, 'before'), outcome], [moved(fix, start, 'after'), outcome]] as const));
  const followers = [...after].filter(([start, outcome]) => origin.get(start) !== outcome && blocks.some((block) => holds(block, start)));
  return [...repaired, ...followers.map(([start]) => linesAround(fix.fixed, { start, end: start }))];
}

/**
 * Lines outside those with which Windows does something else than before. That the repaired statement takes in lines is allowed where they
 * did nothing, or where a finding on it says so.
 */
export function disturbedLines(fix: Fix): readonly string[] {
  const changed = changedLines(fix);
  const after = outcomes(fix.fixed);
  const repaired = repairedLines(fix);
  const file = parseReg(fix.fixed);
  const isSaid = lint(fix.fixed).findings.some(({ evidence }) => repaired.some((range) => holds(range, evidence.range.start)));
  const isTakenIn = (place: number, outcome: string): boolean => {
    const node = nodeAt(file, place);
    return (isSaid || /^(?:ignored|skip,)/.test(outcome)) && node !== undefined && node.start < place && repaired.some((range) => holds(range, node.start));
  };
  return [...outcomes(fix.text)].flatMap(([start, outcome]) => {
    const places = [moved(fix, start, 'before'), moved(fix, start, 'after')];
    const isSame = places.some((place) => after.get(place) === outcome);
    return isSame || places.some((place) => changed.some((range) => holds(range, place)) || isTakenIn(place, outcome)) ? [] : [`${outcome} at ${String(start)}`];
  });
}

/** Lines that no edit is in and that are no longer lines of their own; statements where there was one. */
export function tornLines(fix: Fix): readonly string[] {
  const { text, fixed, edits, finding } = fix;
  const torn: string[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const isEdited = edits.some(({ range }) => range.start <= index + line.length && (range.end > index || range.start >= index));
    const start = moved(fix, index, 'before');
    const now = linesAround(fixed, { start, end: start });
    if (!isEdited && fixed.slice(now.start, now.end) !== line) torn.push(line);
  }
  const node = nodeAt(parseReg(text), finding.evidence.range.start);
  const was = node === undefined ? 0 : text.slice(node.start, node.end).split(/\r\n|\r|\n/).length;
  const repaired = repairedLines(fix);
  const are = [...outcomes(fixed).keys()].filter((start) => repaired.some((range) => holds(range, start))).length;
  return are > was ? [...torn, `${String(are)} statements in place of ${String(was)} lines`] : torn;
}

/** The same kind of finding at the same place with other words in it: the line has been damaged anew. */
export function saidAgain({ finding: { code, message, evidence }, fixed }: Fix): readonly string[] {
  const again = lint(fixed).findings.filter((other) => other.code === code && other.message.key === message.key && other.evidence.range.start === evidence.range.start);
  return again.map((other) => english(other.message));
}

/** The rules that say of a key line what becomes of the value lines under it, and how many those are. */
const counting: readonly string[] = ['RDP006', 'RDP007', 'RDP008', 'RDP009'];

/** A finding that was there in other words, because a number in it has changed: of the lines it counts, or of the line it names. */
function isRecounted(fix: Fix, finding: Finding, changed: readonly TextRange[]): boolean {
  const { code, evidence, related } = finding;
  const { start } = evidence.range;
  const sameAt = (other: number, now: number): boolean => moved(fix, other, 'before') === now || moved(fix, other, 'after') === now;
  const earlier = fix.before.filter((other) => other.code === code && sameAt(other.evidence.range.start, start));
  if (counting.includes(code)) {
    const nextKey = parseReg(fix.fixed).nodes.find((node) => node.kind === 'key' && node.start > start);
    const ends = [evidence.range.end, ...earlier.map((other) => moved(fix, other.evidence.range.end, 'before')), code === 'RDP009' ? 0 : nextKey?.start ?? Infinity];
    return earlier.length > 0 && changed.some((line) => line.start <= Math.max(...ends) && line.end >= start);
  }
  const lineCount = (text: string): number => text.split(/\r\n|\r|\n/).length;
  const aside = (said: Finding): string => english(said.message).replace(/\d+/g, '#');
  return (
    lineCount(fix.text) !== lineCount(fix.fixed) &&
    earlier.some((other) => aside(other) === aside(finding) && other.related.every((to, index) => sameAt(to.evidence.range.start, related[index]?.evidence.range.start ?? -1)))
  );
}

/**
 * A true consequence for another line: the repaired one now has a part in the final state, and the finding names it. Either as the line it is
 * about (`related`: the later assignment that counts, the policy that decides), or because it is about a key line that names the key in which
 * the repair has put a value: such a key is spoken of only when something is written to it.
 */
function isConsequence(fix: Fix, { evidence, related }: Finding, isChanged: (offset: number) => boolean): boolean {
  if (related.some((to) => isChanged(to.evidence.range.start))) return true;
  const after = outcomes(fix.fixed);
  const node = nodeAt(parseReg(fix.fixed), evidence.range.start);
  const named = /^create (.*) \(\w+\)$/s.exec(after.get(node?.start ?? -1) ?? '')?.[1]?.toLowerCase();
  return named !== undefined && [...after].some(([at, outcome]) => isChanged(at) && /^set in (.*) \(\w+\)$/s.exec(outcome)?.[1]?.toLowerCase() === named);
}

/** A comment that has nothing left to silence, because what it silenced was on the repaired line. */
function isSilencedNoMore(fix: Fix, { code, message }: Finding): boolean {
  if (code !== 'RDP033') return false;
  const heard = (text: string): readonly Finding[] => lint(text.replaceAll('rdp-diagnostics-disable', 'rdp-diagnostics-nothing')).findings;
  const silenced = /^RDP\d{3}/.exec(english(message))?.[0];
  const { start } = fix.finding.evidence.range;
  const before = nodeAt(parseReg(fix.text), start);
  // Lines may have been no part of a statement until it was repaired, or until the one that it had swallowed was free again.
  const repaired = repairedLines(fix);
  const now = parseReg(fix.fixed).nodes.filter((node) => repaired.some((range) => holds(range, node.start)));
  const isHere = (offset: number): boolean => (before !== undefined && holds(before, offset)) || now.some((node) => holds(node, moved(fix, offset, 'after')));
  const wasHere = heard(fix.text).some((other) => other.code === silenced && isHere(other.evidence.range.start));
  return wasHere && !heard(fix.fixed).some((other) => other.code === silenced);
}

/** Findings of the text after that were not there before and have nothing to do with the line that was repaired. */
export function uncovered(fix: Fix): readonly string[] {
  const changed = changedLines(fix);
  const isChanged = (offset: number): boolean => changed.some((range) => holds(range, offset));
  const old = fix.before.map((finding) => {
    const { start } = finding.evidence.range;
    return { code: finding.code, said: english(finding.message), at: [moved(fix, start, 'before'), moved(fix, start, 'after')] };
  });
  return lint(fix.fixed).findings.flatMap((finding) => {
    const said = english(finding.message);
    const { start } = finding.evidence.range;
    const isOld = old.some((other) => other.code === finding.code && other.said === said && other.at.includes(start));
    return isOld || isChanged(start) || isRecounted(fix, finding, changed) || isConsequence(fix, finding, isChanged) || isSilencedNoMore(fix, finding) ? [] : [`${finding.code} ${said}`];
  });
}
