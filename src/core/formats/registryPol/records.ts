// The structure of a registry.pol (PReg), before any meaning: a header of 8 bytes, then records without padding or count,
// `[` key NUL `;` name NUL `;` type `;` size `;` data `]`, brackets and semicolons as UTF-16LE units. Source: Microsoft, "Registry Policy
// File Format" and [MS-GPREG] 2.2.1. Read by structure and never by splitting: names hold semicolons, data holds any byte.
// After a damaged record reading goes on only where a whole record follows that ends where another begins, or the file.

import { utf16Text } from '../../registry/valueData';
import type { TextRange } from '../../text/range';

export interface PolRecord {
  /** From the opening bracket to behind the closing one, in bytes. */
  readonly range: TextRange;
  /** Without their NUL. */
  readonly keyRange: TextRange;
  readonly nameRange: TextRange;
  readonly dataRange: TextRange;
  readonly key: string;
  readonly name: string;
  readonly type: number;
  /** A view of the file's own bytes. */
  readonly data: Uint8Array;
}

/** What has to stand somewhere and does not: a unit, a name with its NUL, a number, or data of the size that is told. */
export type Missing = '[' | ';' | ']' | 'key' | 'name' | 'type' | 'size' | 'data';

export interface Damage {
  /** Of the record, or of what stands in the place of one. */
  readonly start: number;
  readonly at: number;
  readonly missing: Missing;
  /** Where the next certain record starts; undefined where there is none and reading stopped. */
  readonly resumedAt: number | undefined;
}

export interface PolRecords {
  readonly records: readonly PolRecord[];
  readonly damages: readonly Damage[];
}

export const HEADER_BYTES = 8;

const OPEN = 0x5b;
const SEMICOLON = 0x3b;
const CLOSE = 0x5d;
/** A key that is looked for behind damage is not believed to be longer. */
const LONGEST_FOUND_KEY = 1024;
/** How far behind a record the next one may be displaced by stray bytes. */
const DISPLACED_BYTES = 8;

/** The first NUL unit from an offset on. Asked with offsets that only grow (apart for odd and even ones), so that each byte is read once. */
class NulSearch {
  private readonly from = [0, 0];
  private readonly found = [-1, -1];

  constructor(private readonly bytes: Uint8Array) {}

  /** -1 where none follows. */
  next(offset: number): number {
    const side = offset & 1;
    const [from = 0, found = -1] = [this.from[side], this.found[side]];
    if (from > 0 && offset >= from && (found < 0 || offset <= found)) return found;
    const { bytes } = this;
    let at = offset;
    while (at + 1 < bytes.length && (bytes[at] !== 0 || bytes[at + 1] !== 0)) at += 2;
    this.from[side] = offset;
    return (this.found[side] = at + 1 < bytes.length ? at : -1);
  }
}

/** Offsets of the parts of one record. */
interface Parts {
  readonly start: number;
  readonly keyEnd: number;
  readonly nameEnd: number;
  readonly type: number;
  readonly dataStart: number;
  readonly dataEnd: number;
}

type Tried = { readonly parts: Parts } | { readonly missing: Missing; readonly at: number };

