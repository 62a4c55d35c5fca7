// A .reg file as the text that Microsoft's LGPO.exe reads (`/t`): four lines an entry. It knows two roots, computer and user, and takes
// the rest of the line as data, so what has a line end or another type is left to a comment.

import { DEFAULT_VALUE, isEntryLine, isReservedName, setAction, WHOLE_KEY } from '../formats/lgpoText/spelling';
import type { RegistryKey } from '../registry/place';
import { spellEach, type Operation } from './operations';
import { unsaid } from './unsaid';

const NEWLINE = '\r\n';

const sections: Partial<Record<RegistryKey['hive'], string>> = { HKEY_LOCAL_MACHINE: 'Computer', HKEY_CURRENT_USER: 'User' };

function entry(operation: Operation): readonly string[] | undefined {
  const { key } = operation;
  const section = sections[key.hive];
  const name = 'name' in operation ? operation.name : '';
  const said = { createKey: () => 'CREATEKEY', deleteKey: () => undefined, deleteValue: () => 'DELETE', set: () => (operation.op === 'set' ? setAction(operation.data) : undefined) }[operation.op]();
  const lines = [section, key.path, operation.op === 'createKey' ? WHOLE_KEY : name === '' ? DEFAULT_VALUE : name, said];
  const fits = lines.every((line) => line !== undefined && isEntryLine(line)) && !isReservedName(name);
  return fits ? lines.filter((line) => line !== undefined) : undefined;
}

/** The text of a file for `LGPO.exe /t`. */
export function lgpoText(operations: readonly Operation[]): string {
  const entries = spellEach(operations, entry, (operation) => [`; ${unsaid(operation)}`]);
  return entries.map((lines) => [...lines, '', ''].join(NEWLINE)).join('');
}
