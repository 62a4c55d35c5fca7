// Entries as a .reg file that a registry editor would import, in their order. What importing cannot do becomes a comment in its place: all
// values of a key deleted at once, a value set only where there is none, permissions, anything that is no registry value, a policy for one
// local account, what is switched off and what another GPO overrides. The user's half of a GPO is HKEY_CURRENT_USER: whoever imports it.

import { operationsOfEntry } from '../conversion/entryOperations';
import { canBeWritten, valueLine } from '../conversion/regFile';
import type { Operation } from '../conversion/operations';
import { hasLoneSurrogate, unsaidText } from '../conversion/unsaid';
import type { Entry } from '../formats/entry';
import { describeEntry } from '../formats/lgpoText/writer';
import { headerV5 } from '../formats/reg/header';
import { importedPath, KEY_COMPONENT_LIMIT, VALUE_NAME_LIMIT } from '../formats/reg/importer';
import { formatData, formatHex } from '../formats/reg/writer';
import { keyText } from '../registry/place';
import { textOf, type ValueData } from '../registry/valueData';
import type { ShownEntries } from './showLgpo';

const NEWLINE = '\r\n';
/** What a terminal acts on, and what turns the direction of a line: in data they stand as bytes. */
const UNSEEN = /[\0-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

function isImported(operation: Operation): boolean {
  const { key } = operation;
  const name = 'name' in operation ? operation.name : '';
  return (
    canBeWritten(operation) &&
    !UNSEEN.test(key.path + name) && !hasLoneSurrogate(key.path + name) &&
    name.length <= VALUE_NAME_LIMIT && key.path.split('\\').every((part) => part.length <= KEY_COMPONENT_LIMIT) &&
    // Read otherwise by an importer, and a root is never deleted.
    importedPath(key.path) === key.path && !(operation.op === 'deleteKey' && key.path === '')
  );
}

/** What importing has to do for it; empty where it cannot. */
function importOf(entry: Entry): readonly Operation[] {
  const operations = (entry.winner?.precedence ?? 1) > 1 ? [] : (operationsOfEntry(entry) ?? []);
  return operations.every(isImported) ? operations : [];
}

function rightSide(data: ValueData, column: number): string {
  const text = textOf(data) ?? '';
  return UNSEEN.test(text) || hasLoneSurrogate(text) ? formatHex(data.type, data.bytes, column, NEWLINE) : formatData(data, 'v5', column, NEWLINE);
}

class RegLines {
  readonly lines: string[] = [headerV5];
  private open: string | undefined;

  /** Starts a block: the key line is written again, so that each block can be read by itself. */
  comment(text: string): void {
    this.lines.push('', `; ${text}`);
    this.open = undefined;
  }

  add(operation: Operation): void {
    const key = keyText(operation.key);
    if (operation.op === 'deleteKey') {
      this.lines.push('', `[-${key}]`);
      this.open = undefined;
      return;
    }
    if (this.open !== key) this.lines.push('', `[${key}]`);
    this.open = key;
    if (operation.op === 'set') this.lines.push(valueLine(operation.name, (column) => rightSide(operation.data, column)));
    if (operation.op === 'deleteValue') this.lines.push(valueLine(operation.name, () => '-'));
  }
}

/** The text with Windows' line ends; a comment names each document where there are several. */
export function showReg(documents: readonly ShownEntries[]): string {
  const written = new RegLines();
  for (const { heading, entries } of documents) {
    if (heading !== undefined) written.comment(heading);
    for (const entry of entries) {
      const operations = importOf(entry);
      if (operations.length === 0) written.comment(unsaidText(describeEntry(entry)));
      for (const operation of operations) written.add(operation);
    }
  }
  return [...written.lines, '', ''].join(NEWLINE);
}
