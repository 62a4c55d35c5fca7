// Formatting of a file or of a selection, in the registry editor's own style.

import * as vscode from 'vscode';
import type { TextEdit } from '../../core/text/edits';
import { editorRange } from '../convert';
import type { LintedDocuments } from '../documents';
import { fileSelector } from '../lintedFiles';
import { ask } from './ask';

export function offerFormatting(documents: LintedDocuments): vscode.Disposable {
  const toEditor = (document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.TextEdit[] =>
    edits.map(({ range, newText }) => new vscode.TextEdit(editorRange(document, range), newText));
  return vscode.Disposable.from(
    vscode.languages.registerDocumentFormattingEditProvider(fileSelector, {
      provideDocumentFormattingEdits: (document, _options, token) =>
        ask(documents, document, token, (language) => toEditor(document, language.format())),
    }),
    vscode.languages.registerDocumentRangeFormattingEditProvider(fileSelector, {
      provideDocumentRangeFormattingEdits: (document, range, _options, token) => {
        const lines = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        return ask(documents, document, token, (language) => toEditor(document, language.format(lines)));
      },
    }),
  );
}
