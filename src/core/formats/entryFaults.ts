// What is wrong with registry entries of a GPO export, whatever the format is that spells them: names that are too long or start with a
// root, data that is not of its type, one value that is both set and deleted. A fix is told where there is one meaning only. Limits: [MS-GPREG] 2.2.1; the registry allows more.

import { message } from '../messages/message';
import { findHive, hiveAbbreviations } from '../registry/hives';
import { numberSize, typeName, valueType } from '../registry/valueData';
import type { Effect, Remedy, RemedyAction } from '../remedies/remedy';
import type { TextRange } from '../text/range';
import type { RegistryEntry } from './entry';
import { keyOfEntry, placesOf } from './entryObservations';
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

type Problem = Pick<Fault, 'kind' | 'args'> & Partial<Pick<Fault, 'certainty' | 'related' | 'remedies'>> & { readonly range: TextRange };

function stringProblem(type: number, data: Uint8Array): 'oddLength' | 'noNul' | 'noSecondNul' | undefined {
  if (type !== valueType.sz && type !== valueType.expandSz && type !== valueType.multiSz) return undefined;
  if (data.length % 2 !== 0) return 'oddLength';
  // No bytes at all are an empty text, and one NUL is an empty list.
  if (data.length === 0) return undefined;
  const endsInNuls = (count: number): boolean => data.subarray(-2 * count).every((byte) => byte === 0);
  if (type !== valueType.multiSz) return endsInNuls(1) ? undefined : 'noNul';
  return endsInNuls(2) ? undefined : 'noSecondNul';
}

function remedy(title: Remedy['title'], effect: Effect, action: RemedyAction): readonly Remedy[] {
  return [{ title, effect, preferred: effect === 'repairs-line', actions: [action] }];
}

/** A text or a list that lacks its end, with it. */
function endedData(entry: RegistryEntry, type: number, problem: 'oddLength' | 'noNul' | 'noSecondNul'): readonly Remedy[] {
  if (problem === 'oddLength') return [];
  const { data, name } = entry;
  const missing = problem === 'noNul' ? 2 : data.subarray(-2).every((byte) => byte === 0) ? 2 : 4;
  const bytes = new Uint8Array(data.length + missing);
  bytes.set(data);
  const title = message(problem === 'noNul' ? 'repair.addTextEnd' : 'repair.addNul');
  return remedy(title, 'repairs-line', { kind: 'setValue', place: { key: keyOfEntry(entry), name }, data: { type, bytes } });
}

function* dataProblems(entry: RegistryEntry): Generator<Problem> {
  const { type, data, name, action, evidence } = entry;
  if (type === undefined) return;
  const range = evidence.dataRange ?? evidence.range;
  if (data.length > DATA_LIMIT) yield { kind: 'dataTooLarge', range, args: [name, data.length, DATA_LIMIT], certainty: 'assumed' };
  if (action !== 'set' && action !== 'soft') return;
  if (!policyTypes.has(type)) yield { kind: 'typeNotInPolicy', range, args: [name, typeName(type)], certainty: 'assumed' };
  const size = numberSize(type);
  if (size !== undefined && data.length !== size) yield { kind: 'numberLength', range, args: [typeName(type), data.length, size, name] };
  const problem = stringProblem(type, data);
  if (problem !== undefined) yield { kind: 'stringBytes', range, args: [problem, typeName(type), name], remedies: endedData(entry, type, problem) };
}

/** Where the root is the one the key stands below already. */
function withoutRoot(entry: RegistryEntry, root: string): readonly Remedy[] {
  const from = keyOfEntry(entry);
  const path = entry.key.slice(root.length).replace(/^\\+|\\+$/g, '');
  const name = root.replace(/^\\+/, '');
  if (path === '' || (hiveAbbreviations[name.toUpperCase()] ?? findHive(name)) !== from.hive) return [];
  return remedy(message('repair.removeRoot', name), 'repairs-line', { kind: 'renameKey', from, to: { hive: from.hive, path } });
}

