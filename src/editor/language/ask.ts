// What every language feature does first: get the reading of the document as it is now, and stop where nobody waits any more.

import type * as vscode from 'vscode';
import type { RegLanguage } from '../../core/language/regLanguage';
import type { LintResult } from '../../core/lint/linter';
import type { LintedDocuments } from '../documents';

/** Undefined where the text has changed meanwhile: an answer in offsets of the old text would be wrong, and the editor asks again. */
async function current<R extends { readonly version: number }>(reading: Promise<R | undefined>, document: vscode.TextDocument, token: vscode.CancellationToken): Promise<R | undefined> {
  const read = await reading;
  return token.isCancellationRequested || read?.version !== document.version ? undefined : read;
}

export async function ask<T>(
  documents: LintedDocuments,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
  question: (language: RegLanguage) => T,
): Promise<T | undefined> {
  const opened = await current(documents.open(document), document, token);
  return opened === undefined ? undefined : question(opened.language);
}

/** The same of a text of group policy. */
export async function askPolicy<T>(
  documents: LintedDocuments,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
  question: (result: LintResult) => T,
): Promise<T | undefined> {
  const looked = await current(documents.look(document), document, token);
  return looked === undefined ? undefined : question(looked.result);
}
