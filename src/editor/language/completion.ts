// Completion: keys, value names and data that Remote Desktop knows, with what the table of settings says about them.

import * as vscode from 'vscode';
import type { Completion } from '../../core/language/completion';
import { editorRange } from '../convert';
import type { LintedDocuments } from '../documents';
import { fileSelector } from '../lintedFiles';
import { ask } from './ask';
import { factsMarkdown } from './factsMarkdown';

const kinds: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  header: vscode.CompletionItemKind.File,
  key: vscode.CompletionItemKind.Folder,
  name: vscode.CompletionItemKind.Property,
  data: vscode.CompletionItemKind.EnumMember,
  form: vscode.CompletionItemKind.Keyword,
};

function itemOf(document: vscode.TextDocument, completion: Completion, index: number): vscode.CompletionItem {
  const { label, detail, insert, filter, range, facts, more } = completion;
  const item = new vscode.CompletionItem(detail === '' ? label : { label, description: detail }, kinds[completion.kind]);
  item.insertText = insert;
  item.filterText = filter;
  item.sortText = String(index).padStart(5, '0');
  item.range = editorRange(document, range);
  if (facts.length > 0) item.documentation = factsMarkdown({ facts });
  if (more) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}

export function offerCompletions(documents: LintedDocuments): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems: (document, position, token) =>
      ask(documents, document, token, (language) =>
        language.completions(document.offsetAt(position)).map((completion, index) => itemOf(document, completion, index)),
      ),
  };
  return vscode.languages.registerCompletionItemProvider(fileSelector, provider, '[', '\\', '"', '=', '@');
}
