// Findings of files in the Problems panel and as squiggles.

import * as vscode from 'vscode';
import { editorRange } from './convert';
import type { LintedDocuments } from './documents';
import { diagnosticOf } from './findings';

export function publishDiagnostics(documents: LintedDocuments): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('rdpDiagnostics');
  return vscode.Disposable.from(
    collection,
    documents.onDidLint(({ document, result }) => {
      collection.set(
        document.uri,
        result.findings.map((finding) => diagnosticOf(document.uri, finding, (range) => editorRange(document, range))),
      );
    }),
    documents.onDidDrop((uri) => {
      collection.delete(uri);
    }),
  );
}
