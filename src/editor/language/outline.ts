// Outline, breadcrumbs and "go to symbol": keys and the values under them. And what can be folded.

import * as vscode from 'vscode';
import type { Fold } from '../../core/language/folding';
import type { RegSymbol } from '../../core/language/symbols';
import { editorRange } from '../convert';
import type { LintedDocuments } from '../documents';
import { fileSelector } from '../lintedFiles';
import { ask } from './ask';

const kinds: Readonly<Record<RegSymbol['kind'], vscode.SymbolKind>> = {
  key: vscode.SymbolKind.Namespace,
  deletedKey: vscode.SymbolKind.Null,
  number: vscode.SymbolKind.Number,
  text: vscode.SymbolKind.String,
  bytes: vscode.SymbolKind.Array,
  deletedValue: vscode.SymbolKind.Null,
  damaged: vscode.SymbolKind.Event,
};

function symbolOf(document: vscode.TextDocument, { kind, name, detail, range, selection, children }: RegSymbol): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(name, detail, kinds[kind], editorRange(document, range), editorRange(document, selection));
  symbol.children = children.map((child) => symbolOf(document, child));
  return symbol;
}

export function showOutline(documents: LintedDocuments): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(fileSelector, {
    provideDocumentSymbols: (document, token) =>
      ask(documents, document, token, (language) => language.symbols().map((symbol) => symbolOf(document, symbol))),
  });
}

function foldingKind(kind: Fold['kind']): vscode.FoldingRangeKind | undefined {
  if (kind === 'comment') return vscode.FoldingRangeKind.Comment;
  return kind === 'region' ? vscode.FoldingRangeKind.Region : undefined;
}

export function offerFolding(documents: LintedDocuments): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(fileSelector, {
    provideFoldingRanges: (document, _context, token) =>
      ask(documents, document, token, (language) =>
        language.folds().map(({ kind, range }) => {
          const { start, end } = editorRange(document, range);
          return new vscode.FoldingRange(start.line, end.line, foldingKind(kind));
        }),
      ),
  });
}
