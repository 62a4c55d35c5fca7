// Entries of several documents as one LGPO text. What another GPO overrides is not said, and several deletions in one are taken apart:
// LGPO text has a word for each of them only.

import type { Entry } from '../formats/entry';
import { writeLgpoText } from '../formats/lgpoText/writer';

export interface ShownEntries {
  /** Plain ASCII, one line; undefined for the only document. */
  readonly heading: string | undefined;
  readonly entries: readonly Entry[];
}

function* sayable(entry: Entry): Generator<Entry> {
  if ((entry.winner?.precedence ?? 1) > 1) yield { ...entry, disabled: true };
  else if (entry.kind === 'registry' && entry.action === 'deleteValues') {
    for (const name of entry.names ?? []) yield { ...entry, action: 'deleteValue', name, names: [] };
  } else yield entry;
}

/** The text for `LGPO.exe /t`, with Windows' line ends. */
export function showLgpo(documents: readonly ShownEntries[]): string {
  return documents.map(({ heading, entries }) => (heading === undefined ? '' : `; ${heading}\r\n\r\n`) + writeLgpoText(entries.flatMap((entry) => [...sayable(entry)])).text).join('');
}
