// A .reg file as observations and faults, gathered in one walk. Evidence is always a range of this text. Observations are kept only
// for keys that can concern Remote Desktop; faults are reported for every line.

import type { Evidence, Observation } from '../../registry/observation';
import type { Certainty } from '../../registry/certainty';
import type { RegistryKey } from '../../registry/place';
import { mayConcernRdp } from '../../rdp/relevance';
import { firstNonAscii, type TextEncodingSeen } from '../../text/decode';
import { createLineMap } from '../../text/lineMap';
import type { TextRange } from '../../text/range';
import type { Fault } from '../fault';
import { FaultCollector } from './faults';
import { meantDialect } from './header';
import { leavesKeyOpen, walkImport, type ImportVisitor } from './importer';
import { repairHeader } from './keyRepairs';
import type { Dialect, KeyNode, RegFile, ValueNode } from './nodes';
import { RepeatedValues } from './repeated';
import { valueData, valueName } from './valueBytes';
import { excerpt } from './valueFaults';

export interface RegReading {
  readonly file: RegFile;
  readonly observations: readonly Observation[];
  readonly faults: readonly Fault[];
}

export interface RegSource {
  readonly document: string;
  readonly file: RegFile;
  readonly seen: TextEncodingSeen;
  readonly cutMidCharacter: boolean;
}

class ReadingVisitor implements ImportVisitor {
  readonly observations: Observation[] = [];
  private readonly repeated: RepeatedValues;
  private previous: RegistryKey | undefined;
  private relevant = false;
  /** Where the values under a damaged key line go is not certain: no rule may judge them, and no repair may count on them. */
  private underDamagedKey = false;

  constructor(
    private readonly source: RegSource,
    private readonly file: RegFile,
    private readonly dialect: Dialect,
    private readonly collector: FaultCollector,
  ) {
    this.repeated = new RepeatedValues(file);
  }

  private evidence(range: TextRange, nameRange: TextRange, dataRange?: TextRange): Evidence {
    const base = { document: this.source.document, range: { start: range.start, end: range.end }, nameRange };
    return dataRange === undefined ? base : { ...base, dataRange };
  }

  createKey(node: KeyNode, key: RegistryKey): void {
    this.collector.closeBlocks();
    this.collector.goodKey(node, key);
    this.repeated.enterKey(key, node.start);
    this.previous = key;
    this.relevant = mayConcernRdp(key);
    this.underDamagedKey = false;
    if (this.relevant) this.observations.push({ kind: 'keyNamed', key, origin: 'local', evidence: this.evidence(node, node.name) });
  }

  deleteKey(node: KeyNode, key: RegistryKey): void {
    this.collector.closeBlocks();
    this.collector.goodKey(node, key);
    this.repeated.deleteKey(key, node.start);
    this.previous = undefined;
    this.observations.push({ kind: 'keyDeleted', key, origin: 'local', evidence: this.evidence(node, node.name) });
  }

  set(node: ValueNode, key: RegistryKey, certainty: Certainty): void {
    this.collector.countUnderBadKey();
    this.collector.storedValue(node, key);
    if (this.underDamagedKey) return;
    this.repeated.assign(node, key, certainty);
    if (!this.relevant) return;
    const data = valueData(this.file, node, this.dialect);
    if (data === undefined) return;
    const place = { key, name: valueName(this.file, node) };
    const range = { start: node.start, end: node.data.end };
    this.observations.push({ kind: 'set', place, data, origin: 'local', evidence: this.evidence(range, node.name, node.data) });
  }

  deleteValue(node: ValueNode, key: RegistryKey, certainty: Certainty): void {
    this.collector.countUnderBadKey();
    if (this.underDamagedKey) return;
    this.repeated.assign(node, key, certainty);
    if (!this.relevant) return;
    const place = { key, name: valueName(this.file, node) };
    const range = { start: node.start, end: node.data.end };
    this.observations.push({ kind: 'valueDeleted', place, origin: 'local', evidence: this.evidence(range, node.name, node.data) });
  }

  skipValue(...[node, inForce, reason, certainty]: Parameters<ImportVisitor['skipValue']>): void {
    if (inForce.kind === 'none') {
      this.collector.orphan(node, inForce);
      // That such a key is not read is assumed: what is wrong below it counts for the tools that read it.
      // And lines taken along are lost wherever the value that takes them would have gone: one of them may be the key line that ends this.
      if (inForce.reason === 'underAbbreviatedRoot' || node.lost?.why === 'swallowed') this.collector.badValue(node, reason, certainty, undefined);
    } else this.collector.badValue(node, reason, certainty, inForce.key);
  }

