// A .reg file as the text that Microsoft's LGPO.exe reads (`/t`): four lines an entry. It knows two roots, computer and user, and takes
// the rest of the line as data, so what has a line end or another type is left to a comment.

import type { RegistryKey } from '../registry/place';
import { valueType, type ValueData } from '../registry/valueData';
import { exactData } from './exactText';
import { spellEach, type Operation } from './operations';
import { hasLoneSurrogate, unsaid } from './unsaid';

const NEWLINE = '\r\n';
const DEFAULT_VALUE = '(Default)';
const WHOLE_KEY = '*';
const SEPARATOR = '\\0';
/** Longer lines were cut by the tool's predecessor. */
const LINE_LIMIT = 2047;

const sections: Partial<Record<RegistryKey['hive'], string>> = { HKEY_LOCAL_MACHINE: 'Computer', HKEY_CURRENT_USER: 'User' };

function action(data: ValueData): string | undefined {
  const exact = exactData(data);
  switch (exact?.kind) {
    case 'number':
      return data.type === valueType.dword ? `DWORD:${exact.value.toString()}` : undefined;
    case 'text':
      return `${data.type === valueType.sz ? 'SZ' : 'EXSZ'}:${exact.text.replaceAll('\\', '\\\\')}`;
    case 'texts':
      // How an empty list is written is not known.
      return exact.texts.length === 0 || exact.texts.some((text) => text.includes('\\')) ? undefined : `MULTISZ:${exact.texts.join(SEPARATOR)}`;
    case 'bytes':
      return data.type === valueType.binary ? `BINARY:${Array.from(exact.bytes, (byte) => byte.toString(16).padStart(2, '0')).join(',')}` : undefined;
    case undefined:
      return undefined;
  }
}

/** An entry is four lines and nothing else: blanks at their ends would be lost, and a semicolon would turn one into a comment. */
function isOneLine(line: string): boolean {
  return line !== '' && line.length <= LINE_LIMIT && line.trim() === line && !/^;|[\0-\x1f\x7f-\x9f\u2028\u2029]/.test(line) && !hasLoneSurrogate(line);
}

/** Names that mean something else: the whole key, the default value, and those by which group policy deletes values and keys. */
function isSpecial(name: string): boolean {
  return name === WHOLE_KEY || name.startsWith('**') || name.toLowerCase() === DEFAULT_VALUE.toLowerCase();
}

function entry(operation: Operation): readonly string[] | undefined {
  const { key } = operation;
  const section = sections[key.hive];
  const name = 'name' in operation ? operation.name : '';
  const said = { createKey: () => 'CREATEKEY', deleteKey: () => undefined, deleteValue: () => 'DELETE', set: () => (operation.op === 'set' ? action(operation.data) : undefined) }[operation.op]();
  const lines = [section, key.path, operation.op === 'createKey' ? WHOLE_KEY : name === '' ? DEFAULT_VALUE : name, said];
  const fits = lines.every((line) => line !== undefined && isOneLine(line)) && !isSpecial(name);
  return fits ? lines.filter((line) => line !== undefined) : undefined;
}

/** The text of a file for `LGPO.exe /t`. */
export function lgpoText(operations: readonly Operation[]): string {
  const entries = spellEach(operations, entry, (operation) => [`; ${unsaid(operation)}`]);
  return entries.map((lines) => [...lines, '', ''].join(NEWLINE)).join('');
}
