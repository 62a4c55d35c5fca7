// The shape of a report: its sections as outline and as folds, with the lines that are marked below them.

import * as vscode from 'vscode';
import { REPORT_SCHEME } from './reportUri';

export const reportSelector: vscode.DocumentFilter = { scheme: REPORT_SCHEME };

interface Section {
  readonly head: vscode.TextLine;
  readonly lines: readonly vscode.TextLine[];
}

/** Lines that start at the margin and have indented lines below them. */
function sectionsOf(document: vscode.TextDocument): readonly Section[] {
  const lines = Array.from({ length: document.lineCount }, (_, index) => document.lineAt(index));
  const isInside = ({ text }: vscode.TextLine): boolean => /^\s+\S/.test(text);
  const sections: { readonly head: vscode.TextLine; readonly lines: vscode.TextLine[] }[] = [];
  for (const line of lines) {
    if (/^\S/.test(line.text)) sections.push({ head: line, lines: [] });
    else if (isInside(line)) sections.at(-1)?.lines.push(line);
  }
  return sections.filter((section) => section.lines.length > 0);
}

const firstColumn = (text: string): string => text.split(/\s{2,}/)[0] ?? text;

function symbolOf({ head, lines }: Section): vscode.DocumentSymbol {
  const title = firstColumn(head.text.replace(/^(\d+)\s+/, '$1 '));
  const range = head.range.union(lines.at(-1)?.range ?? head.range);
  const symbol = new vscode.DocumentSymbol(title, '', vscode.SymbolKind.Namespace, range, head.range);
  symbol.children = lines.flatMap(({ text, range: at }) => {
    const [, mark, rest] = /^\s*([✖⚠])\s+(.*)$/u.exec(text) ?? [];
    if (mark === undefined || rest === undefined) return [];
    return [new vscode.DocumentSymbol(`${mark} ${firstColumn(rest)}`, '', mark === '✖' ? vscode.SymbolKind.Event : vscode.SymbolKind.Property, at, at)];
  });
  return symbol;
}

export function structureReports(selector: vscode.DocumentSelector): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(selector, { provideDocumentSymbols: (document) => sectionsOf(document).map(symbolOf) }),
    vscode.languages.registerFoldingRangeProvider(selector, {
      provideFoldingRanges: (document) =>
        sectionsOf(document).map(({ head, lines }) => new vscode.FoldingRange(head.lineNumber, lines.at(-1)?.lineNumber ?? head.lineNumber, vscode.FoldingRangeKind.Region)),
    }),
  );
}
