// Which documents have findings. Of XML only what group policy writes is ours: its first kilobyte tells, before anything is loaded.

import * as vscode from 'vscode';
import { xmlFormat } from '../core/formats/xml/rootElement';

/** Every scheme: a .reg file in a virtual workspace is as wrong as one on disk. {@link isOurs} leaves out the copies of old versions. */
export const fileSelector: vscode.DocumentFilter = { language: 'reg', scheme: '*' };

/** The text formats of group policy: templates, LGPO text, and XML, most of which is somebody else's. */
const policyLanguages: readonly string[] = ['gpttmpl', 'lgpo', 'xml'];

export const policySelector: readonly vscode.DocumentFilter[] = policyLanguages.map((language) => ({ language, scheme: '*' }));

/** Those of them that are read line by line; for XML the editor knows outline and folds itself. */
export const policyLinesSelector = policySelector.filter(({ language }) => language !== 'xml');

/** Everything that can have findings. */
export const lintedSelector: readonly vscode.DocumentFilter[] = [fileSelector, ...policySelector];

const XML_HEAD = 1024;

export function isReg(document: vscode.TextDocument): boolean {
  return !document.isClosed && document.languageId === fileSelector.language;
}

/** The start of a text, without a copy of a first line that may be all of it. */
function headOf(document: vscode.TextDocument): string {
  let head = '';
  for (let line = 0; line < document.lineCount && head.length < XML_HEAD; line++) head += `${document.lineAt(line).text.slice(0, XML_HEAD)}\n`;
  return head;
}

/** Whether it is ours to lint is another question: {@link isOurs}. */
export function isPolicy(document: vscode.TextDocument): boolean {
  if (document.isClosed || !policyLanguages.includes(document.languageId)) return false;
  return document.languageId !== 'xml' || xmlFormat(headOf(document)) !== undefined;
}

/** Not the left side of a comparison with a commit: its read-only copy would repeat every problem. */
export function isOurs(document: vscode.TextDocument): boolean {
  if (!isReg(document) && !isPolicy(document)) return false;
  if (document.isUntitled || vscode.workspace.getWorkspaceFolder(document.uri) !== undefined) return true;
  return vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === true;
}