class RecordReader {
  private readonly view: DataView;
  private readonly keyNuls: NulSearch;
  private readonly nameNuls: NulSearch;
  private lastKey: { readonly range: TextRange; readonly text: string } = { range: { start: 0, end: 0 }, text: '' };

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.keyNuls = new NulSearch(bytes);
    this.nameNuls = new NulSearch(bytes);
  }

  private holds(unit: number, at: number): boolean {
    return this.bytes[at] === unit && this.bytes[at + 1] === 0;
  }

  private tryAt(start: number): Tried {
    const { bytes, view } = this;
    if (!this.holds(OPEN, start)) return { missing: '[', at: start };
    const keyEnd = this.keyNuls.next(start + 2);
    if (keyEnd < 0) return { missing: 'key', at: start + 2 };
    if (!this.holds(SEMICOLON, keyEnd + 2)) return { missing: ';', at: keyEnd + 2 };
    const nameEnd = this.nameNuls.next(keyEnd + 4);
    if (nameEnd < 0) return { missing: 'name', at: keyEnd + 4 };
    const typeAt = nameEnd + 4;
    const dataStart = typeAt + 12;
    if (!this.holds(SEMICOLON, nameEnd + 2)) return { missing: ';', at: nameEnd + 2 };
    if (typeAt + 4 > bytes.length) return { missing: 'type', at: typeAt };
    if (!this.holds(SEMICOLON, typeAt + 4)) return { missing: ';', at: typeAt + 4 };
    if (typeAt + 10 > bytes.length) return { missing: 'size', at: typeAt + 6 };
    if (!this.holds(SEMICOLON, typeAt + 10)) return { missing: ';', at: typeAt + 10 };
    const dataEnd = dataStart + view.getUint32(typeAt + 6, true);
    if (dataEnd > bytes.length) return { missing: 'data', at: dataStart };
    if (!this.holds(CLOSE, dataEnd)) return { missing: ']', at: dataEnd };
    return { parts: { start, keyEnd, nameEnd, type: view.getUint32(typeAt, true), dataStart, dataEnd } };
  }

  /** A record that can be believed where the ones before it cannot. */
  private isCertain({ start, keyEnd, dataEnd }: Parts): boolean {
    const end = dataEnd + 2;
    if (end !== this.bytes.length && !this.holds(OPEN, end)) return false;
    if (keyEnd === start + 2 || keyEnd - start > 2 * LONGEST_FOUND_KEY) return false;
    for (let at = start + 2; at < keyEnd; at += 2) if (this.bytes[at + 1] === 0 && (this.bytes[at] ?? 0) < 0x20) return false;
    return true;
  }

  private certainAt(start: number): boolean {
    const tried = this.tryAt(start);
    return 'parts' in tried && this.isCertain(tried.parts);
  }

  /** Where the next certain record after a damaged one starts. */
  private resume(start: number, missing: Missing): number | undefined {
    const { bytes } = this;
    for (let at = start + 1; at < bytes.length; at++) {
      if (!this.holds(OPEN, at)) continue;
      const displaced = missing === '[' && at <= start + DISPLACED_BYTES;
      if ((displaced || this.holds(CLOSE, at - 2)) && this.certainAt(at)) return at;
    }
    return undefined;
  }

  /** Entries under one key follow each other: its text is kept once. */
  private keyText(range: TextRange): string {
    const { bytes, lastKey } = this;
    const length = range.end - range.start;
    let same = length === lastKey.range.end - lastKey.range.start;
    for (let i = 0; same && i < length; i++) same = bytes[range.start + i] === bytes[lastKey.range.start + i];
    if (!same) this.lastKey = { range, text: utf16Text(bytes.subarray(range.start, range.end)) };
    return this.lastKey.text;
  }

  private recordOf({ start, keyEnd, nameEnd, type, dataStart, dataEnd }: Parts): PolRecord {
    const { bytes } = this;
    const [keyRange, nameRange] = [{ start: start + 2, end: keyEnd }, { start: keyEnd + 4, end: nameEnd }];
    return {
      range: { start, end: dataEnd + 2 },
      keyRange,
      nameRange,
      dataRange: { start: dataStart, end: dataEnd },
      key: this.keyText(keyRange),
      name: utf16Text(bytes.subarray(nameRange.start, nameRange.end)),
      type,
      data: bytes.subarray(dataStart, dataEnd),
    };
  }

  read(): PolRecords {
    const records: PolRecord[] = [];
    const damages: Damage[] = [];
    let at: number | undefined = HEADER_BYTES;
    while (at !== undefined && at < this.bytes.length) {
      const tried = this.tryAt(at);
      if ('parts' in tried) {
        records.push(this.recordOf(tried.parts));
        at = tried.parts.dataEnd + 2;
      } else {
        const resumedAt = this.resume(at, tried.missing);
        damages.push({ start: at, at: tried.at, missing: tried.missing, resumedAt });
        at = resumedAt;
      }
    }
    return { records, damages };
  }
}

/** The records of a file whose header is somebody else's business. Never throws; time and memory grow with the size. */
export function readRecords(bytes: Uint8Array): PolRecords {
  return new RecordReader(bytes).read();
}
