// A remedy as the entries of a copy: a registry.pol is binary and is never rewritten in place. What the other half of a GPO would have to say
// (a value of the computer in the half of the user), what is about text, and what is about user rights has no copy.

import type { RegistryEntry } from '../formats/entry';
import { isAtPlace, keyOfEntry, setsValue } from '../formats/entryObservations';
import { message } from '../messages/message';
import type { RegistryKey } from '../registry/place';
import type { Remedy, RemedyAction } from '../remedies/remedy';
import type { Finding } from '../rules/rule';
import { entryAt } from './polTable';

/** What a copy has in the place of one entry; undefined where it cannot be said there. */
function changed(entry: RegistryEntry, action: RemedyAction): readonly RegistryEntry[] | undefined {
  switch (action.kind) {
    case 'setValue':
      return setsValue(entry) && isAtPlace(entry, action.place) ? [{ ...entry, type: action.data.type, data: action.data.bytes }] : undefined;
    case 'deleteValue':
      return setsValue(entry) && isAtPlace(entry, action.place) ? [{ ...entry, action: 'deleteValue', type: undefined, data: new Uint8Array() }] : undefined;
    case 'renameValue':
      return isAtPlace(entry, action.from) ? [{ ...entry, name: action.to }] : undefined;
    case 'removeStatement':
      return [];
    case 'renameKey':
    case 'editText':
    case 'changeRight':
      return undefined;
  }
}

const isUnder = (entry: RegistryEntry, { hive, path }: RegistryKey): boolean => {
  const key = keyOfEntry(entry);
  return key.hive === hive && key.path.toLowerCase() === path.toLowerCase();
};

/** Findings about the file as a whole, of which a file written anew has none: its header and its structure. */
const wholeFileCodes: ReadonlySet<string> = new Set(['RDP042', 'RDP043']);

/** What only a copy can do: no statement is changed, the file around them is. */
export function copyRemedies(entries: readonly RegistryEntry[], { code }: Finding): readonly Remedy[] {
  if (entries.length === 0 || !wholeFileCodes.has(code)) return [];
  return [{ title: message('pol.keepReadable', entries.length), effect: 'repairs-line', preferred: true, actions: [] }];
}

/** The one step of a remedy and the entry it is about. What takes several steps has not been seen on a registry.pol; half a fix would be none. */
function stepOf(entries: readonly RegistryEntry[], finding: Finding, { actions }: Remedy): { readonly index: number; readonly entry: RegistryEntry; readonly action: RemedyAction } | undefined {
  const index = entryAt(entries, finding.evidence.range);
  const entry = index === undefined ? undefined : entries[index];
  const [action, ...more] = actions;
  return index === undefined || entry === undefined || action === undefined || more.length > 0 ? undefined : { index, entry, action };
}

/** Whether there is a copy, without making it: a file may have a finding for each of its entries. */
export function canFixPol(entries: readonly RegistryEntry[], finding: Finding, remedy: Remedy): boolean {
  const step = stepOf(entries, finding, remedy);
  if (step === undefined) return false;
  const { entry, action } = step;
  return action.kind === 'renameKey' ? action.from.hive === action.to.hive && isUnder(entry, action.from) : changed(entry, action) !== undefined;
}

/** @param finding whose evidence are bytes of the file the entries were read from */
export function fixedPolEntries(entries: readonly RegistryEntry[], finding: Finding, remedy: Remedy): readonly RegistryEntry[] | undefined {
  if (remedy.actions.length === 0) return wholeFileCodes.has(finding.code) ? entries : undefined;
  const step = canFixPol(entries, finding, remedy) ? stepOf(entries, finding, remedy) : undefined;
  if (step === undefined) return undefined;
  const { index, entry, action } = step;
  // A key is named by each of its entries: they move together.
  if (action.kind === 'renameKey') return entries.map((one) => (isUnder(one, action.from) ? { ...one, key: action.to.path } : one));
  return entries.toSpliced(index, 1, ...(changed(entry, action) ?? []));
}
