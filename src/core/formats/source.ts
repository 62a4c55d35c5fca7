// What every format of a GPO export comes to when it is read: its statements, and what is wrong with its spelling. Reading never throws
// and never looks anywhere but at the bytes it was given.

import type { DocumentId } from '../registry/observation';
import type { Entry } from './entry';
import type { Fault } from './fault';

export interface SourceReading {
  readonly document: DocumentId;
  /** In the order of the document, Remote Desktop or not. */
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
}

/** What a file of a disabled half of a GPO says: all of it is there and none of it is applied. */
export function switchedOff<T extends Pick<SourceReading, 'entries'>>(reading: T): T {
  return { ...reading, entries: reading.entries.map((entry) => ({ ...entry, disabled: true })) };
}

/** Faults as the reader of a document meets them. */
export function inOrderOfText(faults: readonly Fault[]): readonly Fault[] {
  return faults.toSorted((a, b) => a.evidence.range.start - b.evidence.range.start);
}
