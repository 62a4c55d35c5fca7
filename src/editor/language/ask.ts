// What every language feature does first: get the reading of the document as it is now, and stop where nobody waits any more.

import type * as vscode from 'vscode';
import type { RegLanguage } from '../../core/language/regLanguage';
import type { LintResult } from '../../core/lint/linter';
import type { LintedDocuments } from '../documents';

/** Undefined where the text has changed meanwhile: an answer in offsets of the old text would be wrong, and the editor asks again. */
export async function ask<T>(
  documents: LintedDocuments,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
  question: (language: RegLanguage) => T,
): Promise<T | undefined> {
  const opened = await documents.open(document);
  if (opened === undefined || token.isCancellationRequested || opened.version !== document.version) return undefined;
  return question(opened.language);
}

/** The same of a text of group policy. */
export async function askPolicy<T>(
  documents: LintedDocuments,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
  question: (result: LintResult) => T,
): Promise<T | undefined> {
  const looked = await documents.look(document);
  if (looked === undefined || token.isCancellationRequested || looked.version !== document.version) return undefined;
  return question(looked.result);
}
