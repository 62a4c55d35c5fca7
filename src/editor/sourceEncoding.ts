// How a document's file was decoded. The editor tells the encoding but not whether UTF-16 was announced by a byte order mark or
// guessed from its zero bytes, and Windows treats the two differently: the file itself answers that.

import * as vscode from 'vscode';
import type { TextEncodingSeen } from '../core/lint/linter';

export async function encodingSeen(document: vscode.TextDocument): Promise<TextEncodingSeen> {
  switch (document.encoding) {
    case 'utf8':
      return { encoding: 'utf-8', bom: false };
    case 'utf8bom':
      return { encoding: 'utf-8', bom: true };
    case 'utf16le':
      return { encoding: 'utf-16le', bom: await startsWithBom(document) };
    case 'utf16be':
      return { encoding: 'utf-16be', bom: await startsWithBom(document) };
    default:
      return { encoding: '8-bit', bom: false };
  }
}

/** A file that is not saved yet, or has changes, will get its mark: the editor writes one with every UTF-16 file. */
async function startsWithBom(document: vscode.TextDocument): Promise<boolean> {
  if (document.isUntitled || document.isDirty) return true;
  try {
    const [first, second] = await vscode.workspace.fs.readFile(document.uri);
    return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  } catch (error) {
    // Gone or unreadable since it was opened: what would be saved counts.
    if (error instanceof vscode.FileSystemError) return true;
    throw error;
  }
}
