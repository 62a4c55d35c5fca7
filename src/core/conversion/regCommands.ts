// A .reg file as commands of reg.exe, for a batch file. Quoting is done twice: as the C runtime splits arguments (backslashes before a
// quote are doubled, a quote is escaped), then as cmd.exe reads the line (a percent sign is doubled; where an argument holds a quote,
// every character that means something to cmd gets a caret, because cmd counts quotes without knowing escapes).

import { keyText } from '../registry/place';
import { hexText, typeName, type ValueData } from '../registry/valueData';
import { exactData } from './exactText';
import { spellEach, type Operation } from './operations';
import { hasLoneSurrogate, unsaid } from './unsaid';

const NEWLINE = '\r\n';
/** What reg.exe splits a list at where it is told nothing else: the two characters. */
const SEPARATOR = '\\0';
/** What cmd.exe reads as one line (8191 characters) with its line end. What is over would be run as a line of its own. */
const LINE_LIMIT = 8189;

function argument(text: string): string {
  const quoted = `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
  const safe = text.includes('"') ? quoted.replace(/[()!^"<>&|]/g, '^$&') : quoted;
  return safe.replaceAll('%', '%%');
}

const nameArgument = (name: string): string => (name === '' ? '/ve' : `/v ${argument(name)}`);

function dataArguments(data: ValueData): string | undefined {
  const exact = exactData(data);
  const type = `/t ${typeName(data.type)}`;
  switch (exact?.kind) {
    case undefined:
      return undefined;
    case 'number':
      return `${type} /d ${exact.value.toString()}`;
    case 'bytes':
      return exact.bytes.length === 0 ? type : `${type} /d ${hexText(exact.bytes)}`;
    case 'text':
      return isOneLine(exact.text) ? `${type} /d ${argument(exact.text)}` : undefined;
    case 'texts': {
      const joined = exact.texts.join(SEPARATOR);
      // How reg.exe stores an empty list is not known.
      return exact.texts.length === 0 || exact.texts.some((text) => text.includes(SEPARATOR)) || !isOneLine(joined) ? undefined : `${type} /d ${argument(joined)}`;
    }
  }
}

/** A batch file has no way to say a line end or another control character, nor half a character. */
function isOneLine(text: string): boolean {
  return !/[\0-\x1f]/.test(text) && !hasLoneSurrogate(text);
}

function command(operation: Operation): string | undefined {
  const key = keyText(operation.key);
  const name = 'name' in operation ? operation.name : '';
  // reg.exe does not know the root of Windows 95.
  if (!isOneLine(`${key}${name}`) || operation.key.hive === 'HKEY_DYN_DATA') return undefined;
  switch (operation.op) {
    case 'createKey':
      return `reg add ${argument(key)} /f`;
    case 'deleteKey':
      return `reg delete ${argument(key)} /f`;
    case 'deleteValue':
      return `reg delete ${argument(key)} ${nameArgument(name)} /f`;
    case 'set': {
      const data = dataArguments(operation.data);
      return data === undefined ? undefined : `reg add ${argument(key)} ${nameArgument(name)} ${data} /f`;
    }
  }
}

function line(operation: Operation): string | undefined {
  const written = command(operation);
  return written === undefined || written.length > LINE_LIMIT ? undefined : written;
}

/** The text of a .cmd file. */
export function regCommands(operations: readonly Operation[]): string {
  const commands = spellEach(operations, line, (operation) => `rem ${unsaid(operation)}`);
  return ['@echo off', 'setlocal DisableDelayedExpansion', 'chcp 65001 >nul', ...commands].map((text) => text + NEWLINE).join('');
}
