// Operations as a .reg file, Version 5.00, as regedit writes it. What a line between quotes cannot say (a NUL in a name, a line break)
// has no spelling in a .reg file and is left out; the caller is told which.

import { headerV5 } from '../formats/reg/header';
import { escapeText } from '../formats/reg/stringData';
import { formatData } from '../formats/reg/writer';
import { englishInFile } from '../messages/englishInFiles';
import { message } from '../messages/message';
import { keyText, type RegistryKey } from '../registry/place';
import type { Operation } from './operations';

const NEWLINE = '\r\n';

export interface RegFileText {
  readonly text: string;
  readonly unwritable: readonly Operation[];
}

/** Whether a .reg file has a spelling for this. */
export function canBeWritten(operation: Operation): boolean {
  const name = operation.op === 'set' || operation.op === 'deleteValue' ? operation.name : '';
  // "@" in quotes would be read as the default value.
  return name !== '@' && !/[\r\n\0]/.test(keyText(operation.key) + name);
}

/** @param data the right side, from the column where it starts */
export function valueLine(name: string, data: (column: number) => string): string {
  const left = name === '' ? '@=' : `"${escapeText(name)}"=`;
  return left + data(left.length);
}

/** The file as text for a person: what it cannot say stands in comments at its end. */
export function regFileText(operations: readonly Operation[]): string {
  const { text, unwritable } = writeRegFile(operations);
  return text + unwritable.map(({ key }) => `; ${englishInFile(message('convert.unwritable', keyText(key)))}${NEWLINE}`).join('');
}

export function writeRegFile(operations: readonly Operation[]): RegFileText {
  const lines = [headerV5];
  const unwritable: Operation[] = [];
  let open: RegistryKey | undefined;
  const enter = (key: RegistryKey): void => {
    if (open !== undefined && keyText(open) === keyText(key)) return;
    lines.push('', `[${keyText(key)}]`);
    open = key;
  };
  for (const operation of operations) {
    if (!canBeWritten(operation)) unwritable.push(operation);
    else if (operation.op === 'deleteKey') {
      lines.push('', `[-${keyText(operation.key)}]`);
      open = undefined;
    } else {
      enter(operation.key);
      if (operation.op === 'set') lines.push(valueLine(operation.name, (column) => formatData(operation.data, 'v5', column, NEWLINE)));
      if (operation.op === 'deleteValue') lines.push(valueLine(operation.name, () => '-'));
    }
  }
  return { text: [...lines, '', ''].join(NEWLINE), unwritable };
}
