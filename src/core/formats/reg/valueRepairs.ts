// Fixes for value lines: text edits that make the line say what it plainly means. Where a guess would be needed, there is none.

import { message } from '../../messages/message';
import { stringData, utf16Bytes, valueType } from '../../registry/valueData';
import type { Remedy } from '../../remedies/remedy';
import type { TextEdit } from '../../text/edits';
import { isBlank, lineEnd, nextLine, skipBlanks } from './characters';
import { continuesAsHex } from './hexData';
import { CURLY, endingData, endingLine, endOfBytes, insertAt, repairLine } from './keyRepairs';
import type { Dialect, ValueNode, ValueProblem } from './nodes';
import { escapeText } from './stringData';
import { newlineOf } from './spelling';
import { formatHex } from './writer';

type ProblemOf<K extends ValueProblem['kind']> = Extract<ValueProblem, { kind: K }>;

function dataText(text: string, node: ValueNode): string {
  return text.slice(node.data.start, node.data.end);
}

function repairName(text: string, node: ValueNode, problem: ProblemOf<'name'>): readonly Remedy[] {
  if (problem.what === 'noEquals') return [];
  const equals = text.slice(node.start, node.end).indexOf('=');
  return equals < 0 ? [] : [repairLine(message('repair.closeName'), insertAt(node.start + equals, '"'), ...endingData(text, skipBlanks(text, node.start + equals + 1)))];
}

function repairDword(text: string, node: ValueNode): readonly Remedy[] {
  const written = dataText(text, node).slice('dword:'.length).trim();
  const write = (digits: string): readonly Remedy[] => {
    const wanted = `dword:${digits}`;
    return [repairLine(message('repair.writeDword', wanted), { range: node.data, newText: wanted })];
  };
  const prefixed = /^0x([0-9a-f]{1,8})$/i.exec(written)?.[1];
  if (prefixed !== undefined) return write(prefixed.padStart(8, '0'));
  const zeros = /^0+([0-9a-f]{8})$/i.exec(written)?.[1];
  if (zeros !== undefined) return write(zeros);
  return written === '-1' ? write('ffffffff') : [];
}

