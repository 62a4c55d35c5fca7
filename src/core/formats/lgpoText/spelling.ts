// How LGPO text spells data, and which lines can stand in it: LGPO.exe takes four lines an entry and the rest of a line as it is, so what
// has a line end, blanks at its ends or another type cannot be said. Backslashes in texts are doubled, as LGPO.exe writes them.

import { exactData } from '../../conversion/exactText';
import { hasLoneSurrogate } from '../../conversion/unsaid';
import { hexPairs, valueType, type ValueData } from '../../registry/valueData';

export const DEFAULT_VALUE = '(Default)';
/** In the place of a value name, where the action is about the key. */
export const WHOLE_KEY = '*';
export const SEPARATOR = '\\0';
/** Longer lines were cut by the tool's predecessor. */
export const LINE_LIMIT = 2047;

/** The fourth line of an entry that sets a value; undefined where no such line stores these very bytes. */
export function setAction(data: ValueData): string | undefined {
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
      return data.type === valueType.binary ? `BINARY:${hexPairs(exact.bytes, ',')}` : undefined;
    case undefined:
      return undefined;
  }
}

/** An entry is four lines and nothing else: blanks at their ends would be lost, and a semicolon would turn one into a comment. */
export function isEntryLine(line: string): boolean {
  return line !== '' && line.length <= LINE_LIMIT && line.trim() === line && !/^;|[\0-\x1f\x7f-\x9f\u2028\u2029]/.test(line) && !hasLoneSurrogate(line);
}

/** Names that mean something else: the whole key, the default value, and those by which group policy deletes values and keys. */
export function isReservedName(name: string): boolean {
  return name === WHOLE_KEY || name.startsWith('**') || name.toLowerCase() === DEFAULT_VALUE.toLowerCase();
}
