// What has to be true of the whole file: the signature of a security template in [Version], and UTF-16LE with its mark. Group policy writes
// nothing else (MS-GPSB 2.2 asks for both); what Windows does with other files was not seen and is assumed.

import { message } from '../../messages/message';
import type { TextEncodingSeen } from '../../text/decode';
import type { TextEdit } from '../../text/edits';
import type { FaultSeen } from './lineFaults';
import { trimmed, wholeLine, type TemplateLines } from './lines';

const SIGNATURE = '$CHICAGO$';

/** Undefined where the encoding is the one group policy writes. */
export function encodingVariant({ encoding, bom }: TextEncodingSeen, hasNonAscii: boolean): string | undefined {
  if (encoding === 'utf-16le') return bom ? undefined : 'utf16WithoutBom';
  if (encoding === 'utf-16be') return 'utf16BigEndian';
  if (encoding === 'utf-8' && bom) return 'utf8Bom';
  return hasNonAscii ? 'ansi' : 'ascii';
}

/** The signature is missing or another one. */
export function headFault(text: string, { lines, heads }: TemplateLines): FaultSeen | undefined {
  for (const line of lines) {
    if (line.section !== 'version') continue;
    const [name = '', ...rest] = text.slice(line.start, line.end).split('=');
    if (name.trim().toLowerCase() !== 'signature') continue;
    const equals = line.start + name.length;
    const value = trimmed(text, { start: equals + 1, end: line.end });
    const written = rest.join('=').replace(/;.*$/, '').replaceAll('"', '').trim();
    if (written.toUpperCase() === SIGNATURE) return undefined;
    const edits = [{ range: value, newText: `"${SIGNATURE}"` }];
    return { at: line, args: ['wrong', written], remedies: [repair(edits)] };
  }
  const version = heads.find(({ section }) => section === 'version');
  const at = version ?? { start: 0, end: 0 };
  return { at, args: ['missing', ''], remedies: [repair([insertion(text, version === undefined ? undefined : wholeLine(text, version).end)])] };
}

function insertion(text: string, at: number | undefined): TextEdit {
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\r\n';
  const line = `signature="${SIGNATURE}"${newline}`;
  if (at === undefined) return { range: { start: 0, end: 0 }, newText: `[Version]${newline}${line}Revision=1${newline}` };
  const before = at > 0 && !/[\r\n]/.test(text[at - 1] ?? '') ? newline : '';
  return { range: { start: at, end: at }, newText: before + line };
}

function repair(edits: readonly TextEdit[]): NonNullable<FaultSeen['remedies']>[number] {
  return { title: message('repair.templateSignature'), effect: 'repairs-line', preferred: true, actions: [{ kind: 'editText', edits }] };
}
