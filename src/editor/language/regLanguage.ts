// The language features of .reg files, all over one reading of each version.

import * as vscode from 'vscode';
import type { LintedDocuments } from '../documents';
import { showHovers } from './hover';
import { offerFolding, showOutline } from './outline';

export function speakRegLanguage(documents: LintedDocuments): vscode.Disposable {
  return vscode.Disposable.from(showHovers(documents), showOutline(documents), offerFolding(documents));
}
