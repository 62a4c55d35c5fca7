// Rule codes in comments that suppress findings lead to the page of the rule.

import * as vscode from 'vscode';
import { editorRange } from '../convert';
import type { LintedDocuments } from '../documents';
import { fileSelector } from '../lintedFiles';
import { isRuleCode, ruleUri } from '../ruleUri';
import { ask } from './ask';

export function linkSuppressedCodes(documents: LintedDocuments): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(fileSelector, {
    provideDocumentLinks: (document, token) =>
      ask(documents, document, token, (language) =>
        language.suppressedCodes().flatMap(({ code, range }) => (isRuleCode(code) ? [new vscode.DocumentLink(editorRange(document, range), ruleUri(code))] : [])),
      ),
  });
}
