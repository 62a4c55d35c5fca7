// Hover: what a value holds and means, what a key is.

import * as vscode from 'vscode';
import { editorRange } from '../convert';
import type { LintedDocuments } from '../documents';
import { fileSelector } from '../lintedFiles';
import { ask } from './ask';
import { factsMarkdown } from './factsMarkdown';

export function showHovers(documents: LintedDocuments): vscode.Disposable {
  return vscode.languages.registerHoverProvider(fileSelector, {
    provideHover: (document, position, token) =>
      ask(documents, document, token, (language) => {
        const hover = language.hover(document.offsetAt(position));
        return hover === undefined ? undefined : new vscode.Hover(factsMarkdown(hover), editorRange(document, hover.range));
      }),
  });
}
