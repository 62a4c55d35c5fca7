// A remedy as the entries of a copy: a registry.pol is binary and is never rewritten in place. What the other half of a GPO would have to say
// (a value of the computer in the half of the user), what is about text, and what is about user rights has no copy.

import type { RegistryEntry } from '../formats/entry';
import { isAtPlace, keyOfEntry, setsValue } from '../formats/entryObservations';
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

/** A key is named by each of its entries: they move together. */
function withRenamedKey(entries: readonly RegistryEntry[], { from, to }: Extract<RemedyAction, { kind: 'renameKey' }>): readonly RegistryEntry[] | undefined {
  if (from.hive !== to.hive) return undefined;
  const isMeant = (entry: RegistryEntry): boolean => {
    const key = keyOfEntry(entry);
    return key.hive === from.hive && key.path.toLowerCase() === from.path.toLowerCase();
  };
  return entries.some(isMeant) ? entries.map((entry) => (isMeant(entry) ? { ...entry, key: to.path } : entry)) : undefined;
}

/** @param finding whose evidence are bytes of the file the entries were read from */
export function fixedPolEntries(entries: readonly RegistryEntry[], finding: Finding, remedy: Remedy): readonly RegistryEntry[] | undefined {
  const index = entryAt(entries, finding.evidence.range);
  const entry = index === undefined ? undefined : entries[index];
  const [action, ...more] = remedy.actions;
  // What takes several steps has not been seen on a registry.pol; half a fix would be none.
  if (index === undefined || entry === undefined || action === undefined || more.length > 0) return undefined;
  if (action.kind === 'renameKey') return withRenamedKey(entries, action);
  const instead = changed(entry, action);
  return instead === undefined ? undefined : entries.toSpliced(index, 1, ...instead);
}