  skipKey(...[node, reason, certainty]: Parameters<ImportVisitor['skipKey']>): void {
    this.collector.closeBlocks();
    if (reason !== 'keyLineDamaged' || !leavesKeyOpen(node)) this.previous = undefined;
    this.collector.badKey(node, reason, certainty, this.previous);
    this.underDamagedKey = true;
  }

  skipLine(...[node, , certainty]: Parameters<ImportVisitor['skipLine']>): void {
    this.collector.ignoredLine(node, certainty);
    if (node.looksLike === 'missingOpen') this.underDamagedKey = true;
  }

  finish(): void {
    this.collector.closeBlocks();
    if (this.repeated.found.length === 0) return;
    const lines = createLineMap(this.file.text);
    for (const repeated of this.repeated.found) this.collector.repeated(repeated, lines);
  }
}

function headerFaults(file: RegFile, collector: FaultCollector): void {
  const { header, text } = file;
  const remedies = repairHeader(text, header);
  const line = excerpt(text.slice(header.start, header.end));
  switch (header.verdict.kind) {
    case 'accepted':
      return;
    case 'importsNothing':
      { collector.add('headerImportsNothing', header, [line], { remedies }); return; }
    case 'winePrefix':
      { collector.add('winePrefixFile', header, []); return; }
    case 'rejected': {
      const certainty = header.verdict.certain ? 'confirmed' : 'assumed';
      collector.add('headerUnrecognised', header, [line, header.verdict.why], { remedies, certainty }); return;
    }
  }
}

/** How much of a text is looked at for NUL characters: a binary file has them early, and a large file is not read twice. */
const SNIFFED = 65_536;

/** Offset of the first character above U+007F that gets into the registry, or -1: in a comment it does no harm. */
function firstStoredNonAscii(file: RegFile): number {
  if (firstNonAscii(file.text) < 0) return -1;
  let found = -1;
  file.forEachNode((node) => {
    if (found >= 0 || node.kind === 'comment' || node.kind === 'ignored') return;
    const at = firstNonAscii(file.text.slice(node.start, node.kind === 'key' ? node.name.end : node.data.end));
    if (at >= 0) found = node.start + at;
  });
  return found;
}

/** Reports what the encoding does to the import; false where the content is no text, that is, NUL characters without a header. */
function encodingFaults(source: RegSource, file: RegFile, collector: FaultCollector): boolean {
  const { seen, file: { text } } = source;
  const isText = file.header.verdict.kind === 'accepted' || !text.slice(0, SNIFFED).includes('\0');
  const top = { start: 0, end: 0 };
  if (source.cutMidCharacter) collector.add('cutMidCharacter', { start: text.length, end: text.length }, []);
  if (seen.encoding === 'utf-16be') collector.add('encodingRejected', top, ['utf16BigEndian'], { certainty: 'assumed' });
  else if (seen.encoding === 'utf-16le' && !seen.bom) collector.add('encodingRejected', top, ['utf16WithoutBom']);
  else if (seen.encoding === 'utf-8' && seen.bom) collector.add('utf8Bom', top, [], { certainty: 'assumed' });
  else if (seen.encoding !== 'utf-16le') {
    if (!isText) collector.add('encodingRejected', top, ['binary'], { certainty: 'assumed' });
    const at = firstStoredNonAscii(file);
    if (at >= 0 && isText) collector.add('ansiText', { start: at, end: at + 1 }, [String.fromCodePoint(text.codePointAt(at) ?? 0)], { certainty: 'assumed' });
  }
  return isText;
}

/** Reads decoded text. Total: any text gives a reading. */
export function readRegText(source: RegSource): RegReading {
  const { file } = source;
  const dialect = meantDialect(file.header, file.text);
  const collector = new FaultCollector(source.document, file, dialect);
  const isText = encodingFaults(source, file, collector);
  if (isText) headerFaults(file, collector);
  const visitor = new ReadingVisitor(source, file, dialect, collector);
  if (isText && file.header.verdict.kind !== 'winePrefix' && dialect !== 'windows31') walkImport(file, visitor);
  visitor.finish();
  const faults = [...collector.faults].sort((a, b) => a.evidence.range.start - b.evidence.range.start);
  return { file, observations: visitor.observations, faults };
}
