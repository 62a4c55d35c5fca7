// Entries of group policy as operations on the registry, the form from which .reg files and commands are written. What no operation says
// (all values of a key go away and its subkeys stay, who may use a key, a value only where there is none) is handed back instead of being
// bent into something else, and so is what does not concern the registry or is switched off.

import { describeEntry } from '../formats/lgpoText/writer';
import type { Entry } from '../formats/entry';
import { keyOfEntry } from '../formats/entryObservations';
import { powerShellCommands } from './powerShellCommands';
import { regCommands } from './regCommands';
import { regFileText } from './regFile';
import type { Operation } from './operations';
import { unsaidText } from './unsaid';

const NEWLINE = '\r\n';

export interface EntryOperations {
  readonly operations: readonly Operation[];
  readonly unsaid: readonly Entry[];
}

/** Undefined where no operations on the registry say it. */
export function operationsOfEntry(entry: Entry): readonly Operation[] | undefined {
  if (entry.kind !== 'registry' || entry.disabled === true || entry.account !== undefined) return undefined;
  const key = keyOfEntry(entry);
  switch (entry.action) {
    case 'set':
      return entry.type === undefined ? undefined : [{ op: 'set', key, name: entry.name, data: { type: entry.type, bytes: entry.data } }];
    case 'deleteValue':
      return [{ op: 'deleteValue', key, name: entry.name }];
    case 'deleteValues':
      return (entry.names ?? []).map((name) => ({ op: 'deleteValue', key, name }));
    case 'createKey':
      return [{ op: 'createKey', key }];
    case 'deleteKey':
      return [{ op: 'deleteKey', key }];
    case 'deleteKeys':
      return (entry.names ?? []).map((name) => ({ op: 'deleteKey', key: { hive: key.hive, path: `${key.path}\\${name}` } }));
    case 'deleteAllValues':
    case 'secureKey':
    case 'soft':
      return undefined;
  }
}

export function entryOperations(entries: readonly Entry[]): EntryOperations {
  const said = entries.map((entry) => ({ entry, operations: operationsOfEntry(entry) }));
  return {
    operations: said.flatMap(({ operations }) => operations ?? []),
    unsaid: said.flatMap(({ entry, operations }) => (operations === undefined ? [entry] : [])),
  };
}

export type EntryConversion = 'reg' | 'powerShell' | 'regCommands';

const writers: Readonly<Record<EntryConversion, { readonly write: (operations: readonly Operation[]) => string; readonly comment: string }>> = {
  reg: { write: regFileText, comment: ';' },
  powerShell: { write: powerShellCommands, comment: '#' },
  regCommands: { write: regCommands, comment: 'rem' },
};

/** The entries as another file; what it cannot say stands in comments at its end. */
export function convertEntries(entries: readonly Entry[], to: EntryConversion): string {
  const { operations, unsaid } = entryOperations(entries);
  const { write, comment } = writers[to];
  return write(operations) + unsaid.map((entry) => `${comment} ${unsaidText(describeEntry(entry))}${NEWLINE}`).join('');
}
