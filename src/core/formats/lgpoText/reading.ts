// The text that Microsoft's LGPO.exe writes (/parse) and reads (/t): `Computer` or `User`, key, value name, action, each on a line of its
// own; entries stand apart by blank lines or comments (`;`). Source: the tool's predecessor and its readme, and files its users keep.
// LGPO.exe applies nothing of a text it cannot read as a whole; here what can be read is read all the same, as it was meant.

import type { DocumentId, Evidence } from '../../registry/observation';
import type { Remedy } from '../../remedies/remedy';
import type { TextRange } from '../../text/range';
import type { RegistryEntry } from '../entry';
import { entryFaults } from '../entryFaults';
import type { Fault, FaultKind } from '../fault';
import { meaningOf } from '../registryPol/nameMeaning';
import { inOrderOfText, type SourceReading } from '../source';
import { keyNames, readAction } from './data';
import { repairAction, repairSection } from './repairs';
import { DEFAULT_VALUE, LINE_LIMIT, WHOLE_KEY } from './spelling';

interface Line extends TextRange {
  readonly text: string;
}

const SECTION = /^(?:(computer)|user(?::(\S(?:.*\S)?))?)$/i;

const [LF, CR] = [10, 13];

function lineEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF || unit === CR) break;
  }
  return at;
}

/** Lines without their ends, one at a time. */
class Lines {
  private at = 0;
  private held: Line | undefined;

  constructor(private readonly text: string) {}

  /** The next line, which stays the next one until it is taken. */
  peek(): Line | undefined {
    if (this.held === undefined && this.at < this.text.length) {
      const stop = lineEnd(this.text, this.at);
      this.held = { start: this.at, end: stop, text: this.text.slice(this.at, stop) };
      this.at = stop + (this.text.startsWith('\r\n', stop) ? 2 : 1);
    }
    return this.held;
  }

  take(): void {
    this.peek();
    this.held = undefined;
  }
}

function separates({ text }: Line): boolean {
  return text.trim() === '' || text.startsWith(';');
}

class LgpoReader {
  readonly entries: RegistryEntry[] = [];
  readonly faults: Fault[] = [];
  /** One for each entry. */
  readonly keyRanges: TextRange[] = [];
  /** Where something begins that is, or should be, an entry. */
  readonly starts: number[] = [];
  private readonly lines: Lines;

  constructor(
    text: string,
    private readonly document: DocumentId,
  ) {
    this.lines = new Lines(text);
  }

  private add(kind: FaultKind, { start, end }: TextRange, args: readonly (string | number)[], remedies: readonly Remedy[] = []): void {
    this.faults.push({ kind, evidence: { document: this.document, range: { start, end } }, args, certainty: 'assumed', places: [], remedies });
  }

  /** Up to where another entry can start. */
  private skipDamaged(): void {
    for (let line = this.lines.peek(); line !== undefined && !separates(line) && !SECTION.test(line.text); line = this.lines.peek()) this.lines.take();
  }

  /** The lines of one entry, as far as they are there. */
  private entryLines(): readonly Line[] {
    const found: Line[] = [];
    while (found.length < 4) {
      const line = this.lines.peek();
      if (line === undefined || separates(line)) break;
      // A key or a value may have such a name, an action cannot.
      if (found.length === 3 && SECTION.test(line.text)) break;
      found.push(line);
      this.lines.take();
    }
    return found;
  }

  private readEntry(): void {
    const first = this.lines.peek();
    if (first === undefined) return;
    this.starts.push(first.start);
    const section = SECTION.exec(first.text);
    if (section === null) {
      this.add('lgpoEntryUnreadable', first, ['section', first.text], repairSection(first.text, first, (text) => SECTION.test(text)));
      this.lines.take();
      this.skipDamaged();
      return;
    }
    const [sectionLine, key, name, action, ...rest] = this.entryLines();
    for (const line of [key, name, action, ...rest]) {
      if (line !== undefined && line.text.length > LINE_LIMIT) this.add('lgpoLineTooLong', line, [line.text.length, LINE_LIMIT]);
    }
    if (sectionLine === undefined || key === undefined || name === undefined || action === undefined) {
      this.add('lgpoEntryUnreadable', { start: first.start, end: (name ?? key ?? first).end }, ['lines', [first, key, name].filter((line) => line !== undefined).length]);
      return;
    }
    this.readStatement(section, key, name, action, first.start);
  }

  private readStatement(section: RegExpExecArray, key: Line, name: Line, action: Line, start: number): void {
    const read = readAction(action.text);
    if (read === 'clear') return;
    if ('problem' in read) {
      this.add('lgpoEntryUnreadable', action, [read.problem, read.problem === 'action' ? read.word : action.text], repairAction(action.text, action));
      return;
    }
    const evidence: Evidence = { document: this.document, range: { start, end: action.end }, nameRange: rangeOf(name), dataRange: rangeOf(action) };
    const [, computer, account] = section;
    const where = { kind: 'registry', hive: computer === undefined ? 'user' : 'machine', key: key.text, evidence } as const;
    const entry: RegistryEntry = { ...where, ...(account === undefined ? {} : { account }), ...statementOf(name.text, read.asked) };
    this.keyRanges.push(rangeOf(key));
    this.entries.push(entry);
  }

  read(): void {
    for (let line = this.lines.peek(); line !== undefined; line = this.lines.peek()) {
      if (separates(line)) this.lines.take();
      else this.readEntry();
    }
  }
}

function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end };
}

type Statement = Pick<RegistryEntry, 'action' | 'name' | 'type' | 'data' | 'names'>;

function statementOf(spelled: string, asked: Omit<Statement, 'name'>): Statement {
  const name = spelled.toLowerCase() === DEFAULT_VALUE.toLowerCase() ? '' : spelled;
  if (asked.action === 'deleteValue') return { ...asked, name };
  // A name that says something to group policy goes into the registry.pol as it is.
  if (asked.action === 'set' && asked.type !== undefined) return meaningOf({ name, type: asked.type, data: asked.data });
  if (asked.action !== 'deleteKeys') return { ...asked, name: '' };
  const { names = [] } = asked;
  return { ...asked, name: '', names: names.length > 0 || name === WHOLE_KEY ? names : keyNames(name) };
}

/** @param text without its byte order mark */
export function readLgpoText(text: string, document: DocumentId): SourceReading {
  const reader = new LgpoReader(text, document);
  reader.read();
  const faults = [...reader.faults, ...entryFaults(reader.entries, (index) => reader.keyRanges[index])];
  return { document, entries: reader.entries, faults: inOrderOfText(faults) };
}

/** Where the entries of a text begin, those that cannot be read among them. */
export function lgpoEntryStarts(text: string): readonly number[] {
  const reader = new LgpoReader(text, '');
  reader.read();
  return reader.starts;
}
