// Outline, breadcrumbs and "go to symbol": keys and the values under them. And what can be folded.

import * as vscode from 'vscode';
import type { Fold } from '../../core/language/folding';
import type { RegSymbol } from '../../core/language/symbols';
import { editorRange } from '../convert';
import type { LintedDocuments } from '../documents';
import { fileSelector, policyLinesSelector } from '../lintedFiles';
import { ask, askPolicy } from './ask';

const kinds: Readonly<Record<RegSymbol['kind'], vscode.SymbolKind>> = {
  key: vscode.SymbolKind.Namespace,
  deletedKey: vscode.SymbolKind.Null,
  number: vscode.SymbolKind.Number,
  text: vscode.SymbolKind.String,
  bytes: vscode.SymbolKind.Array,
  deletedValue: vscode.SymbolKind.Null,
  damaged: vscode.SymbolKind.Event,
  list: vscode.SymbolKind.Array,
  service: vscode.SymbolKind.Object,
};

function symbolOf(document: vscode.TextDocument, { kind, name, detail, range, selection, children }: RegSymbol): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(name, detail, kinds[kind], editorRange(document, range), editorRange(document, selection));
  symbol.children = children.map((child) => symbolOf(document, child));
  return symbol;
}

export function showOutline(documents: LintedDocuments): vscode.Disposable {
  const shown = (document: vscode.TextDocument, symbols: readonly RegSymbol[]): vscode.DocumentSymbol[] => symbols.map((symbol) => symbolOf(document, symbol));
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(fileSelector, {
      provideDocumentSymbols: (document, token) => ask(documents, document, token, (language) => shown(document, language.symbols())),
    }),
    vscode.languages.registerDocumentSymbolProvider(policyLinesSelector, {
      provideDocumentSymbols: (document, token) => askPolicy(documents, document, token, (result) => shown(document, result.symbols())),
    }),
  );
}

function foldingKind(kind: Fold['kind']): vscode.FoldingRangeKind | undefined {
  if (kind === 'comment') return vscode.FoldingRangeKind.Comment;
  return kind === 'region' ? vscode.FoldingRangeKind.Region : undefined;
}

export function offerFolding(documents: LintedDocuments): vscode.Disposable {
  const folded = (document: vscode.TextDocument, folds: readonly Fold[]): vscode.FoldingRange[] =>
    folds.map(({ kind, range }) => {
      const { start, end } = editorRange(document, range);
      return new vscode.FoldingRange(start.line, end.line, foldingKind(kind));
    });
  return vscode.Disposable.from(
    vscode.languages.registerFoldingRangeProvider(fileSelector, {
      provideFoldingRanges: (document, _context, token) => ask(documents, document, token, (language) => folded(document, language.folds())),
    }),
    vscode.languages.registerFoldingRangeProvider(policyLinesSelector, {
      provideFoldingRanges: (document, _context, token) => askPolicy(documents, document, token, (result) => folded(document, result.folds())),
    }),
  );
}