function* keyProblems(entry: RegistryEntry, range: TextRange): Generator<Problem> {
  const { key } = entry;
  const root = ROOT.exec(key)?.[0];
  if (root !== undefined) yield { kind: 'rootInKey', range, args: [key, root], remedies: withoutRoot(entry, root) };
  if (key.length <= KEY_COMPONENT_LIMIT) return;
  const component = key.split('\\').find((part) => part.length > KEY_COMPONENT_LIMIT);
  if (component !== undefined) yield { kind: 'nameTooLong', range, args: ['key', component.length, KEY_COMPONENT_LIMIT] };
}

function* nameProblems({ name, action, evidence }: RegistryEntry): Generator<Problem> {
  const range = evidence.nameRange ?? evidence.range;
  if (name.length > VALUE_NAME_LIMIT) yield { kind: 'nameTooLong', range, args: ['policyValue', name.length, VALUE_NAME_LIMIT], certainty: 'assumed' };
  if (action === 'set' && name.startsWith('**')) {
    yield { kind: 'specialNameUnknown', range, args: [name], certainty: 'assumed', remedies: remedy(message('repair.removeEntry'), 'changes-behaviour', { kind: 'removeStatement' }) };
  }
}

function wordOf({ action }: RegistryEntry): 'set' | 'deleted' | undefined {
  if (action === 'set' || action === 'soft') return 'set';
  return action === 'deleteValue' || action === 'deleteValues' ? 'deleted' : undefined;
}

const namesOf = ({ action, name, names = [] }: RegistryEntry): readonly string[] => (action === 'deleteValues' ? names : [name]);

/** The last word on each value so far, of those that are deleted somewhere: most files delete few. */
class LastWords {
  private readonly deletedNames: ReadonlySet<string>;
  private readonly byPlace = new Map<string, RegistryEntry>();

  constructor(entries: readonly RegistryEntry[]) {
    this.deletedNames = new Set(entries.filter((entry) => wordOf(entry) === 'deleted').flatMap(namesOf).map((name) => name.toLowerCase()));
  }

  /** The earlier entries that said the opposite of this one. */
  *contradicted(entry: RegistryEntry): Generator<Problem> {
    const word = wordOf(entry);
    if (word === undefined || this.deletedNames.size === 0) return;
    for (const name of namesOf(entry)) {
      if (!this.deletedNames.has(name.toLowerCase())) continue;
      const place = `${entry.hive}\n${entry.account ?? ''}\n${entry.key}\n${name}`.toLowerCase();
      const earlier = this.byPlace.get(place);
      const before = earlier === undefined ? undefined : wordOf(earlier);
      // A value that is deleted and then set where there is none is set whatever was there: neither is in vain.
      const renewed = before === 'deleted' && entry.action === 'soft';
      if (earlier !== undefined && before !== undefined && before !== word && !renewed) {
        // A list deletes other values too.
        const remedies = earlier.action === 'deleteValues' ? [] : remedy(message('repair.removeOverridden'), 'repairs-line', { kind: 'removeStatement' });
        yield { kind: 'setAndDeleted', range: earlier.evidence.range, args: [before, name], related: entry.evidence, remedies };
      }
      this.byPlace.set(place, entry);
    }
  }
}

function faultOf(entry: RegistryEntry, { range, kind, args, related, certainty = 'confirmed', remedies = [] }: Problem): Fault {
  const fault: Fault = { kind, evidence: { document: entry.evidence.document, range }, args, certainty, places: placesOf(entry), remedies };
  return related === undefined ? fault : { ...fault, related };
}

/**
 * Faults in the order in which they are found.
 * @param keyRangeOf where the key of the entry with this index is spelled; without it the whole entry is shown
 */
export function entryFaults(entries: readonly RegistryEntry[], keyRangeOf: (index: number) => TextRange | undefined = () => undefined): readonly Fault[] {
  const faults: Fault[] = [];
  const words = new LastWords(entries);
  entries.forEach((entry, index) => {
    if (entry.disabled === true) return;
    const add = (problem: Problem): unknown => faults.push(faultOf(entry, problem));
    for (const problem of keyProblems(entry, keyRangeOf(index) ?? entry.evidence.range)) add(problem);
    for (const problem of nameProblems(entry)) add(problem);
    for (const problem of dataProblems(entry)) add(problem);
    for (const problem of words.contradicted(entry)) add(problem);
  });
  return faults;
}
