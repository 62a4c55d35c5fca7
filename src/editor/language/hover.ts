// Hover: what a value holds and means, what a key is, who has a right.

import * as vscode from 'vscode';
import type { Hover } from '../../core/language/hover';
import { editorRange } from '../convert';
import type { LintedDocuments } from '../documents';
import { fileSelector, policySelector } from '../lintedFiles';
import { ask, askPolicy } from './ask';
import { factsMarkdown } from './factsMarkdown';

function shown(document: vscode.TextDocument, hover: Hover | undefined): vscode.Hover | undefined {
  return hover === undefined ? undefined : new vscode.Hover(factsMarkdown(hover), editorRange(document, hover.range));
}

export function showHovers(documents: LintedDocuments): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(fileSelector, {
      provideHover: (document, position, token) =>
        ask(documents, document, token, (language) => shown(document, language.hover(document.offsetAt(position)))),
    }),
    vscode.languages.registerHoverProvider(policySelector, {
      provideHover: (document, position, token) =>
        askPolicy(documents, document, token, (result) => shown(document, result.hoverAt(document.offsetAt(position)))),
    }),
  );
}
