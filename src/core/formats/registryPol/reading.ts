// A registry.pol as entries and faults. Offsets are bytes of the file. Windows skips a file whose signature or version is not the one it
// knows ([MS-GPREG] 3.2.5.1.2); what it holds is read all the same, as it was meant, wherever it is a registry.pol at all.

import type { DocumentId } from '../../registry/observation';
import { hexPairs } from '../../registry/valueData';
import type { RegistryEntry } from '../entry';
import { entryFaults } from '../entryFaults';
import type { Fault } from '../fault';
import type { SourceReading } from '../source';
import { inOrderOfText } from '../source';
import { meaningOf } from './nameMeaning';
import { HEADER_BYTES, readRecords, type Damage, type PolRecord } from './records';

type HeaderProblem = 'empty' | 'short' | 'signature' | 'version';

const SIGNATURE = [0x50, 0x52, 0x65, 0x67];
const VERSION = [1, 0, 0, 0];

/** Whether the bytes start as a registry.pol does; its version is another question. */
export function isRegistryPol(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

function headerProblem(bytes: Uint8Array): HeaderProblem | undefined {
  if (bytes.length === 0) return 'empty';
  if (!isRegistryPol(bytes)) return 'signature';
  if (bytes.length < HEADER_BYTES) return 'short';
  return VERSION.every((byte, index) => bytes[SIGNATURE.length + index] === byte) ? undefined : 'version';
}

function headerFault(bytes: Uint8Array, document: DocumentId, problem: HeaderProblem): Fault {
  const version = problem === 'version' ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(SIGNATURE.length, true) : 0;
  const range = { start: 0, end: Math.min(bytes.length, HEADER_BYTES) };
  return { kind: 'polHeader', evidence: { document, range }, args: [problem, version], certainty: 'confirmed', places: [], remedies: [] };
}

function damageFault(bytes: Uint8Array, document: DocumentId, { start, at, missing, resumedAt }: Damage): Fault {
  const range = { start, end: resumedAt ?? bytes.length };
  const args = [missing, at, hexPairs(bytes.subarray(at, at + 2)), resumedAt ?? -1];
  return { kind: 'polStructure', evidence: { document, range }, args, certainty: 'confirmed', places: [], remedies: [] };
}

function entryOf(record: PolRecord, document: DocumentId, hive: 'machine' | 'user'): RegistryEntry {
  const { range, nameRange, dataRange, key } = record;
  return { kind: 'registry', hive, key, ...meaningOf(record), evidence: { document, range, nameRange, dataRange } };
}

/** @param hive what the folder of the file says: `Machine` or `User` */
export function readRegistryPol(bytes: Uint8Array, document: DocumentId, hive: 'machine' | 'user'): SourceReading {
  const problem = headerProblem(bytes);
  const headerFaults = problem === undefined ? [] : [headerFault(bytes, document, problem)];
  // Not a view of a class of its own, so that the data of entries are plain bytes.
  const { records, damages } = readRecords(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  if (problem === 'signature' && records.length === 0) return { document, entries: [], faults: headerFaults };
  const entries = records.map((record) => entryOf(record, document, hive));
  const faults = [
    ...headerFaults,
    ...damages.map((damage) => damageFault(bytes, document, damage)),
    ...entryFaults(entries, (index) => records[index]?.keyRange),
  ];
  return { document, entries, faults: inOrderOfText(faults) };
}
