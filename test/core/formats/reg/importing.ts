// Shared by the tests of the .reg format: what an import leaves behind, as `name=type:data`, so that a case reads as one line.
import { explainImport, type ImportExplanation } from '../../../../src/core/formats/reg/explain';

export const V5 = 'Windows Registry Editor Version 5.00';
export const V4 = 'REGEDIT4';
export const KEY = 'HKEY_CURRENT_USER\\Software\\Case';

/** A file as regedit stores it: UTF-16LE with its mark for v5, one byte a character for v4. */
export function fileBytes(text: string): Uint8Array {
  return text.trimStart().startsWith(V5) ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text, 'latin1');
}

export function importText(text: string): ImportExplanation {
  return explainImport(fileBytes(text));
}

/** The values set by these lines under one key, in order; skipped lines leave nothing. */
export function valuesOf(lines: readonly string[], header = V5): string[] {
  return importText([header, '', `[${KEY}]`, ...lines, ''].join('\r\n'))
    .operations.filter(({ op }) => op !== 'createKey')
    .map(({ op, name, type, data }) => (op === 'set' ? `${name ?? ''}=${String(type)}:${data ?? ''}` : `${op} ${name ?? ''}`));
}