/** The text between the outermost quotes of the line, with every backslash and inner quote that is not escaped made literal. */
function rewriteString(text: string, node: ValueNode, title: Remedy['title']): readonly Remedy[] {
  const line = dataText(text, node);
  const last = line.lastIndexOf('"');
  const inner = last > 0 ? line.slice(1, last) : line.slice(1);
  const plain = inner.replace(/\\([\\"])|\\|"/g, (match, escaped: string | undefined) => (escaped === undefined ? `\\${match}` : match));
  const end = last > 0 ? node.data.start + last + 1 : node.data.end;
  return [repairLine(title, { range: { start: node.data.start, end }, newText: `"${plain}"` })];
}

function repairString(text: string, node: ValueNode, problem: ProblemOf<'string'>): readonly Remedy[] {
  switch (problem.what) {
    case 'badEscape':
      return rewriteString(text, node, message('repair.doubleBackslashes'));
    case 'strayQuote':
      return rewriteString(text, node, message('repair.escapeQuotes'));
    case 'noClosingQuote':
      return [repairLine(message('repair.closeString'), insertAt(node.data.end, '"'))];
    case 'curlyQuotes':
      return [repairLine(message('repair.straightQuotes'), { range: node.data, newText: dataText(text, node).replace(CURLY, '"') })];
  }
}

function commentRest(start: number, text: string, ...others: readonly TextEdit[]): readonly Remedy[] {
  const hash = text[start] === '#';
  const edit: TextEdit = hash ? { range: { start, end: start + 1 }, newText: ';' } : insertAt(start, isBlank(text.charCodeAt(start - 1)) ? ';' : ' ;');
  return [repairLine(message('repair.commentWithSemicolon'), edit, ...others)];
}

/** Inside data that goes on, the next line that starts with `#` would end it in the same way. */
function hashLinesAfter(text: string, hash: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const line = text.slice(Math.max(text.lastIndexOf('\n', hash), text.lastIndexOf('\r', hash)) + 1, hash).trim();
  if (line !== '' && !line.endsWith('\\')) return edits;
  for (let at = nextLine(text, lineEnd(text, hash)); at < text.length; at = nextLine(text, lineEnd(text, at))) {
    const first = skipBlanks(text, at);
    const sign = text.charAt(first);
    if (sign === '#') edits.push({ range: { start: first, end: first + 1 }, newText: ';' });
    else if (sign !== ';' && first < lineEnd(text, at)) break;
  }
  return edits;
}

/** The value line that was taken for data and is one again: a backslash too many at its end would now take the next line in its turn. */
function endingFreed(text: string, from: number): readonly TextEdit[] {
  const start = nextLine(text, lineEnd(text, from));
  const name = /^[ \t]*(?:@|"(?:[^"\\\r\n]|\\.)*")[ \t]*=[ \t]*/.exec(text.slice(start, lineEnd(text, start)))?.[0];
  return name === undefined ? [] : endingData(text, start + name.length);
}

function repairHex(text: string, node: ValueNode, problem: ProblemOf<'hex'>): readonly Remedy[] {
  const { start, end } = problem.at;
  switch (problem.what) {
    case 'noCommaBeforeBackslash': {
      const next = nextLine(text, lineEnd(text, start));
      const comma = /^[ \t]*,/.exec(text.slice(next, lineEnd(text, next)))?.[0];
      // With a comma the backslash would work, and take a line that is no data with it.
      if (!continuesAsHex(text, start)) return [repairLine(message('repair.removeContinuation'), { range: { start, end: start + 1 }, newText: '' })];
      const edits = [insertAt(start, ',')];
      if (comma !== undefined) edits.push({ range: { start: next + comma.length - 1, end: next + comma.length }, newText: '' });
      return [repairLine(message('repair.addComma'), ...edits)];
    }
    case 'hashComment': {
      const hash = text.indexOf('#', start);
      return hash < 0 || hash >= Math.max(end, start + 1) ? [] : commentRest(hash, text, ...hashLinesAfter(text, hash), ...endingData(text, node.data.start));
    }
    case 'badType': {
      const number = /^\(0?x?([0-9a-f]{1,8})\)$/i.exec(text.slice(start, end))?.[1];
      if (number === undefined) return [];
      return [repairLine(message('repair.writeHexType', `hex(${number})`), { range: { start, end }, newText: `(${number})` }, ...endingData(text, node.data.start))];
    }
    case 'continuationEmpty': {
      return [repairLine(message('repair.removeContinuation'), { range: { start: endOfBytes(text, start), end }, newText: '' }, ...endingFreed(text, end))];
    }
    case 'byteTooLarge':
    case 'notHex':
    case 'splitByte':
    case 'strayBackslash':
      return [];
  }
}

/** `,\` at the end of every line but the last of data that was cut short. */
export function repairCut(text: string, node: ValueNode): readonly Remedy[] {
  if (node.lost === undefined) return [];
  const edits: TextEdit[] = [];
  let at = node.data.end;
  for (;;) {
    const end = lineEnd(text, at);
    // The last line ends the data.
    if (end >= node.lost.range.end) break;
    const line = text.slice(at, end);
    const comment = line.indexOf(';');
    let dataEnd = at + (comment < 0 ? line.length : comment);
    while (dataEnd > at && isBlank(text.charCodeAt(dataEnd - 1))) dataEnd--;
    const last = text[dataEnd - 1];
    if (last !== '\\') edits.push(insertAt(dataEnd, last === ',' ? '\\' : ',\\'));
    at = nextLine(text, end);
  }
  return edits.length === 0 ? [] : [repairLine(message('repair.continueLines'), ...edits, ...endingLine(text, at))];
}

function repairMultiLine(text: string, node: ValueNode, dialect: Dialect): readonly Remedy[] {
  const content = dataText(text, node).slice(1, -1).replace(/\\([\\"])/g, '$1');
  const bytes = dialect === 'v4' ? undefined : utf16Bytes(`${content}\0`);
  if (bytes === undefined) return [];
  const newText = formatHex(valueType.sz, bytes, node.data.start - node.start, newlineOf(text));
  return [repairLine(message('repair.writeAsHex'), { range: node.data, newText })];
}

function repairData(text: string, node: ValueNode, dialect: Dialect): readonly Remedy[] {
  const written = dataText(text, node);
  const typed = /^str\((\d+)\):"(.*)"$/.exec(written);
  if (typed !== null && dialect !== 'v4') {
    const data = stringData((typed[2] ?? '').replace(/\\([\\"])/g, '$1'), Number(typed[1]));
    const newText = formatHex(data.type, data.bytes, node.data.start - node.start, newlineOf(text));
    return [repairLine(message('repair.writeAsHex'), { range: node.data, newText })];
  }
  // Words and paths are plainly text; a bare number or a type name could be meant otherwise.
  if (!/^[a-z%\\]/i.test(written) || /:|^(?:0x|REG_|hex|dword)/i.test(written.replace(/^[a-z]:\\/i, ''))) return [];
  const inner = written.replace(/"$/, '');
  return [repairLine(message('repair.quoteData'), { range: node.data, newText: `"${escapeText(inner)}"` })];
}

/** The fixes for the problem of a value line. */
export function repairValue(text: string, node: ValueNode, problem: ValueProblem, dialect: Dialect): readonly Remedy[] {
  switch (problem.kind) {
    case 'name':
      return repairName(text, node, problem);
    case 'dword':
      return repairDword(text, node);
    case 'string':
      return repairString(text, node, problem);
    case 'multiLine':
      return repairMultiLine(text, node, dialect);
    case 'hex':
      return repairHex(text, node, problem);
    case 'trailing':
      return commentRest(problem.at.start, text);
    case 'delete': {
      const hash = text.indexOf('#', problem.at.start);
      return hash >= 0 && text.slice(problem.at.start, hash).trim() === '' ? commentRest(hash, text) : [];
    }
    case 'typeUpperCase': {
      const word = text.slice(problem.at.start, problem.at.end);
      return [repairLine(message('repair.lowerCaseType', word), { range: problem.at, newText: word.toLowerCase() }, ...endingData(text, node.data.start))];
    }
    case 'data':
      return repairData(text, node, dialect);
  }
}

/** Adds what a REG_MULTI_SZ lacks at its end. */
export function repairListEnd(text: string, node: ValueNode, dialect: Dialect, missing: number): readonly Remedy[] {
  const nuls = (dialect === 'v4' ? ',00' : ',00,00').repeat(missing);
  const afterComma = text[node.data.end - 1] === ',';
  return [repairLine(message('repair.addNul'), insertAt(node.data.end, afterComma ? nuls.slice(1) : nuls))];
}
