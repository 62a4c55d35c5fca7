// A .reg file as commands of reg.exe, for a batch file. Quoting is done twice: as the C runtime splits arguments (backslashes before a
// quote are doubled, a quote is escaped), then as cmd.exe reads the line (a percent sign is doubled; where an argument holds a quote,
// every character that means something to cmd gets a caret, because cmd counts quotes without knowing escapes).

import { english, message } from '../messages/message';
import { keyText } from '../registry/place';
import { hexText, typeName, type ValueData } from '../registry/valueData';
import { exactData } from './exactText';
import { withoutNeedlessKeys, type Operation } from './operations';

const NEWLINE = '\r\n';
/** What reg.exe splits a list at where it is told nothing else: the two characters. */
const SEPARATOR = '\\0';

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

/** A batch file has no way to say a line end or another control character. */
function isOneLine(text: string): boolean {
  return !/[\0-\x1f]/.test(text);
}

function cannotSay(operation: Operation): string {
  const name = 'name' in operation ? operation.name : '';
  return `rem ${english(message('convert.cannotSay', `${keyText(operation.key)} ${name}`.replace(/[^\x20-\x7e]+|[&|<>^%]/g, '?')))}`;
}

function command(operation: Operation): string {
  const key = keyText(operation.key);
  const name = 'name' in operation ? operation.name : '';
  if (!isOneLine(`${key}${name}`)) return cannotSay(operation);
  switch (operation.op) {
    case 'createKey':
      return `reg add ${argument(key)} /f`;
    case 'deleteKey':
      return `reg delete ${argument(key)} /f`;
    case 'deleteValue':
      return `reg delete ${argument(key)} ${nameArgument(name)} /f`;
    case 'set': {
      const data = dataArguments(operation.data);
      return data === undefined ? cannotSay(operation) : `reg add ${argument(key)} ${nameArgument(name)} ${data} /f`;
    }
  }
}

/** The text of a .cmd file. */
export function regCommands(operations: readonly Operation[]): string {
  const lines = ['@echo off', 'setlocal DisableDelayedExpansion', 'chcp 65001 >nul', ...withoutNeedlessKeys(operations).map(command)];
  return lines.map((line) => line + NEWLINE).join('');
}
