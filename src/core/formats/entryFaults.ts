// What is wrong with registry entries of a GPO export, whatever the format is that spells them: names that are too long or start with a
// root, data that is not of its type, one value that is both set and deleted. Limits: [MS-GPREG] 2.2.1; the registry allows more.

import { numberSize, typeName, valueType } from '../registry/valueData';
import type { Evidence } from '../registry/observation';
import type { Place } from '../registry/place';
import type { TextRange } from '../text/range';
import type { RegistryEntry } from './entry';
import { placesOf } from './entryObservations';
import type { Fault } from './fault';

const KEY_COMPONENT_LIMIT = 255;
const VALUE_NAME_LIMIT = 259;
const DATA_LIMIT = 65_535;
const ROOT = /^\\*(?:HKEY_[A-Z_]+|HKLM|HKCU|HKCR|HKU|HKCC)(?=\\|$)/i;
const policyTypes: ReadonlySet<number> = new Set([
  valueType.sz,
  valueType.expandSz,
  valueType.binary,
  valueType.dword,
  valueType.dwordBigEndian,
  valueType.multiSz,
  valueType.qword,
]);

type Problem = Pick<Fault, 'kind' | 'args'> & Partial<Pick<Fault, 'certainty' | 'related'>> & { readonly range: TextRange };

function stringProblem(type: number, data: Uint8Array): 'oddLength' | 'noNul' | 'noSecondNul' | undefined {
  if (type !== valueType.sz && type !== valueType.expandSz && type !== valueType.multiSz) return undefined;
  if (data.length % 2 !== 0) return 'oddLength';
  // No bytes at all are an empty text, and one NUL is an empty list.
  if (data.length === 0) return undefined;
  const endsInNuls = (count: number): boolean => data.subarray(-2 * count).every((byte) => byte === 0);
  if (type !== valueType.multiSz) return endsInNuls(1) ? undefined : 'noNul';
  return endsInNuls(2) ? undefined : 'noSecondNul';
}

function* dataProblems({ type, data, name, action, evidence }: RegistryEntry): Generator<Problem> {
  if (type === undefined) return;
  const range = evidence.dataRange ?? evidence.range;
  if (data.length > DATA_LIMIT) yield { kind: 'dataTooLarge', range, args: [name, data.length, DATA_LIMIT], certainty: 'assumed' };
  if (action !== 'set' && action !== 'soft') return;
  if (!policyTypes.has(type)) yield { kind: 'typeNotInPolicy', range, args: [name, typeName(type)], certainty: 'assumed' };
  const size = numberSize(type);
  if (size !== undefined && data.length !== size) yield { kind: 'numberLength', range, args: [typeName(type), data.length, size, name] };
  const problem = stringProblem(type, data);
  if (problem !== undefined) yield { kind: 'stringBytes', range, args: [problem, typeName(type), name] };
}

function* nameProblems({ key, name, action, evidence }: RegistryEntry, keyRange: TextRange): Generator<Problem> {
  const nameRange = evidence.nameRange ?? evidence.range;
  const root = ROOT.exec(key)?.[0];
  if (root !== undefined) yield { kind: 'rootInKey', range: keyRange, args: [key, root] };
  const component = key.split('\\').find((part) => part.length > KEY_COMPONENT_LIMIT);
  if (component !== undefined) yield { kind: 'nameTooLong', range: keyRange, args: ['key', component.length, KEY_COMPONENT_LIMIT] };
  if (name.length > VALUE_NAME_LIMIT) yield { kind: 'nameTooLong', range: nameRange, args: ['policyValue', name.length, VALUE_NAME_LIMIT], certainty: 'assumed' };
  if (action === 'set' && name.startsWith('**')) yield { kind: 'specialNameUnknown', range: nameRange, args: [name], certainty: 'assumed' };
}

type Word = 'set' | 'deleted';

/** The last word on each value so far. */
class LastWords {
  private readonly byPlace = new Map<string, { readonly word: Word; readonly evidence: Evidence }>();

  /** The earlier entry that said the opposite of this one. */
  *contradicted({ action, hive, key, name, names = [], evidence }: RegistryEntry): Generator<Problem> {
    const word = action === 'set' || action === 'soft' ? 'set' : action === 'deleteValue' || action === 'deleteValues' ? 'deleted' : undefined;
    if (word === undefined) return;
    for (const one of action === 'deleteValues' ? names : [name]) {
      const place = `${hive}\n${key}\n${one}`.toLowerCase();
      const earlier = this.byPlace.get(place);
      if (earlier !== undefined && earlier.word !== word) {
        yield { kind: 'setAndDeleted', range: earlier.evidence.range, args: [earlier.word, one], related: evidence };
      }
      this.byPlace.set(place, { word, evidence });
    }
  }
}

/**
 * Faults in the order in which they are found.
 * @param keyRangeOf where the key of an entry is spelled; without it the whole entry is shown
 */
export function entryFaults(entries: readonly RegistryEntry[], keyRangeOf: (entry: RegistryEntry) => TextRange | undefined = () => undefined): readonly Fault[] {
  const faults: Fault[] = [];
  const words = new LastWords();
  for (const entry of entries) {
    if (entry.disabled === true) continue;
    const { evidence } = entry;
    const problems = [...nameProblems(entry, keyRangeOf(entry) ?? evidence.range), ...dataProblems(entry), ...words.contradicted(entry)];
    if (problems.length === 0) continue;
    const places: readonly Place[] = placesOf(entry);
    for (const { range, kind, args, related, certainty = 'confirmed' } of problems) {
      const fault: Fault = { kind, evidence: { document: evidence.document, range }, args, certainty, places, remedies: [] };
      faults.push(related === undefined ? fault : { ...fault, related });
    }
  }
  return faults;
}
