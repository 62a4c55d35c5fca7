// How a document's file was decoded. The editor tells the encoding but not whether UTF-16 was announced by a byte order mark or
// guessed from its zero bytes, nor whether a last half character was dropped, and Windows cares: the file itself answers that.

import * as vscode from 'vscode';
import type { TextEncodingSeen } from '../core/lint/linter';

export interface Source {
  readonly seen: TextEncodingSeen;
  /** A UTF-16 file with an odd number of bytes. */
  readonly cutMidCharacter: boolean;
}

/** A file that is not saved yet, or has changes, will be whole and get its mark: the editor writes one with every UTF-16 file. */
const asSaved = { bom: true, cutMidCharacter: false };

export async function readSource(document: vscode.TextDocument): Promise<Source> {
  switch (document.encoding) {
    case 'utf8':
      return { seen: { encoding: 'utf-8', bom: false }, cutMidCharacter: false };
    case 'utf8bom':
      return { seen: { encoding: 'utf-8', bom: true }, cutMidCharacter: false };
    case 'utf16le':
    case 'utf16be': {
      const { bom, cutMidCharacter } = await readUtf16(document);
      return { seen: { encoding: document.encoding === 'utf16le' ? 'utf-16le' : 'utf-16be', bom }, cutMidCharacter };
    }
    default:
      return { seen: { encoding: '8-bit', bom: false }, cutMidCharacter: false };
  }
}

async function readUtf16(document: vscode.TextDocument): Promise<typeof asSaved> {
  if (document.isUntitled || document.isDirty) return asSaved;
  try {
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    const [first, second] = bytes;
    const bom = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    return { bom, cutMidCharacter: bytes.length % 2 !== 0 };
  } catch (error) {
    // Gone or unreadable since it was opened: what would be saved counts.
    if (error instanceof vscode.FileSystemError) return asSaved;
    throw error;
  }
}
