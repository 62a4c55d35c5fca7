// A .reg file as the text that Microsoft's LGPO.exe reads (`/t`): four lines an entry. It knows two roots, computer and user, and takes
// the rest of the line as data, so what has a line end or another type is left to a comment.

import { english, message } from '../messages/message';
import { keyText, type RegistryKey } from '../registry/place';
import { valueType, type ValueData } from '../registry/valueData';
import { exactData } from './exactText';
import { withoutNeedlessKeys, type Operation } from './operations';

const NEWLINE = '\r\n';
const DEFAULT_VALUE = '(Default)';
const WHOLE_KEY = '*';
const SEPARATOR = '\\0';

const sections: Partial<Record<RegistryKey['hive'], string>> = { HKEY_LOCAL_MACHINE: 'Computer', HKEY_CURRENT_USER: 'User' };

function action(data: ValueData): string | undefined {
  const exact = exactData(data);
  switch (exact?.kind) {
    case 'number':
      return data.type === valueType.dword ? `DWORD:${exact.value.toString()}` : undefined;
    case 'text':
      return `${data.type === valueType.sz ? 'SZ' : 'EXSZ'}:${exact.text.replaceAll('\\', '\\\\')}`;
    case 'texts':
      return exact.texts.some((text) => text.includes('\\')) ? undefined : `MULTISZ:${exact.texts.join(SEPARATOR)}`;
    case 'bytes':
      return data.type === valueType.binary ? `BINARY:${Array.from(exact.bytes, (byte) => byte.toString(16).padStart(2, '0')).join(',')}` : undefined;
    case undefined:
      return undefined;
  }
}

function entry(operation: Operation): readonly string[] {
  const { key } = operation;
  const section = sections[key.hive];
  const name = 'name' in operation ? operation.name : '';
  const said = { createKey: () => 'CREATEKEY', deleteKey: () => undefined, deleteValue: () => 'DELETE', set: () => (operation.op === 'set' ? action(operation.data) : undefined) }[operation.op]();
  const lines = [section, key.path, operation.op === 'createKey' ? WHOLE_KEY : name === '' ? DEFAULT_VALUE : name, said];
  // An entry is four lines and nothing else; blanks at their ends would be lost.
  const fits = lines.every((line) => line !== undefined && line.trim() === line && line !== '' && !/[\0-\x1f]/.test(line));
  if (!fits) return [`; ${english(message('convert.cannotSay', `${keyText(key)} ${name}`.replace(/[\0-\x1f]+/g, ' ')))}`];
  return lines.filter((line) => line !== undefined);
}

/** The text of a file for `LGPO.exe /t`. */
export function lgpoText(operations: readonly Operation[]): string {
  return withoutNeedlessKeys(operations).map((operation) => [...entry(operation), '', ''].join(NEWLINE)).join('');
}
