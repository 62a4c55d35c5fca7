// "Fix All Cosmetic Problems in This File": the same edits as on saving, on request.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';
import { workspaceEdit } from './convert';
import type { LintedDocuments } from './documents';

export async function fixAllInActiveFile(documents: LintedDocuments): Promise<Result<void>> {
  const document = vscode.window.activeTextEditor?.document;
  const linted = document === undefined ? undefined : await documents.lint(document);
  if (linted === undefined) {
    return fail({
      code: 'invalidInput',
      message: message('server.fixAll.noFile'),
      remedy: message('server.fixAll.noFile.remedy'),
      retry: true,
    });
  }
  const edits = linted.result.fixAllEdits();
  if (edits.length === 0) return succeed(undefined);
  const edit = workspaceEdit(linted.document, linted.version, edits);
  if (edit === undefined || !(await vscode.workspace.applyEdit(edit))) {
    return fail({
      code: 'invalidInput',
      message: message('server.fixAll.changed'),
      remedy: message('server.runAgain'),
      retry: true,
    });
  }
  return succeed(undefined);
}
